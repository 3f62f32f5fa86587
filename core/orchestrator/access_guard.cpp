// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/access_guard.h"

#include <cctype>
#include <string>
#include <string_view>

namespace framehand::orchestrator {

namespace {

constexpr std::string_view kScheme = "bearer ";

/// What is behind "Bearer " in any case (RFC 9110 section 11.1), "" if it is something else.
std::string_view bearer_of(std::string_view header) {
    if (header.size() < kScheme.size()) {
        return {};
    }
    for (std::size_t i = 0; i < kScheme.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(header[i])) != kScheme[i]) {
            return {};
        }
    }
    return header.substr(kScheme.size());
}

} // namespace

std::optional<HttpResponse> AccessGuard::refusal(const HttpRequest& request) const {
    if (!m_token || request.target == "/healthz") {
        return std::nullopt;
    }
    const auto header = request.header("authorization");
    if (m_token->matches(bearer_of(header))) {
        return std::nullopt;
    }
    auto answer = error_response(401, "unauthorized",
                                 header.empty() ? "Authorization: this orchestrator asks for its access token"
                                                : "Authorization: this is not the orchestrator's access token");
    answer.headers.emplace_back("WWW-Authenticate", R"(Bearer realm="framehand")");
    return answer;
}

} // namespace framehand::orchestrator
