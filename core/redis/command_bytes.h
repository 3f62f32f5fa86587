// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/options.h"

#include <string>

namespace framehand::redis {

/// A command as it goes over the wire: an array of bulk strings (RESP, "Sending commands to a Redis server").
[[nodiscard]] std::string command_bytes(const Command& command);

} // namespace framehand::redis
