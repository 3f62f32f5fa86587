// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace framehand::sources {

/// What a worker of the Redis pipeline does: each role takes from one stage and hands on to the next.
enum class RedisRole {
    Transcode,   ///< "transcode:jobs" -> "transcode:healthcheck"
    HealthCheck, ///< "transcode:healthcheck" -> "transcode:replace"
    Replace,     ///< "transcode:replace", and that is the end
};

/// "transcode", "healthcheck", "replace".
[[nodiscard]] std::string_view to_string(RedisRole role);
[[nodiscard]] std::optional<RedisRole> redis_role_from_string(std::string_view name);

} // namespace framehand::sources
