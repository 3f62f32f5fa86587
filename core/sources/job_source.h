// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"
#include "core/ports/host_stats.h"
#include "core/sources/lease.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace framehand::sources {

/// What the worker says of itself with each heartbeat.
struct Heartbeat {
    ports::HostLoad load;
    bool accepts_jobs = true;      ///< false: report BUSY although nothing runs, and say why
    std::string why_not_accepting; ///< "" or a sentence
};

/// The answer to a keep-alive of the running job.
enum class LeaseState {
    Held,     ///< go on
    Cancelled ///< somebody cancelled the job, or it is somebody else's now: stop and clean up
};

struct JobProgress {
    double percent = 0;
    double fps = 0;
    double eta_sec = -1;
};

/// Whether another try could end better.
enum class Retry { MayHelp, Useless };

/// The step in which a job failed. Assignment: it could not be read.
enum class FailedStep { Assignment, Input, Transcode, Publish };

/// The end of a job, as it will be told to the source, possibly much later and after restarts. Its id makes telling
/// it twice harmless.
struct JobOutcome {
    Lease lease;
    /// Of a completed job: "/" and a path relative to the NAS root, or the URL of an object ("s3://bucket/key").
    std::optional<std::string> manifest_url;
    std::string error_message; ///< of a failed one
    FailedStep failed_step = FailedStep::Transcode;
    Retry retry = Retry::MayHelp;
    std::int64_t total_time_ms = 0;
    std::uint64_t output_bytes = 0; ///< of all that was published; 0 if unknown
    double media_sec = 0;           ///< the film's length; 0 if unknown
    std::vector<std::string> notes; ///< what differs from what was asked for, sentences for people

    [[nodiscard]] bool completed() const { return manifest_url.has_value(); }
};

struct Assignment {
    jobs::Job job;
    Lease lease;
};

/// The answer to take(): nothing, a job, or the (failed) outcome of an assignment that cannot be read, its message
/// naming the field. The worker reports such an outcome like any other, so that no assignment is ever dropped.
using Taken = std::variant<std::monostate, Assignment, JobOutcome>;

/// What a source can do beside giving jobs and hearing of their ends; for people.
struct SourceAbilities {
    bool shows_progress = false;
    bool cancels = false;    ///< a job in hand can be cancelled there
    bool takes_back = false; ///< an unfinished job can be returned

    bool operator==(const SourceAbilities&) const = default;
};

/// Where jobs come from. Asynchronous: every call returns at once and calls `done` later, exactly once, unless the
/// source is destroyed first. Calls and callbacks on the owner's thread (which runs a Qt event loop); one take() or
/// keep_alive() at a time, progress() and finish() beside it.
///
/// A source keeps its leases by itself from take() to the end, also while a job stands still; keep_alive() after a
/// restart tells it that a job of an earlier run is still in hand.
///
/// Errors: Unavailable and Timeout mean "try again later"; anything else is the source's final word on that call.
class JobSource {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~JobSource() = default;

    [[nodiscard]] virtual SourceAbilities abilities() const = 0;
    /// Tells the source what this worker can do. Called before anything else, and again when that changes.
    virtual void announce(const jobs::Capabilities& capabilities, Done<void> done) = 0;
    /// Asks for a job; none is a normal answer, which comes at once. A source that can wait for one does so beside it,
    /// from an answer without a job, where jobs are accepted, to the first sign of one.
    virtual void take(const Heartbeat& heartbeat, Done<Taken> done) = 0;
    /// The job is in hand, running or standing still: its lease is to be kept.
    virtual void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) = 0;
    virtual void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) = 0;
    /// Tells the outcome. Idempotent at the source. NotFound: the source does not know the job, for now at least;
    /// PermissionDenied: it does not know this worker.
    virtual void finish(const JobOutcome& outcome, Done<void> done) = 0;
    /// Returns an unfinished job, without blame, so that another worker gets it at once.
    /// Unsupported: this source cannot take it back; the job stays with the worker. `done`
    /// may be called from inside.
    virtual void give_back(const Lease& lease, Done<void> done) = 0;

    /// There may be a job now: the worker asks at once. Set by the worker; may be empty.
    std::function<void()> on_work;
    /// Somebody cancelled a job in hand, or it is another worker's now: it is stopped at once, and no outcome is told.
    /// Set by the worker; may be empty.
    std::function<void(const std::string& job_id)> on_cancelled;
};

} // namespace framehand::sources
