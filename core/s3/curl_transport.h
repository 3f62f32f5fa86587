// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/s3/http_transport.h"

#include <memory>

namespace framehand::s3 {

/// libcurl over HTTP/1.1: http and https alone, certificates checked, proxies as the environment names them. Keeps its
/// connection for the next request; one that was closed meanwhile is made anew.
class CurlTransport final : public HttpTransport {
public:
    explicit CurlTransport(TransferLimits limits = {});
    ~CurlTransport() override;

    [[nodiscard]] base::Result<HttpAnswer> send(const HttpRequest& request, const std::string& what,
                                                const base::CancelToken& cancel) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace framehand::s3
