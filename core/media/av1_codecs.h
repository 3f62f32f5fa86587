// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The codecs value of AV1 (AV1 in ISOBMFF, section 5) from OBUs that hold a sequence header, or from the content of an
/// av1C box: "av01.0.04M.08"; with colour and chroma too where they are not what the short form means. "" if there is
/// no sequence header, or it is cut short.
[[nodiscard]] std::string av1_codecs(std::string_view stream);

} // namespace framehand::media
