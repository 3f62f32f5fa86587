// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::test {

/// What came back, read byte by byte without any HTTP library's mercy.
struct RawResponse {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    [[nodiscard]] base::Json json() const;
};

/// A TCP connection to 127.0.0.1 over which a test sends whatever bytes it likes. Reading ends with the data, the other
/// side's close, or a deadline of several seconds that only a broken server meets.
class RawConnection {
public:
    explicit RawConnection(std::uint16_t port);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    /// False if the other side has closed.
    bool send(std::string_view bytes);
    /// The next response, or nothing if the connection ends before one is complete.
    std::optional<RawResponse> response();
    /// As response(), for the answer to a HEAD request: no body follows.
    std::optional<RawResponse> head_response();
    /// True once the other side closes, with no further byte before it.
    bool closed_by_peer();
    /// True if bytes or a close arrive within `time`.
    bool readable_within(std::chrono::milliseconds time);

    /// One complete request and its response.
    std::optional<RawResponse> call(std::string_view method, std::string_view target, std::string_view body = "",
                                    std::string_view more_headers = "");

private:
    enum class Body { ByLength, None };

    std::optional<RawResponse> read_response(Body body);
    bool fill();

    struct Socket;
    std::unique_ptr<Socket> m_socket;
    std::string m_received;
};

} // namespace framehand::test
