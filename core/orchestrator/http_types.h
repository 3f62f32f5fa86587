// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::orchestrator {

/// A request as it came in, freed of HTTP's framing.
struct HttpRequest {
    std::string method;                         ///< "GET"
    std::string target;                         ///< path and query, still percent-encoded
    std::map<std::string, std::string> headers; ///< names in lower case; of a repeated one the values joined by ", "
    std::string body;

    /// The value of a header by its lower-case name, or "".
    [[nodiscard]] std::string header(const std::string& name) const;
};

struct HttpResponse {
    int status = 200;
    base::Json body; ///< sent as application/json
    std::vector<std::pair<std::string, std::string>> headers;
};

/// Takes the answer; call it exactly once, from any thread, now or later. Calling it after the server stopped is
/// harmless.
using Respond = std::function<void(HttpResponse)>;

/// Answers a request. Called on the server's thread, which it must not block for long.
using HttpHandler = std::function<void(const HttpRequest&, Respond)>;

/// `{"error": {code, message, field?}}` with the HTTP status that the error's code stands for. `field` is taken from a
/// message of the form "outputs[0].bitrate: must be ...". A Cancelled error adds `"cancelled": true`.
[[nodiscard]] HttpResponse error_response(const base::Error& error);
/// The same for what is known by its status only.
[[nodiscard]] HttpResponse error_response(int status, std::string_view code, std::string_view message);

/// The text behind %XX; InvalidArgument for a malformed escape, control characters and what is not UTF-8. A '+' stays
/// one.
[[nodiscard]] base::Result<std::string> percent_decode(std::string_view text);

/// The members of a query string. InvalidArgument names a malformed one.
[[nodiscard]] base::Result<std::map<std::string, std::string>> parse_query(std::string_view query);

} // namespace framehand::orchestrator
