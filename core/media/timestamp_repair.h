// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/av.h"

#include <cstdint>
#include <map>

namespace framehand::media {

/// Joins the pieces of a transport stream whose clock jumps (cut recordings, restarted broadcasts): a jump of more than
/// 10 s in either direction is taken out of all later timestamps of all streams. Formats whose clock cannot jump
/// (no AVFMT_TS_DISCONT) pass unchanged.
class TimestampRepair {
public:
    explicit TimestampRepair(const AVInputFormat& format) : m_active((format.flags & AVFMT_TS_DISCONT) != 0) {}

    /// Corrects `packet`, whose timestamps are in `time_base`.
    void apply(AVPacket& packet, Rational time_base);

    /// Corrects a packet of a sparse stream, whose own gaps say nothing about the clock.
    void follow(AVPacket& packet, Rational time_base) const;

    [[nodiscard]] int jumps() const { return m_jumps; }

private:
    bool m_active;
    std::int64_t m_offset_us = 0;
    std::map<int, std::int64_t> m_next_us; ///< by stream: where its next packet is expected
    int m_jumps = 0;
};

} // namespace framehand::media
