// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/gop_statistics.h"

#include <cstdint>

namespace framehand::media {

/// The bit rate of a smaller rung, GOP by GOP: it spends where the largest rung spent, which saw the pictures first.
/// The sum stays within the rung's bit rate and a little of what the largest one overdraws, as x264's own rate control
/// would at a difficult place.
class FollowerRate {
public:
    explicit FollowerRate(std::int64_t bitrate) : m_bitrate(static_cast<double>(bitrate)) {}

    /// Bits a second for the next GOP, which cost the largest rung this much.
    [[nodiscard]] std::int64_t next(const GopStatistics::Cost& cost);

    /// What its encoder made of it. Encoders miss small rates in one direction; the following GOPs make up for that.
    void made(std::int64_t bytes) { m_made += static_cast<double>(bytes) * 8; }

private:
    double m_bitrate;
    double m_film_sec = 0;
    double m_planned = 0; ///< bits, of all GOPs so far
    double m_made = 0;    ///< bits
};

} // namespace framehand::media
