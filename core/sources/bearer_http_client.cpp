// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bearer_http_client.h"

#include <utility>

namespace framehand::sources {

BearerHttpClient::BearerHttpClient(ports::HttpClient& http, std::string base_url, std::optional<base::Secret> token)
    : m_http(http), m_base_url(std::move(base_url)), m_token(std::move(token)) {
    while (m_base_url.ends_with('/')) {
        m_base_url.pop_back();
    }
}

bool BearerHttpClient::goes_there(const std::string& url) const {
    // Not "http://host:80" for "http://host:8080".
    return url.starts_with(m_base_url) &&
           (url.size() == m_base_url.size() || url[m_base_url.size()] == '/' || url[m_base_url.size()] == '?');
}

std::unique_ptr<ports::HttpCall> BearerHttpClient::send(ports::HttpRequest request,
                                                        std::function<void(base::Result<ports::HttpResponse>)> done) {
    if (m_token && goes_there(request.url)) {
        request.headers.emplace_back("Authorization", "Bearer " + m_token->reveal());
    }
    return m_http.send(std::move(request), std::move(done));
}

} // namespace framehand::sources
