// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/script.h"

namespace framehand::sources {

/// What RedisStreamQueue does in one step each. KEYS and ARGV are described at the head of each script.
[[nodiscard]] const redis::Script& stream_take_script();
[[nodiscard]] const redis::Script& stream_recover_script();
[[nodiscard]] const redis::Script& stream_beat_script();
[[nodiscard]] const redis::Script& stream_end_script();
[[nodiscard]] const redis::Script& stream_give_back_script();

} // namespace framehand::sources
