// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/http_client.h"

#include <memory>

class QNetworkAccessManager;

namespace framehand::platform {

/// HTTP on Qt Network: connections are kept alive and reused, TLS certificates are checked, redirects are answers like
/// any other. Must outlive its calls.
class QtHttpClient final : public ports::HttpClient {
public:
    QtHttpClient();
    ~QtHttpClient() override;
    QtHttpClient(const QtHttpClient&) = delete;
    QtHttpClient& operator=(const QtHttpClient&) = delete;

    [[nodiscard]] std::unique_ptr<ports::HttpCall>
    send(ports::HttpRequest request, std::function<void(base::Result<ports::HttpResponse>)> done) override;

private:
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace framehand::platform
