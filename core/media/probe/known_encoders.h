// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace framehand::media::probe {

/// Where an encoder gets its frames from.
enum class FrameHome { Memory, Vaapi };

/// How large a frame is tried: an encoder in software takes what it is given at a price in memory and time, so it is
/// tried once at 4096x2160 and only opened at 8192x4320.
enum class SizeTrial { EncodeAll, EncodeThenOpen, EncodeFirstOnly, None };

/// An encoder that Framehand can make use of, now or later.
struct KnownEncoder {
    std::string name;   ///< libavcodec's
    std::string codec;  ///< "h264", "hevc", "av1", "aac"
    std::string vendor; ///< "" for software
    FrameHome home = FrameHome::Memory;
    SizeTrial sizes = SizeTrial::EncodeAll;
    /// Options of the benchmark, those that jobs use.
    std::vector<std::pair<std::string, std::string>> options;
};

/// In the order in which they are measured and reported.
[[nodiscard]] const std::vector<KnownEncoder>& known_encoders();

} // namespace framehand::media::probe
