// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/verify/playlist.h"

#include <string_view>

namespace framehand::media::verify {

/// A strict reader of RFC 8216 playlists. Refuses what players only tolerate: text before #EXTM3U, a tag with a
/// malformed value, a tag twice that may stand once, a segment without EXTINF, media and multivariant tags in one file.
/// Tags that the RFC does not define are skipped, as it demands. Pure; memory is bounded by the text's own size.
class M3u8Parser {
public:
    /// CorruptData: "line 7: ...". At most kMaxEntries segments.
    [[nodiscard]] static base::Result<MediaPlaylist> parse_media(std::string_view text);
    [[nodiscard]] static base::Result<MultivariantPlaylist> parse_multivariant(std::string_view text);

    static constexpr std::size_t kMaxEntries = 500'000;
};

} // namespace framehand::media::verify
