// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::test {

/// A video that a test makes for itself: MPEG-4 pictures of one flat gray each, or of noise, and PCM audio.
struct SyntheticSource {
    std::string container = "matroska"; ///< libav's muxer; "mpegts" needs audio off
    int width = 160;
    int height = 90;
    std::vector<std::int64_t> times_ms = {}; ///< of the pictures; empty: no video
    int audio_ms = 0;                        ///< 0: no audio
    int audio_start_ms = 0;
    std::int64_t sample_aspect_num = 1;
    std::int64_t sample_aspect_den = 1;
    bool cover_picture = false; ///< the video is a JPEG cover (in "aiff")
    int noise = 0;              ///< steps of brightness between pixels, always the same noise; 0: flat gray
};

/// `count` times, `rate` a second.
[[nodiscard]] std::vector<std::int64_t> regular_times(int count, double rate);

/// Writes it to `file`; fails the test if libav cannot.
void write_source(const std::filesystem::path& file, const SyntheticSource& source);

} // namespace framehand::test
