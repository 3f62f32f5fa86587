// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace framehand::ports {

struct HttpRequest {
    std::string method; ///< "GET", "POST", "PATCH", "DELETE"
    std::string url;    ///< absolute; never with secrets in it
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    base::Duration timeout{30000};
};

struct HttpResponse {
    int status = 0;
    std::string body; ///< at most 8 MiB; more is an error
};

/// A request in flight; destroying it aborts the request and drops the callback.
class HttpCall {
public:
    virtual ~HttpCall() = default;
};

/// An asynchronous HTTP/1.1 client. Calls and callbacks on the thread that made it (which runs a Qt event loop).
class HttpClient {
public:
    virtual ~HttpClient() = default;
    /// `done` gets any HTTP answer, whatever its status, or Unavailable / Timeout / Cancelled. Never called from
    /// inside send(). Redirects are not followed.
    [[nodiscard]] virtual std::unique_ptr<HttpCall> send(HttpRequest request,
                                                         std::function<void(base::Result<HttpResponse>)> done) = 0;
};

} // namespace framehand::ports
