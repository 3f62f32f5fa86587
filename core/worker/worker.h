// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/job_run.h"
#include "core/worker/outbox.h"
#include "core/worker/worker_state.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::worker {

struct WorkerOptions {
    base::Duration sync_interval{10'000};
    base::Duration progress_interval{2'000};
    base::Duration give_back_after{86'400'000}; ///< a job paused for so long is returned to its source; 0 = never
    JobRunOptions run;
};

/// What a worker is made of beside the parts of its runs. All references must outlive it.
struct WorkerParts {
    JobRunParts run;
    sources::JobSource& source;
    Outbox& outbox;
    /// How each job ended, before its source is told: for the history. Told again, as the same end, where a kill came
    /// between. May be empty.
    std::function<void(const EndedJob&)> on_ended = {};
};

/// What the job in hand looks like, for people.
struct JobPreview {
    std::string job_id;
    jobs::TranscodePreview picture;
};

/// The worker loop: one job at a time, from one source.
///
/// - Announces itself, with backoff until the source answers.
/// - Without a job, every `sync_interval`: makes the storage ready, offers unsent outcomes, asks for a job. While the
///   storage is not ready it reports itself busy, so that it is given nothing. While the source is away it asks with
///   backoff instead.
/// - With a job: keeps the lease every `sync_interval`, also while it is told how the job ended, and reports progress
///   every `progress_interval`, the latest values only.
///
/// Paused, it takes no job and says BUSY; a job in hand stands still and keeps its lease. One that stands still for
/// `give_back_after` is returned to the source, if that takes jobs back.
///
/// How a job ends, each step on disk before the next: the outcome goes to the outbox, the journal forgets the job, the
/// staging is removed. A start after a stop at any point between them goes on from there, and a job whose outcome is
/// in the outbox is never done again.
///
/// Owner's thread only.
class Worker {
public:
    Worker(WorkerParts parts, WorkerOptions options);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Goes on with what an earlier run left, then with new jobs. Once.
    void start();
    /// Stops at once and for good: the child is killed; journal, outbox and staging stay for the next start. Waits for
    /// blocking work, which may take as long as one file operation on the share.
    void stop();

    /// Also before start(), and again with other causes or another time. It holds until resume(): the caller watches
    /// `pause.until`.
    void pause(const Pause& pause);
    /// Fine if it is not paused.
    void resume();

    /// Stops the job in hand without an outcome, as when its source says that it was cancelled. NotFound if that is not
    /// `job_id`, or if it has ended and is only being reported.
    [[nodiscard]] base::Status cancel(const std::string& job_id);

    /// The newest picture of the job in hand; nothing where there is none.
    [[nodiscard]] const std::optional<JobPreview>& preview() const { return m_preview; }

    /// The process that does the job in hand; nothing while none does.
    [[nodiscard]] std::optional<std::int64_t> transcoder_id() const;

    /// The next job is done by these; its intervals hold at once, and other capabilities are announced.
    void set_options(WorkerOptions options);

    [[nodiscard]] StateFeed& state() { return m_feed; }

private:
    void load();
    void announce();
    void tell_abilities();
    /// Where they have changed since.
    void tell_if_other(const jobs::Capabilities& told);
    void go_on();

    // Without a job
    void ask();
    void ask_after(base::Duration delay);
    void take();
    void taken(base::Result<sources::Taken> answer);
    void told_of_work();

    // With a job
    void run(JobRecord record);
    void keep_alive();
    void keep_alive_after(base::Duration delay);
    void report_progress();
    void told_cancelled(const std::string& job_id);
    void lease_answered(const std::string& job_id, const base::Result<sources::LeaseState>& answer);
    void ended(std::optional<sources::JobOutcome> outcome);
    void note_refused(const sources::JobOutcome& refused);
    void store(const sources::JobOutcome& outcome);
    void stored();
    void clean_up(std::function<void()> done);
    void pause_run();
    void give_back_after(base::Duration delay);
    void give_back();

    // What the world sees
    [[nodiscard]] sources::Heartbeat heartbeat();
    void show(WorkerPhase phase, std::string reason = {});
    void show_idle();
    void show_pause(const std::string& released);
    void show_progress(const jobs::TranscodeProgress& progress);
    void reached();
    void failed(const base::Error& error);
    void note_error(const std::string& text);

    WorkerParts m_parts;
    WorkerOptions m_options;
    base::Logger m_logger;
    StateFeed m_feed;
    base::Backoff m_announce_backoff;
    base::Backoff m_backoff;       ///< of asking and keeping alive
    base::Backoff m_store_backoff; ///< of writing to a local disk that is full
    bool m_announced = false;
    std::string m_not_ready; ///< why no job is accepted now
    std::optional<Pause> m_pause;
    std::optional<JobRecord> m_leftover;   ///< of an earlier run, until it goes on
    std::optional<sources::Lease> m_lease; ///< what is kept: of the job that runs or is being reported
    std::optional<sources::JobProgress> m_unsent_progress;
    bool m_progress_in_flight = false;
    std::optional<JobPreview> m_preview;
    EndedJob::State m_end_without_outcome = EndedJob::State::Cancelled; ///< of m_run
    std::unique_ptr<JobRun> m_run;
    std::unique_ptr<JobRun> m_ended_run; ///< in its own callback
    std::unique_ptr<ports::Timer> m_announce_timer;
    std::unique_ptr<ports::Timer> m_loop_timer; ///< the next ask() or keep_alive()
    std::unique_ptr<ports::Timer> m_progress_timer;
    std::unique_ptr<ports::Timer> m_store_timer;
    std::unique_ptr<ports::Timer> m_give_back_timer; ///< while the run stands still
    std::unique_ptr<ports::BackgroundTask> m_task;
    base::CallbackGuard m_guard;
};

} // namespace framehand::worker
