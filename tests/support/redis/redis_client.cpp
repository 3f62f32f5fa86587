// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_client.h"

#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace framehand::test {

RedisClient::RedisClient(const RedisServer& server)
    : m_connection(server.options(), {m_timers, [] { return 0.5; }, {}}) {
}

redis::Reply RedisClient::call(redis::Command command) {
    std::optional<base::Result<redis::Reply>> answer;
    const auto ask = [&] {
        answer.reset();
        m_connection.call(command, [&](base::Result<redis::Reply> reply) { answer = std::move(reply); });
        return wait_for([&] { return answer.has_value(); });
    };
    const bool answered =
        wait_for([&] { return ask() && (*answer || answer->error().code != base::ErrorCode::Unavailable); });
    if (!answered || !*answer) {
        ADD_FAILURE() << command.front() << ": " << (answer ? answer->error().text() : "no answer");
        return {};
    }
    return std::move(**answer);
}

std::vector<std::string> RedisClient::list(const std::string& key) {
    return call({"LRANGE", key, "0", "-1"}).as_texts();
}

std::string RedisClient::text(redis::Command command) {
    const auto reply = call(std::move(command));
    const std::string* found = reply.as_text();
    return found != nullptr ? *found : "";
}

std::int64_t RedisClient::integer(redis::Command command) {
    return call(std::move(command)).as_integer().value_or(-1);
}

} // namespace framehand::test
