// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/log.h"
#include "core/ports/background.h"
#include "core/worker/backoff.h"
#include "core/worker/job_journal.h"
#include "core/worker/job_storage.h"
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
    Random random;
    base::Logger logger;
};

struct JobRunOptions {
    TranscoderOptions transcoder;
    jobs::Capabilities capabilities;
    int threads = 0;                        ///< cores for transcoding, 0 = all
    base::Duration share_patience{600'000}; ///< how long a job waits for a share that is away
};

/// One job from its record to its outcome: prepare, transcode, commit. Each phase is in the journal before it begins.
///
/// A share that is away when the job is prepared or committed is tried again with backoff for `share_patience`, the
/// finished package staying in staging; any other error makes the job FAILED with its reason.
///
/// Destroying it is a stop: the child is killed, blocking work is cancelled and waited for, journal and staging stay,
/// so that a later run goes on.
///
/// Owner's thread only.
class JobRun {
public:
    struct Callbacks {
        std::function<void(WorkerPhase)> on_phase;
        std::function<void(const jobs::TranscodeProgress&)> on_progress;
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

    [[nodiscard]] const JobRecord& record() const { return m_record; }

private:
    void prepare();
    void transcode(const PreparedJob& prepared);
    void transcoded(base::Result<jobs::PackageManifest> result);
    void commit();
    void committed(base::Result<CommittedJob> result);
    /// True if `error` only means that the share is away, and the step will be tried again.
    [[nodiscard]] bool waits_for_share(const base::Error& error, void (JobRun::*step)());
    void fail(const base::Error& error);
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
    Backoff m_backoff;
    std::optional<base::SteadyTime> m_share_away_since;
    std::unique_ptr<ports::Timer> m_timer;
    std::unique_ptr<TranscoderProcess> m_transcoder;
    std::unique_ptr<ports::BackgroundTask> m_task; ///< last: its end is waited for before anything else goes
};

} // namespace framehand::worker
