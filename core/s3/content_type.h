// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::s3 {

/// The media type of an artifact by the end of its name ("index.m3u8" -> "application/vnd.apple.mpegurl");
/// "application/octet-stream" for what is not known.
[[nodiscard]] std::string content_type_of(std::string_view name);

} // namespace framehand::s3
