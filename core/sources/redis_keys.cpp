// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_keys.h"

namespace framehand::sources {

std::string RedisKeys::stage(RedisRole role) const {
    return prefix + (role == RedisRole::Transcode ? "jobs" : std::string(to_string(role)));
}

std::string RedisKeys::next_stage(RedisRole role) const {
    switch (role) {
    case RedisRole::Transcode:
        return stage(RedisRole::HealthCheck);
    case RedisRole::HealthCheck:
        return stage(RedisRole::Replace);
    case RedisRole::Replace:
        break;
    }
    return {};
}

std::string RedisKeys::processing(RedisRole role, const std::string& worker) const {
    return stage(role) + ":processing:" + worker;
}

} // namespace framehand::sources
