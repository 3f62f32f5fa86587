// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/http_client.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace framehand::daemon {

/// What a person at this machine asks the orchestrator to do with a job. Main thread.
class OrchestratorCalls {
public:
    /// Not called if this is destroyed first. NotFound: the orchestrator does not know the job; InvalidArgument: the
    /// job is in no state for it; Unavailable and Timeout: the orchestrator does not answer.
    using Done = std::function<void(const base::Status&)>;

    /// `http` must outlive it. `url` as in the settings.
    OrchestratorCalls(ports::HttpClient& http, std::string url);

    /// Queues a failed or cancelled job again.
    void retry(const std::string& job_id, Done done);
    void cancel(const std::string& job_id, Done done);

private:
    void send(std::string method, const std::string& path, const std::string& what, Done done);

    ports::HttpClient& m_http;
    std::string m_url;
    std::uint64_t m_next = 0;
    std::map<std::uint64_t, std::unique_ptr<ports::HttpCall>> m_calls; ///< in flight
};

} // namespace framehand::daemon
