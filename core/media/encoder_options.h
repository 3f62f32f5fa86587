// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/av.h"
#include "core/media/plan.h"

namespace framehand::media {

/// The private options of one encoder that make it keep our promises: IDR frames exactly where asked, closed GOPs, no
/// scene cuts, the asked bit rate or quality. General members of AVCodecContext are video_encoder's.
void set_encoder_options(AvDictionary& options, const RungPlan& rung);

/// Reordered frames that the encoder may use, -1 for its own default. 0 for hardware, whose reordering depth cannot be
/// known before it runs.
[[nodiscard]] int b_frames(const RungPlan& rung);

/// The peak that the encoder is given, bits a second, so that the segments stay within the plan's; 0 for none: SVT-AV1
/// takes one beside a quality only (its version 2 does not open with one beside a bit rate).
[[nodiscard]] std::int64_t peak_rate(const RungPlan& rung);

/// How deep an opened encoder reorders.
[[nodiscard]] int reordering_depth(const AVCodecContext& context, const RungPlan& rung);

/// The number by which libav asks for the plan's profile.
[[nodiscard]] int profile_number(const RungPlan& rung);

/// How an encoder comes to its key frames.
enum class KeyFrames {
    WhereTold, ///< at every picture that asks for one
    Counted,   ///< at its first picture, and after every AVCodecContext::gop_size of them: it cannot be told
};

[[nodiscard]] KeyFrames key_frames_of(const RungPlan& rung);

} // namespace framehand::media
