// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The bytes of a NAL unit without those that only keep start codes out (H.264 7.3.1, H.265 7.3.1.1).
[[nodiscard]] std::string nal_payload(std::string_view nal);

} // namespace framehand::media
