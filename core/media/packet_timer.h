// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace framehand::media {

/// Gives an encoder's packets their times. The encoder sees frame numbers only; this table turns them into time:
///
///     PTS = table[number], DTS = table[decode position - delay], both + offset; duration = next DTS - DTS
///
/// `delay` is the encoder's fixed reordering depth. Before the first frame the table holds the frames of the film that
/// the encoder was not given, and before the film it goes on backwards in steps of one frame. So a packet's times
/// depend on nothing but the table: any part of the film, encoded apart, gets the same ones.
class PacketTimer {
public:
    struct Times {
        std::int64_t pts = 0; ///< with the offset
        std::int64_t dts = 0;
        std::int64_t duration = 0;
    };

    PacketTimer(int delay, std::int64_t frame_ticks, std::int64_t offset)
        : m_delay(delay), m_frame_ticks(frame_ticks), m_offset(offset) {}

    /// Times of the frames just before the first one, earliest first; once, before add().
    void begin(std::vector<std::int64_t> history) { m_history = std::move(history); }

    /// The time of the next frame number that the encoder is given.
    void add(std::int64_t pts) { m_table.push_back(pts); }

    /// Where the last frame ends; no add() after it.
    void finish(std::int64_t end) { m_table.push_back(end); }

    /// True if the times of the next packet in decode order are known.
    [[nodiscard]] bool ready() const;
    /// Times of the next packet in decode order, which shows frame `number`. Internal if the encoder reorders deeper
    /// than it said.
    [[nodiscard]] base::Result<Times> next(std::int64_t number);

private:
    [[nodiscard]] std::int64_t at(std::int64_t index) const;

    const int m_delay;
    const std::int64_t m_frame_ticks;
    const std::int64_t m_offset;
    std::vector<std::int64_t> m_history;
    std::vector<std::int64_t> m_table;
    std::int64_t m_position = 0;
};

} // namespace framehand::media
