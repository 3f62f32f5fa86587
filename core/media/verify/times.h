// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/measured_rendition.h"

#include <string>

namespace framehand::media::verify {

/// Rounding of EXTINF's decimals and of different timescales, seconds.
constexpr double kTimeRounding = 0.0015;

/// "1.9600 s"
[[nodiscard]] std::string seconds_text(double value);

/// Length of one audio packet, seconds.
[[nodiscard]] double packet_duration(const MeasuredRendition& audio);

/// Length of the smallest part that a rendition can be cut to: an audio packet, or the mean frame. Seconds.
[[nodiscard]] double unit_duration(const MeasuredRendition& rendition);

} // namespace framehand::media::verify
