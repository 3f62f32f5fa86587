// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace framehand::media {

/// The containers that are read, by the names of libav's demuxers, with commas between them. A list of what is allowed:
/// libav has demuxers that open other files or addresses, run scripts, or read the formats of old games and
/// instruments, and new ones come with each version.
[[nodiscard]] std::string allowed_containers();

/// Why a file of this demuxer ("hls", "mov,mp4,...") is not read, or "" if it is: a sentence without the file's name.
[[nodiscard]] std::string refusal_of_container(std::string_view demuxer);

} // namespace framehand::media
