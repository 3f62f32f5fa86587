// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/cancel.h"
#include "core/base/log.h"
#include "core/ports/background.h"
#include "core/ports/host_stats.h"
#include "core/ports/local_stream.h"
#include "core/ranges/range_server.h"
#include "core/worker/ended_job.h"
#include "core/worker/job_journal.h"
#include "core/worker/job_storage.h"
#include "core/worker/release_watch.h"
#include "core/worker/transcoder_process.h"
#include "core/worker/worker_state.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::worker {

/// What a run works with. All references must outlive it.
struct JobRunParts {
    ports::Timers& timers;
    const base::Clock& clock;
    ports::Background& background;
    ports::ChildProcessLauncher& launcher;
    JobStorage& storage;
    JobJournal& journal;
    ports::HostStats& host;
    ports::LocalStreams& streams; ///< the way of sources that are read in ranges to the transcoder
    base::Random random;
    base::Logger logger;
};

struct JobRunOptions {
    TranscoderOptions transcoder;
    jobs::Capabilities capabilities;
    int threads = 0;                        ///< cores for transcoding, 0 = all
    base::Duration share_patience{600'000}; ///< how long a job waits for a share that is away
    ReleaseRules release;
};

/// One job from its record to its outcome: prepare, transcode, commit. Each phase is in the journal before it begins.
///
/// A share that is away when the job is prepared or committed is tried again with backoff for `share_patience`, the
/// finished package staying in staging; any other error makes the job FAILED with its reason.
///
/// A transcoder that crashes is started again on what it has finished, unless it fell before it had begun, or
/// kCrashesInPlace times without getting any further.
///
/// Paused, the transcoder stands still within milliseconds, and no step begins; a blocking step that runs, a commit
/// above all, ends first. A transcoder that is paused for long, or whose memory is wanted, is ended ("released"), and
/// starts again on what it has finished when the run is resumed.
///
/// Destroying it is a stop: the child is killed, blocking work is cancelled and waited for, journal and staging stay,
/// so that a later run goes on.
///
/// Owner's thread only.
class JobRun {
public:
    static constexpr int kCrashesInPlace = 3;

    struct Callbacks {
        std::function<void(WorkerPhase)> on_phase; ///< Paused while nothing is done for that reason
        /// The paused transcoder was ended.
        std::function<void(const std::string& why)> on_released;
        std::function<void(const jobs::TranscodeProgress&)> on_progress;
        std::function<void(jobs::TranscodePreview)> on_preview;
        /// Exactly once: the outcome, or nothing after cancel(). Journal and staging are still there. The run may be
        /// destroyed in it.
        std::function<void(std::optional<sources::JobOutcome>)> on_end;
    };

    JobRun(JobRunParts parts, JobRunOptions options, JobRecord record, Callbacks callbacks);
    ~JobRun();
    JobRun(const JobRun&) = delete;
    JobRun& operator=(const JobRun&) = delete;

    /// Begins, or goes on in the phase of the record. Never calls on_end from inside.
    void start();
    /// Ends it without an outcome; on_end follows, not from inside. A commit that is past its point of no return
    /// still ends.
    void cancel();
    /// Also before start(), and twice.
    void pause();
    /// Goes on. Fine if it is not paused.
    void resume();

    [[nodiscard]] const JobRecord& record() const { return m_record; }

    /// In on_end: what the history keeps of it. `without_outcome` is how it ended if that is nothing.
    [[nodiscard]] EndedJob ended(const std::optional<sources::JobOutcome>& outcome,
                                 EndedJob::State without_outcome) const;

    /// Of the transcoder that runs; nothing while none does.
    [[nodiscard]] std::optional<std::int64_t> transcoder_id() const;

private:
    using Step = void (JobRun::*)();

    /// A step now, or once the run is resumed.
    void go(Step step);
    void release(const std::string& why);
    void prepare();
    void transcode();
    void transcoded(base::Result<jobs::PackageManifest> result);
    /// True if a crash was forgiven, and the step will be tried again.
    [[nodiscard]] bool starts_again(const base::Error& crash);
    void commit();
    void committed(base::Result<CommittedJob> result);
    /// True if `error` only means that the share is away, and the step will be tried again.
    [[nodiscard]] bool waits_for_share(const base::Error& error, Step step);
    void fail(sources::FailedStep step, const base::Error& error);
    void finish(std::optional<sources::JobOutcome> outcome);
    /// finish(), but from the event loop.
    void finish_soon(std::optional<sources::JobOutcome> outcome);
    [[nodiscard]] sources::JobOutcome outcome() const;
    [[nodiscard]] std::string new_package_id();

    JobRunParts m_parts;
    const JobRunOptions m_options;
    base::Logger m_logger; ///< names the job
    JobRecord m_record;
    Callbacks m_callbacks;
    base::CancelSource m_cancel;
    bool m_cancelled = false;
    std::optional<base::Error> m_failure;
    base::Duration m_worked{0}; ///< without pauses, up to m_works_since
    std::optional<base::SteadyTime> m_works_since;
    base::Backoff m_backoff;
    std::optional<base::SteadyTime> m_share_away_since;
    bool m_paused = false;
    Step m_held = nullptr; ///< what resume() does
    std::optional<PreparedJob> m_prepared;
    double m_percent = 0;        ///< of the running transcoder
    double m_furthest_crash = 0; ///< percent
    int m_crashes_in_place = 0;
    base::Backoff m_restart_backoff;
    std::unique_ptr<ports::Timer> m_timer;
    std::unique_ptr<ranges::RangeServer> m_ranges; ///< while the transcoder reads through it
    std::unique_ptr<TranscoderProcess> m_transcoder;
    std::unique_ptr<ReleaseWatch> m_release;       ///< while m_transcoder is paused
    std::unique_ptr<ports::BackgroundTask> m_task; ///< last: its end is waited for before anything else goes
};

} // namespace framehand::worker
