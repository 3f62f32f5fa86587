// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/timestamp_repair.h"

#include <cstdlib>

namespace framehand::media {

namespace {

constexpr Rational kMicroseconds{1, 1'000'000};
constexpr std::int64_t kJumpUs = 10'000'000;

} // namespace

void TimestampRepair::apply(AVPacket& packet, Rational time_base) {
    if (!m_active) {
        return;
    }
    const std::int64_t stamp = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
    if (stamp != AV_NOPTS_VALUE) {
        std::int64_t at = rescale(stamp, time_base, kMicroseconds) + m_offset_us;
        const auto expected = m_next_us.find(packet.stream_index);
        if (expected != m_next_us.end() && std::llabs(at - expected->second) > kJumpUs) {
            m_offset_us -= at - expected->second;
            at = expected->second;
            ++m_jumps;
        }
        m_next_us[packet.stream_index] = at + rescale(packet.duration, time_base, kMicroseconds);
    }
    follow(packet, time_base);
}

void TimestampRepair::follow(AVPacket& packet, Rational time_base) const {
    const std::int64_t offset = rescale(m_offset_us, kMicroseconds, time_base);
    if (packet.dts != AV_NOPTS_VALUE) {
        packet.dts += offset;
    }
    if (packet.pts != AV_NOPTS_VALUE) {
        packet.pts += offset;
    }
}

} // namespace framehand::media
