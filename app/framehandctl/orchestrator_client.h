// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/ports/http_client.h"

#include <string>

namespace framehand::cli {

/// The orchestrator's jobs API, one blocking call at a time. Main thread only.
///
/// Errors: Unavailable, with what to do, if nobody answers or what answers is no orchestrator; NotFound for 404;
/// InvalidArgument for 400 and 422; AlreadyExists for 409; Internal for 5xx. The server's own words are the message.
class OrchestratorClient {
public:
    /// `http` must outlive this. `url` as in the settings, without a "/" at its end.
    OrchestratorClient(ports::HttpClient& http, std::string url, base::CancelToken cancel)
        : m_http(http), m_url(std::move(url)), m_cancel(std::move(cancel)) {}

    [[nodiscard]] const std::string& url() const { return m_url; }

    /// `path` begins with "/".
    [[nodiscard]] base::Result<base::Json> get(const std::string& path);
    [[nodiscard]] base::Result<base::Json> post(const std::string& path, const base::Json& body);
    [[nodiscard]] base::Result<base::Json> remove(const std::string& path);

private:
    [[nodiscard]] base::Result<base::Json> call(const std::string& method, const std::string& path, std::string body);

    ports::HttpClient& m_http;
    std::string m_url;
    base::CancelToken m_cancel;
};

/// A job's id as a part of a URL's path.
[[nodiscard]] std::string url_escaped(std::string_view text);

} // namespace framehand::cli
