// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/packet_timer.h"

namespace framehand::media {

bool PacketTimer::ready() const {
    return m_position + 1 - m_delay < static_cast<std::int64_t>(m_table.size());
}

base::Result<PacketTimer::Times> PacketTimer::next(std::int64_t number) {
    if (number < 0 || number >= static_cast<std::int64_t>(m_table.size()) || number < m_position - m_delay) {
        return base::fail(base::ErrorCode::Internal,
                          "the encoder put frame " + std::to_string(number) + " out of its declared order");
    }
    const std::int64_t dts = at(m_position - m_delay);
    const std::int64_t next_dts = at(m_position + 1 - m_delay);
    ++m_position;
    return Times{at(number) + m_offset, dts + m_offset, next_dts - dts};
}

std::int64_t PacketTimer::at(std::int64_t index) const {
    if (index >= 0) {
        return m_table[static_cast<std::size_t>(index)];
    }
    const auto known = static_cast<std::int64_t>(m_history.size());
    if (index >= -known) {
        return m_history[static_cast<std::size_t>(known + index)];
    }
    const std::int64_t earliest = known > 0 ? m_history.front() : m_table.front();
    return earliest + (index + known) * m_frame_ticks;
}

} // namespace framehand::media
