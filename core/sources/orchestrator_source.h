// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/log.h"
#include "core/ports/http_client.h"
#include "core/sources/job_source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace framehand::sources {

struct OrchestratorSourceOptions {
    std::string url;       ///< "http://host:port", with or without a trailing slash
    std::string worker_id; ///< sent as X-Worker-ID with every call
    jobs::CapabilitiesDialect dialect = jobs::CapabilitiesDialect::Object;
    base::Duration timeout{30'000}; ///< of one HTTP request
};

/// The worker protocol over REST:
///
///     announce    POST  /api/v1/workers/register      200/201
///     take        POST  /api/v1/workers/sync          IDLE, or BUSY with is_busy when no job is accepted
///     keep_alive  POST  /api/v1/workers/sync          BUSY with current_job_id
///     progress    PATCH /api/v1/jobs/{id}
///     finish      POST  /api/v1/jobs/{id}/finalize
///
/// Answers may leave out everything that is not needed: an empty body, a missing `ack`, a null `assigned_job`.
///
/// A 404 means that the orchestrator has forgotten this worker: it is registered again and the same call is repeated
/// once. A 404 that stays is fine for a progress report (the job goes on and is finalized), and NotFound for an
/// outcome. 5xx, 429, 408 and a silent network are "try again later", 401 and 403 PermissionDenied; any other 4xx is
/// the last word.
/// The job is cancelled by a 409 with `"cancelled": true` on a progress report, or by `"cancel_job_id"` in the answer
/// to a sync; both are extensions that an orchestrator need not know.
///
/// An assignment that carries a number `attempt` (an extension too) gets it back with its outcome.
///
/// The protocol has no way to return a job. An orchestrator that numbers its attempts takes a FAILED with
/// `"given_back": true` as no attempt at all; for any other one it would burn an attempt, so nothing is sent and
/// give_back() is Unsupported.
class OrchestratorSource final : public JobSource {
public:
    /// `http` must outlive the source.
    OrchestratorSource(ports::HttpClient& http, OrchestratorSourceOptions options, base::Logger logger);
    ~OrchestratorSource() override;
    OrchestratorSource(const OrchestratorSource&) = delete;
    OrchestratorSource& operator=(const OrchestratorSource&) = delete;

    [[nodiscard]] SourceAbilities abilities() const override;
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    using Answered = Done<ports::HttpResponse>;

    struct Call {
        std::string method;
        std::string path;
        base::Json body;
    };

    /// One request, whatever its status.
    void send(const Call& call, Answered done);
    /// The same, with one repetition after a 404 and a new registration.
    void send_registered(Call call, Answered done);
    void register_worker(Done<void> done);
    [[nodiscard]] base::Json sync_body(const Heartbeat& heartbeat, const std::string& current_job_id) const;

    ports::HttpClient& m_http;
    OrchestratorSourceOptions m_options;
    base::Logger m_logger;
    std::optional<jobs::Capabilities> m_capabilities; ///< of the last announce()
    std::map<std::uint64_t, std::unique_ptr<ports::HttpCall>> m_in_flight;
    std::uint64_t m_next_call = 0;
};

} // namespace framehand::sources
