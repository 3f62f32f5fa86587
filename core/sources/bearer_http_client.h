// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/ports/http_client.h"

#include <optional>
#include <string>

namespace framehand::sources {

/// Shows an access token (`Authorization: Bearer`, RFC 6750 section 2.1) to one server, and to no other.
class BearerHttpClient final : public ports::HttpClient {
public:
    /// `http` must outlive it. `base_url` is the server's, "https://host:port/path"; without a token all is sent as it
    /// comes.
    BearerHttpClient(ports::HttpClient& http, std::string base_url, std::optional<base::Secret> token);

    [[nodiscard]] std::unique_ptr<ports::HttpCall>
    send(ports::HttpRequest request, std::function<void(base::Result<ports::HttpResponse>)> done) override;

private:
    [[nodiscard]] bool goes_there(const std::string& url) const;

    ports::HttpClient& m_http;
    std::string m_base_url; ///< without "/" at its end
    std::optional<base::Secret> m_token;
};

} // namespace framehand::sources
