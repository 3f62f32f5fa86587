// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/orchestrator_source.h"

#include "core/base/escape.h"
#include "core/sources/orchestrator_answers.h"

#include <cmath>
#include <utility>

namespace framehand::sources {

namespace {

const std::string kSyncPath = "/api/v1/workers/sync";

double one_decimal(double value) {
    return std::round(value * 10) / 10;
}

} // namespace

OrchestratorSource::OrchestratorSource(ports::HttpClient& http, OrchestratorSourceOptions options, base::Logger logger)
    : m_http(http), m_options(std::move(options)), m_logger(std::move(logger)) {
    while (m_options.url.ends_with('/')) {
        m_options.url.pop_back();
    }
}

OrchestratorSource::~OrchestratorSource() = default;

SourceAbilities OrchestratorSource::abilities() const {
    return {.shows_progress = true, .cancels = true, .takes_back = true};
}

void OrchestratorSource::send(const Call& call, Answered done) {
    ports::HttpRequest request;
    request.method = call.method;
    request.url = m_options.url + call.path;
    request.headers = {
        {"X-Worker-ID", m_options.worker_id}, {"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = base::dump_json(call.body);
    request.timeout = m_options.timeout;
    const auto id = m_next_call++;
    auto handle = m_http.send(std::move(request), [this, id, done = std::move(done)](auto result) {
        const auto ended = m_in_flight.extract(id); // lives until the end of this callback, which is its own
        done(std::move(result));
    });
    m_in_flight.emplace(id, std::move(handle));
}

void OrchestratorSource::send_registered(Call call, Answered done) {
    auto again = [this, call, done](base::Result<ports::HttpResponse> first) {
        if (!first || first->status != 404 || !m_capabilities) {
            done(std::move(first));
            return;
        }
        m_logger.info("the orchestrator does not know this worker or job; registering again");
        register_worker([this, call, done](base::Status registered) {
            if (!registered) {
                done(registered.error());
                return;
            }
            send(call, done);
        });
    };
    send(call, std::move(again));
}

void OrchestratorSource::register_worker(Done<void> done) {
    Call call{
        "POST",
        "/api/v1/workers/register",
        {{"worker_id", m_options.worker_id}, {"capabilities", jobs::to_wire(*m_capabilities, m_options.dialect)}}};
    send(call, [done = std::move(done)](base::Result<ports::HttpResponse> response) {
        if (!response) {
            done(response.error());
        } else if (!is_success(*response)) {
            done(answer_error(*response, "register"));
        } else {
            done({});
        }
    });
}

void OrchestratorSource::announce(const jobs::Capabilities& capabilities, Done<void> done) {
    m_capabilities = capabilities;
    register_worker(std::move(done));
}

base::Json OrchestratorSource::sync_body(const Heartbeat& heartbeat, const std::string& current_job_id) const {
    const bool busy = !current_job_id.empty() || !heartbeat.accepts_jobs;
    base::Json body{{"worker_id", m_options.worker_id},
                    {"status", busy ? "BUSY" : "IDLE"},
                    {"hardware_stats",
                     {{"cpu_percent", one_decimal(heartbeat.load.cpu_percent)},
                      {"ram_percent", one_decimal(heartbeat.load.ram_percent)},
                      {"is_busy", busy}}},
                    {"current_job_id", current_job_id}};
    if (!heartbeat.why_not_accepting.empty()) {
        body["not_accepting_reason"] = heartbeat.why_not_accepting;
    }
    return body;
}

void OrchestratorSource::take(const Heartbeat& heartbeat, Done<Taken> done) {
    send_registered({"POST", kSyncPath, sync_body(heartbeat, "")},
                    [done = std::move(done)](base::Result<ports::HttpResponse> response) {
                        if (!response) {
                            done(response.error());
                        } else if (!is_success(*response)) {
                            done(answer_error(*response, "sync"));
                        } else {
                            done(taken_from_answer(answer_object(*response)));
                        }
                    });
}

void OrchestratorSource::keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) {
    send_registered({"POST", kSyncPath, sync_body(heartbeat, lease.job_id)},
                    [job_id = lease.job_id, done = std::move(done)](base::Result<ports::HttpResponse> response) {
                        if (!response) {
                            done(response.error());
                            return;
                        }
                        if (!is_success(*response)) {
                            done(answer_error(*response, "sync"));
                            return;
                        }
                        const auto answer = answer_object(*response);
                        const auto cancel = answer.find("cancel_job_id");
                        const bool ours = cancel != answer.end() && *cancel == job_id;
                        done(ours ? LeaseState::Cancelled : LeaseState::Held);
                    });
}

void OrchestratorSource::progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) {
    const base::Json body{{"worker_id", m_options.worker_id},
                          {"status", "PROCESSING"},
                          {"progress", one_decimal(progress.percent)},
                          {"current_fps", one_decimal(progress.fps)},
                          {"eta_sec", std::llround(progress.eta_sec)}};
    send_registered({"PATCH", "/api/v1/jobs/" + base::escape_uri_component(lease.job_id), body},
                    [done = std::move(done)](base::Result<ports::HttpResponse> response) {
                        if (!response) {
                            done(response.error());
                            return;
                        }
                        const auto answer = answer_object(*response);
                        const auto cancelled = answer.find("cancelled");
                        if (response->status == 409 && cancelled != answer.end() && *cancelled == true) {
                            done(LeaseState::Cancelled);
                        } else if (is_success(*response) || response->status == 404) {
                            done(LeaseState::Held);
                        } else {
                            done(answer_error(*response, "progress"));
                        }
                    });
}

void OrchestratorSource::finish(const JobOutcome& outcome, Done<void> done) {
    base::Json body{{"metrics", {{"total_time_ms", outcome.total_time_ms}}}};
    if (outcome.completed()) {
        body["status"] = "COMPLETED";
        body["manifest_url"] = *outcome.manifest_url;
    } else {
        body["status"] = "FAILED";
        body["error_msg"] = outcome.error_message;
    }
    if (!outcome.notes.empty()) {
        body["metrics"]["notes"] = outcome.notes;
    }
    if (outcome.lease.attempt) {
        body["attempt"] = *outcome.lease.attempt;
    }
    send_registered({"POST", "/api/v1/jobs/" + base::escape_uri_component(outcome.lease.job_id) + "/finalize", body},
                    [done = std::move(done)](base::Result<ports::HttpResponse> response) {
                        if (!response) {
                            done(response.error());
                        } else if (is_success(*response)) {
                            done({});
                        } else {
                            done(answer_error(*response, "finalize"));
                        }
                    });
}

void OrchestratorSource::give_back(const Lease& lease, Done<void> done) {
    if (!lease.attempt) {
        done(base::fail(base::ErrorCode::Unsupported, "the orchestrator takes no jobs back"));
        return;
    }
    const base::Json body{{"status", "FAILED"},
                          {"given_back", true},
                          {"attempt", *lease.attempt},
                          {"error_msg", "given back: the worker's owner needs the machine"},
                          {"metrics", {{"total_time_ms", 0}}}};
    send_registered({"POST", "/api/v1/jobs/" + base::escape_uri_component(lease.job_id) + "/finalize", body},
                    [done = std::move(done)](base::Result<ports::HttpResponse> response) {
                        if (!response) {
                            done(response.error());
                        } else if (!is_success(*response)) {
                            done(answer_error(*response, "finalize"));
                        } else {
                            done({});
                        }
                    });
}

} // namespace framehand::sources
