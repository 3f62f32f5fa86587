// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace framehand::sources {

/// What a queue holds.
struct QueueLengths {
    std::int64_t waiting = 0;
    std::int64_t running = 0; ///< taken and not ended
    std::int64_t delayed = 0; ///< wait for a time of their own
    std::int64_t failed = 0;
};

/// "12 jobs wait, 1 is being done", "empty", "no job waits, 2 are being done, 3 wait for their time".
[[nodiscard]] std::string queue_words(const QueueLengths& lengths);

/// "1 message", "3 messages".
[[nodiscard]] std::string counted(std::int64_t count, const std::string& one);

} // namespace framehand::sources
