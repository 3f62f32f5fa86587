// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/av.h"
#include "core/media/picture_size.h"
#include "core/media/plan.h"

#include <string>

namespace framehand::media {

enum class Deinterlacing { Off, FlaggedFrames };

/// The libavfilter text that turns decoded frames of one size and pixel format into what the top rung needs: 8-bit
/// limited-range 4:2:0 of the plan's output colour, upright, square pixels, `target` size. "" where the frame already
/// is that. Pure.
[[nodiscard]] std::string conversion_text(const VideoPlan& plan, PictureSize coded, AVPixelFormat format,
                                          PictureSize target, Deinterlacing deinterlacing);

/// The libavfilter text that makes a smaller picture of an already converted one, and the same by swscale for where
/// zimg refuses.
[[nodiscard]] std::string scaling_text(const VideoPlan& plan, PictureSize target);
[[nodiscard]] std::string plain_scaling_text(PictureSize target);

/// Writes a colour into a frame's properties.
void tag_color(AVFrame& frame, const ColorTags& color);

/// Writes the plan's output colour and square pixels into a frame's properties and removes side data (mastering
/// display, display matrix, captions) that no longer holds.
void tag_converted(AVFrame& frame, const VideoPlan& plan);

} // namespace framehand::media
