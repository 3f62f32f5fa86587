// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "platform/qt/qt_timers.h"
#include "tests/support/redis/redis_server.h"

#include <string>
#include <vector>

namespace framehand::test {

/// What a test itself says to a server, as a producer or to look: runs the event loop until the answer is there, and
/// asks again while the server is away. A refusal fails the test.
class RedisClient {
public:
    explicit RedisClient(const RedisServer& server);

    redis::Reply call(redis::Command command);
    /// LRANGE of the whole list.
    std::vector<std::string> list(const std::string& key);
    /// The text of a reply, "" for nil.
    std::string text(redis::Command command);
    std::int64_t integer(redis::Command command);

private:
    platform::QtTimers m_timers;
    redis::Connection m_connection;
};

} // namespace framehand::test
