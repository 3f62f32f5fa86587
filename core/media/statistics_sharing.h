// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture_size.h"
#include "core/media/plan.h"

#include <cstddef>
#include <cstdint>

namespace framehand::media {

/// Decides which rung leads and which follow it: the largest that is encoded leads where all such are made by x264, to
/// a bit rate and at one of its fast presets (at slower ones it saves nothing), and the pictures that wait for it fit
/// into memory. Rungs far smaller than it do not follow: what it found out fits them worse than what they see
/// themselves.
void assign_statistics(VideoPlan& video);

/// Whether one of the rungs leads.
[[nodiscard]] bool has_lead(const VideoPlan& video);

/// Bits a second that the encoder of `rung` is told to spend; not for one that holds a quality.
[[nodiscard]] std::int64_t target_rate(const RungPlan& rung, const VideoPlan& video);

/// Bytes of the pictures of this size that wait: those of a GOP, and those that the largest rung's encoder holds back.
[[nodiscard]] std::size_t held_bytes(const VideoPlan& video, PictureSize size);

} // namespace framehand::media
