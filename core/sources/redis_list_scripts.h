// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/script.h"

namespace framehand::sources {

/// What RedisListQueue does in one step each. KEYS and ARGV are described at the head of each script.
[[nodiscard]] const redis::Script& list_take_script();
[[nodiscard]] const redis::Script& list_recover_script();
[[nodiscard]] const redis::Script& list_beat_script();
[[nodiscard]] const redis::Script& list_sweep_script();
[[nodiscard]] const redis::Script& list_end_script();
[[nodiscard]] const redis::Script& list_give_back_script();

} // namespace framehand::sources
