// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/orchestrator_calls.h"

#include "core/base/escape.h"
#include "core/sources/orchestrator_answers.h"

#include <utility>

namespace framehand::daemon {

OrchestratorCalls::OrchestratorCalls(ports::HttpClient& http, std::string url) : m_http(http), m_url(std::move(url)) {
    while (m_url.ends_with('/')) {
        m_url.pop_back();
    }
}

void OrchestratorCalls::retry(const std::string& job_id, Done done) {
    send("POST", "/api/v1/jobs/" + base::escape_uri_component(job_id) + "/retry", "the wish to try a job again",
         std::move(done));
}

void OrchestratorCalls::cancel(const std::string& job_id, Done done) {
    send("DELETE", "/api/v1/jobs/" + base::escape_uri_component(job_id), "the wish to cancel a job", std::move(done));
}

void OrchestratorCalls::send(std::string method, const std::string& path, const std::string& what, Done done) {
    ports::HttpRequest request{std::move(method), m_url + path, {{"Accept", "application/json"}}, {}};
    if (request.method == "POST") {
        request.body = "{}";
        request.headers.emplace_back("Content-Type", "application/json");
    }
    const auto id = m_next++;
    m_calls[id] = m_http.send(std::move(request),
                              [this, id, what, done = std::move(done)](base::Result<ports::HttpResponse> answer) {
                                  const auto call = m_calls.extract(id); // its callback runs
                                  if (!answer) {
                                      done(answer.error().wrapped("no orchestrator answers at " + m_url));
                                  } else if (!sources::is_success(*answer)) {
                                      done(sources::answer_error(*answer, what));
                                  } else {
                                      done({});
                                  }
                              });
}

} // namespace framehand::daemon
