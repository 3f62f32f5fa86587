// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/webvtt.h"

#include <string>
#include <vector>

namespace framehand::media {

/// The cues of a text track as single files hold them.

/// SubRip: text with <b>, <i> and <u>, without WebVTT's escapes and other tags.
[[nodiscard]] std::vector<TextCue> subrip_cues(const std::vector<TextCue>& cues);

/// 3GPP timed text (mov_text): plain text, no two at once. Where cues overlap, they are one that shows both.
[[nodiscard]] std::vector<TextCue> timed_text_cues(const std::vector<TextCue>& cues);

} // namespace framehand::media
