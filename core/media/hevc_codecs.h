// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The codecs value of H.265 (ISO/IEC 14496-15 annex E.3) from a sequence parameter set with its NAL header:
/// "hvc1.1.6.L93.90". "" if the unit is too short.
[[nodiscard]] std::string hevc_codecs(std::string_view sequence_parameter_set);

} // namespace framehand::media
