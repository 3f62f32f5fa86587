// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::s3 {

using Headers = std::vector<std::pair<std::string, std::string>>;

enum class Redirects { Refuse, FollowHttp }; ///< FollowHttp: at most 5, and to http and https only

/// One exchange. `url` may hold a signature: it is in no message.
struct HttpRequest {
    std::string method; ///< "GET", "HEAD", "PUT", "POST", "DELETE"
    std::string url;
    Headers headers;
    std::string_view body;              ///< outlives the call
    std::size_t most_bytes = 16U << 20; ///< of the answer's body
    Redirects redirects = Redirects::Refuse;
};

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case, of the last answer
    std::string body;

    /// "" if it is not there.
    [[nodiscard]] std::string header(const std::string& name) const;
};

struct TransferLimits {
    base::Duration connect{10'000};
    base::Duration stall{60'000}; ///< without a byte in either direction
};

/// A blocking HTTP client: one thread at a time.
class HttpTransport {
public:
    virtual ~HttpTransport() = default;
    /// Any HTTP answer, whatever its status. Errors: Unavailable (no connection, or it broke), Timeout,
    /// PermissionDenied (the server's certificate is not trusted), CorruptData (the body is larger than allowed),
    /// Cancelled at once. `what` begins their messages: "s3://bucket/key cannot be read".
    [[nodiscard]] virtual base::Result<HttpAnswer> send(const HttpRequest& request, const std::string& what,
                                                        const base::CancelToken& cancel) = 0;
};

} // namespace framehand::s3
