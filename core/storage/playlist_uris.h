// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::storage {

/// Where a URI stands in a line.
struct UriPlace {
    std::size_t start = 0;
    std::size_t length = 0;
};

/// The URI of one line of a playlist, as playlists of Framehand have it: the line itself where it is no tag (RFC 8216
/// section 4.1), a URI attribute, or the value of an EXT-X-SESSION-DATA of ours, which names a variant. At most one.
[[nodiscard]] std::vector<UriPlace> uris_in_line(std::string_view line);

/// RFC 3986 section 2.1; a lone '%' stays as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// The ids of the packages whose version folders (or flat names) `text` names, sorted.
[[nodiscard]] std::vector<std::string> package_ids_in(std::string_view text);

} // namespace framehand::storage
