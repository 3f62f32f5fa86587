// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_role.h"

namespace framehand::sources {

std::string_view to_string(RedisRole role) {
    switch (role) {
    case RedisRole::Transcode:
        return "transcode";
    case RedisRole::HealthCheck:
        return "healthcheck";
    case RedisRole::Replace:
        return "replace";
    }
    return "";
}

std::optional<RedisRole> redis_role_from_string(std::string_view name) {
    for (const auto role : {RedisRole::Transcode, RedisRole::HealthCheck, RedisRole::Replace}) {
        if (name == to_string(role)) {
            return role;
        }
    }
    return std::nullopt;
}

} // namespace framehand::sources
