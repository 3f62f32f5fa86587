// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_info.h"

#include <string>

namespace framehand::media {

/// The source's colour with every gap filled: what the file says, else what follows from what it says, else BT.601 for
/// standard definition and BT.709 for the rest; limited range unless it is RGB.
[[nodiscard]] ColorTags complete_source_color(const VideoStreamInfo& video);

/// The colour of every rung: always limited range and SDR. BT.601 and BT.709 sources stay what they are, all others
/// become BT.709.
[[nodiscard]] ColorTags output_color(const ColorTags& source, HdrKind hdr);

/// Options of the zscale filter for a colour; `suffix` is "in" for its input, "" for its output:
/// "matrixin=bt709:transferin=bt709:primariesin=bt709:rangein=limited".
[[nodiscard]] std::string zscale_color(const ColorTags& color, const std::string& suffix);

} // namespace framehand::media
