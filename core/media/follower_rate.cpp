// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/follower_rate.h"

#include <algorithm>
#include <cmath>

namespace framehand::media {

namespace {

// Measured: so the smaller rungs end with the bytes that x264 spends on them when it is left alone.
constexpr double kOverdraft = 0.5;
constexpr double kLeastShare = 0.05; // of the bit rate, where nothing moves
constexpr double kWorstHit = 0.8;
constexpr double kLeastLimit = 0.6; // of the bit rate, however much was spent before

} // namespace

std::int64_t FollowerRate::next(const GopStatistics::Cost& cost) {
    const double hit = m_made > 0 ? std::clamp(m_made / m_planned, kWorstHit, 1 / kWorstHit) : 1;
    m_film_sec += cost.seconds;
    const double nominal = m_bitrate * cost.seconds;
    const double film = m_bitrate * m_film_sec * std::pow(std::max(cost.film_share, 1.0), kOverdraft);
    const double limit = std::max(film - m_planned, kLeastLimit * nominal);
    const double bits = std::min(std::max(cost.share, kLeastShare) * nominal, limit);
    m_planned += bits;
    return std::llround(bits / hit / cost.seconds);
}

} // namespace framehand::media
