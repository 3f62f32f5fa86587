// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/webvtt.h"

#include "core/media/picture.h"

#include <array>
#include <cstdio>

namespace framehand::media {

namespace {

constexpr std::int64_t kMpegTicks = 90'000; // a second of X-TIMESTAMP-MAP's MPEGTS

std::string time_text(std::int64_t ms) {
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld.%03lld", static_cast<long long>(ms / 3'600'000),
                  static_cast<long long>(ms / 60'000 % 60), static_cast<long long>(ms / 1000 % 60),
                  static_cast<long long>(ms % 1000));
    return text.data();
}

} // namespace

std::string webvtt_segment(const std::vector<const TextCue*>& cues) {
    std::string text =
        "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:" + std::to_string(kTimelineOffsetSec * kMpegTicks) + ",LOCAL:00:00:00.000\n";
    for (const TextCue* cue : cues) {
        text += "\n" + time_text(cue->start_ms) + " --> " + time_text(cue->end_ms) + "\n" + cue->text + "\n";
    }
    return text;
}

} // namespace framehand::media
