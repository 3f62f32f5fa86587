// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/redis/options.h"
#include "core/sources/redis_keys.h"

#include <string>
#include <vector>

namespace framehand::sources {

struct RedisQueueOptions {
    redis::Options connection;
    std::string worker_id;
    std::vector<RedisRole> roles{RedisRole::Transcode}; ///< in the order in which they are asked
    RedisKeys keys = {};
    std::string group = "framehand";             ///< of streams: the consumer group
    base::Duration lease{30'000};                ///< a worker that says nothing for so long is dead
    base::Duration remembered{7LL * 86'400'000}; ///< how long an end is known, so that telling it twice is harmless
};

} // namespace framehand::sources
