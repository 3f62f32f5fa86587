// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture_size.h"
#include "core/media/plan.h"

#include <cstddef>

namespace framehand::media {

/// Whether the rungs of `video` share the statistics of the largest: where all that are encoded, two or more,
/// are made by x264 at one of its
/// fast presets (at slower ones it saves nothing), and the pictures that wait for the largest rung fit into memory.
[[nodiscard]] RateStatistics choose_statistics(const VideoPlan& video);

/// Bytes of the pictures of this size that wait: those of a GOP, and those that the largest rung's encoder holds back.
[[nodiscard]] std::size_t held_bytes(const VideoPlan& video, PictureSize size);

} // namespace framehand::media
