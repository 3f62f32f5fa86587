// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/orchestrator_client.h"

#include "app/framehandctl/await.h"

namespace framehand::cli {

namespace {

using base::ErrorCode;

ErrorCode code_of(int status) {
    switch (status) {
    case 401:
    case 403:
        return ErrorCode::PermissionDenied;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::AlreadyExists;
    case 503:
        return ErrorCode::Unavailable;
    default:
        return status >= 400 && status < 500 ? ErrorCode::InvalidArgument : ErrorCode::Internal;
    }
}

/// The message of `{"error": {"code": ..., "message": ...}}` or `{"error": "..."}`, else "".
std::string message_of(const base::Json& body) {
    const auto error = body.is_object() ? body.find("error") : body.end();
    if (error == body.end()) {
        return {};
    }
    if (error->is_string()) {
        return error->get<std::string>();
    }
    const auto message = error->is_object() ? error->find("message") : error->end();
    return message != error->end() && message->is_string() ? message->get<std::string>() : std::string();
}

base::Error nobody_answers(const std::string& url, const base::Error& reason) {
    return base::fail(reason.code == ErrorCode::Timeout ? ErrorCode::Timeout : ErrorCode::Unavailable,
                      "no orchestrator answers at " + url +
                          "; start one with \"framehandd all\", or give its address with --orchestrator-url",
                      reason.text());
}

} // namespace

std::string url_escaped(std::string_view text) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '_' || c == '.' || c == '~';
        if (is_plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4U];
            out += kHex[byte & 0x0FU];
        }
    }
    return out;
}

base::Result<base::Json> OrchestratorClient::get(const std::string& path) {
    return call("GET", path, {});
}

base::Result<base::Json> OrchestratorClient::post(const std::string& path, const base::Json& body) {
    return call("POST", path, base::dump_json(body));
}

base::Result<base::Json> OrchestratorClient::remove(const std::string& path) {
    return call("DELETE", path, {});
}

base::Result<base::Json> OrchestratorClient::call(const std::string& method, const std::string& path,
                                                  std::string body) {
    ports::HttpRequest request{method, m_url + path, {{"Accept", "application/json"}}, std::move(body)};
    if (!request.body.empty()) {
        request.headers.emplace_back("Content-Type", "application/json");
    }
    auto answer = await<ports::HttpResponse>(
        m_cancel, [&](auto done) { return m_http.send(std::move(request), std::move(done)); });
    if (!answer) {
        return answer.error().code == ErrorCode::Cancelled ? answer.error() : nobody_answers(m_url, answer.error());
    }
    auto json = answer->body.empty() ? base::Result<base::Json>(base::Json::object())
                                     : base::parse_json(answer->body, "the orchestrator's answer");
    if (answer->status >= 200 && answer->status < 300) {
        if (!json) {
            return base::fail(ErrorCode::Unavailable,
                              "what answers at " + m_url + " is no orchestrator; check --orchestrator-url",
                              json.error().text());
        }
        return json;
    }
    std::string message = json ? message_of(*json) : std::string();
    if (message.empty()) {
        message = "the orchestrator at " + m_url + " answered " + std::to_string(answer->status) + " to " + method +
                  " " + path;
    }
    return base::fail(code_of(answer->status), std::move(message));
}

} // namespace framehand::cli
