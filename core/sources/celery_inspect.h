// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/sources/celery_envelope.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::sources {

/// A task in this worker's hands.
struct CeleryTaskFacts {
    CeleryEnvelope envelope;
    std::optional<base::WallTime> started; ///< nothing: it waits for its time
};

/// What a worker can tell of itself.
struct CeleryFacts {
    std::string node;
    std::int64_t pid = 0;
    std::string version;
    std::string task;  ///< the one that it does
    std::string queue; ///< the one that it takes from
    std::string broker_host;
    std::uint16_t broker_port = 0;
    int database = 0;
    double soft_limit_sec = 0;
    double hard_limit_sec = 0;
    double visibility_sec = 0;
    std::int64_t processed = 0;
    std::int64_t uptime_sec = 0;
    std::int64_t clock = 0;
    std::vector<CeleryTaskFacts> active;
    std::vector<CeleryTaskFacts> scheduled;
};

/// The answer to the orders that only ask: ping, active, reserved, scheduled, registered, active_queues, stats, conf,
/// query_task, clock, report, and their other names. Nothing for orders that do something. Pure function.
[[nodiscard]] std::optional<base::Json> celery_inspect(const std::string& method, const base::Json& arguments,
                                                       const CeleryFacts& facts);

} // namespace framehand::sources
