// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"
#include "core/ports/host_stats.h"

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

/// The end of a job, as it will be told to the source, possibly much later and after restarts. Its id makes telling
/// it twice harmless.
struct JobOutcome {
    std::string job_id;
    std::optional<int> attempt;              ///< as the assignment counted it, where it did
    std::optional<std::string> manifest_url; ///< of a completed job: "/" and the path relative to the NAS root
    std::string error_message;               ///< of a failed one
    std::int64_t total_time_ms = 0;
    std::vector<std::string> notes; ///< what differs from what was asked for, sentences for people

    [[nodiscard]] bool completed() const { return manifest_url.has_value(); }
};

struct Assignment {
    jobs::Job job;
    /// The source's number of this attempt, which the outcome repeats: a source that counts attempts can then tell a
    /// late outcome of an earlier one.
    std::optional<int> attempt;
};

/// The answer to take(): nothing, a job, or the (failed) outcome of an assignment that cannot be read, its message
/// naming the field. The worker reports such an outcome like any other, so that no assignment is ever dropped.
using Taken = std::variant<std::monostate, Assignment, JobOutcome>;

/// Where jobs come from. Asynchronous: every call returns at once and calls `done` later, exactly once, unless the
/// source is destroyed first. Calls and callbacks on the owner's thread (which runs a Qt event loop); one take() or
/// keep_alive() at a time, progress() and finish() beside it.
///
/// Errors: Unavailable and Timeout mean "try again later"; anything else is the source's final word on that call.
class JobSource {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~JobSource() = default;

    /// Tells the source what this worker can do. Called before anything else, and again when that changes.
    virtual void announce(const jobs::Capabilities& capabilities, Done<void> done) = 0;
    /// Asks for a job; none is a normal answer.
    virtual void take(const Heartbeat& heartbeat, Done<Taken> done) = 0;
    /// Renews the lease of the running job.
    virtual void keep_alive(const std::string& job_id, const Heartbeat& heartbeat, Done<LeaseState> done) = 0;
    virtual void progress(const std::string& job_id, const JobProgress& progress, Done<LeaseState> done) = 0;
    /// Tells the outcome. Idempotent at the source. NotFound: the source does not know the job, for now at least;
    /// PermissionDenied: it does not know this worker.
    virtual void finish(const JobOutcome& outcome, Done<void> done) = 0;
    /// Returns an unfinished job, without blame, so that another worker gets it at once. `attempt` is the assignment's.
    /// Unsupported: this source cannot take it back; the job stays with the worker. `done`
    /// may be called from inside.
    virtual void give_back(const std::string& job_id, std::optional<int> attempt, Done<void> done) = 0;
};

} // namespace framehand::sources
