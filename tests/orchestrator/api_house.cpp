// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/api_house.h"

#include <stdexcept>
#include <utility>

namespace framehand::test {

using base::Json;

ApiHouse::ApiHouse(orchestrator::OrchestratorOptions options) : m_options(std::move(options)) {
    m_options.listen_port = 0;
    m_options.database = m_folder.path() / "orchestrator.db";
    m_options.version = "1.2.3";
    restart();
}

void ApiHouse::restart() {
    m_orchestrator.reset();
    m_orchestrator = std::make_unique<orchestrator::Orchestrator>(m_options, clock, base::Logger(), planner);
    if (const auto started = m_orchestrator->start(); !started) {
        throw std::runtime_error(started.error().text());
    }
}

RawResponse ApiHouse::call(const std::string& method, const std::string& target, const Json& body,
                           const std::string& more_headers) {
    RawConnection connection(port());
    const auto response =
        connection.call(method, target, body.is_null() ? std::string() : base::dump_json(body), more_headers);
    return response.value_or(RawResponse{});
}

RawResponse ApiHouse::call_raw(const std::string& method, const std::string& target, const std::string& body) {
    RawConnection connection(port());
    return connection.call(method, target, body).value_or(RawResponse{});
}

int ApiHouse::register_worker(const std::string& id) {
    return call("POST", "/api/v1/workers/register",
                {{"worker_id", id}, {"capabilities", jobs::to_json(software_worker())}})
        .status;
}

Json ApiHouse::sync(const std::string& worker_id, const std::string& job) {
    return call("POST", "/api/v1/workers/sync",
                {{"worker_id", worker_id},
                 {"status", job.empty() ? "IDLE" : "BUSY"},
                 {"hardware_stats", {{"cpu_percent", 15.3}, {"ram_percent", 42.1}, {"is_busy", !job.empty()}}},
                 {"current_job_id", job}})
        .json();
}

std::string ApiHouse::submit() {
    return call("POST", "/api/v1/jobs", sample_submission()).json().value("job_id", "");
}

} // namespace framehand::test
