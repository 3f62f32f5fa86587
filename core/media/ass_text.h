// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The text field of an ASS event as the text of a WebVTT cue (W3C WebVTT 4.2.2): italics, bold and underline stay,
/// line breaks stay, all other override tags, comments and drawings go; '&', '<' and '>' are escaped. Invalid UTF-8 is
/// replaced. Holds no empty line, which would end a cue; "" if nothing can be seen.
[[nodiscard]] std::string cue_text_of_ass(std::string_view text);

/// The text field of an event line as libavcodec's decoders give it
/// ("ReadOrder,Layer,Style,Name,MarginL,MarginR,MarginV,Effect,Text"); "" if the line has fewer fields.
[[nodiscard]] std::string_view text_field_of_ass(std::string_view line);

} // namespace framehand::media
