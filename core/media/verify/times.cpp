// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/times.h"

#include "core/media/verify/aac_parser.h"

#include <array>
#include <cstdio>

namespace framehand::media::verify {

std::string seconds_text(double value) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.4f s", value);
    return text.data();
}

double packet_duration(const MeasuredRendition& audio) {
    return audio.track.sample_rate == 0
               ? 0
               : static_cast<double>(AacParser::kSamplesPerFrame) / static_cast<double>(audio.track.sample_rate);
}

double unit_duration(const MeasuredRendition& rendition) {
    return rendition.track.kind == TrackKind::Audio ? packet_duration(rendition) : rendition.frame_duration();
}

} // namespace framehand::media::verify
