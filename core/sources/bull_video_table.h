// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace framehand::sources {

/// What the video service's table says of one rung of one video.
struct BullVideoRow {
    enum class State { Processing, Completed, Failed };

    State state = State::Processing;
    std::string video_id;
    std::string resolution;
    std::string worker;
    std::string output_url;         ///< of Completed
    std::uint64_t output_bytes = 0; ///< of Completed
    std::string error_message;      ///< of Failed
};

/// The table `transcoding_jobs`, which the video service shows to its users: it reads this, not the queue.
class BullVideoTable {
public:
    virtual ~BullVideoTable() = default;
    /// Changes the row of the video and resolution; a row that is not there is no error. Waits for the database,
    /// seconds at most: called on a thread that has time, one call at a time. Unavailable, Timeout: trying again may
    /// help.
    [[nodiscard]] virtual base::Status write(const BullVideoRow& row) = 0;
};

} // namespace framehand::sources
