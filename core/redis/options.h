// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/log.h"
#include "core/ports/timers.h"
#include "core/redis/url.h"

#include <filesystem>
#include <string>
#include <vector>

namespace framehand::redis {

/// A command with its arguments, as bytes: {"SET", "key", "value"}.
using Command = std::vector<std::string>;

struct Options {
    Url url;
    std::string client_name = {};       ///< what CLIENT LIST shows; blanks are not allowed in it; "" for none
    std::filesystem::path ca_file = {}; ///< rediss://: trusted beside the system's certificates; "" for none
    base::Duration timeout{15'000};     ///< of a command, and of connecting
    base::Duration first_retry{500};    ///< after a lost connection: exponential up to `last_retry`, with jitter
    base::Duration last_retry{30'000};
    std::size_t largest_reply = 256UL << 20U; ///< bytes; a larger reply ends the connection
    std::size_t most_elements = 4UL << 20U;   ///< of all arrays of one reply together
};

/// What a connection needs of the house. The timers must outlive it.
struct Services {
    ports::Timers& timers;
    base::Random random; ///< a number from 0 up to but not including 1
    base::Logger logger = {};
};

} // namespace framehand::redis
