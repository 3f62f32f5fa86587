// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/media_info.h"

#include <array>
#include <cstdint>
#include <string>

namespace framehand::media {

/// The 3x3 matrix of a track header, as libav hands it out (AV_PKT_DATA_DISPLAYMATRIX).
using DisplayMatrix = std::array<std::int32_t, 9>;

/// The nearest of the eight orientations; a degenerate matrix is Upright.
[[nodiscard]] Orientation orientation_from_matrix(const DisplayMatrix& matrix);

/// The libavfilter text that turns the picture upright ("transpose=clock"), "" for Upright.
[[nodiscard]] std::string orientation_filter(Orientation orientation);

} // namespace framehand::media
