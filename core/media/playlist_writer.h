// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/plan.h"
#include "core/media/rational.h"
#include "core/media/rendition_record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media {

/// The text of HLS playlists (RFC 8216, Apple's authoring specification) from what was measured. Pure functions.

/// A media playlist (VOD). `folder` is prepended to every URI: "" beside the segments, "v-0123456789ab/" for the stable
/// playlist above them. EXTINF values are rounded from one running time, so that no error adds up.
[[nodiscard]] std::string media_playlist(const RenditionRecord& rendition, std::int64_t target_duration_sec,
                                         const std::string& folder);

/// The I-frame playlist: byte ranges into the normal segments (RFC 8216 4.3.3.6, Apple 6).
[[nodiscard]] std::string iframe_playlist(const RenditionRecord& rendition);

struct VariantEntry {
    std::string uri;
    std::string iframe_uri; ///< "" for none
    std::string codecs;     ///< of the video, "" for audio-only
    int width = 0;
    int height = 0;
    Rational frame_rate;
    RungSource source = RungSource::Encode;
    std::int64_t peak = 0; ///< measured, of the video alone
    std::int64_t average = 0;
    std::int64_t iframe_peak = 0; ///< measured, of the I-frame playlist
    std::int64_t iframe_average = 0;
};

struct AudioEntry {
    std::string uri;
    std::string codecs;
    std::string name;
    std::string language; ///< RFC 5646
    int channels = 2;
    bool describes_video = false;
    std::int64_t peak = 0;
    std::int64_t average = 0;
};

/// Audio renditions of which a player plays one. All groups hold the same tracks in the same order (RFC 8216
/// 4.3.4.1.1); the first one is the default.
struct AudioGroup {
    std::string id;
    std::vector<AudioEntry> members; ///< never empty
};

struct TextEntry {
    std::string uri;
    std::string name;
    std::string language; ///< RFC 5646
    bool is_default = false;
    bool forced = false;
    bool hearing_impaired = false;
    std::int64_t peak = 0;
    std::int64_t average = 0;
};

/// The multivariant playlist. Each variant is listed once for each audio group: with the first group that of H.264
/// nearest to 2000 kbit/s first (Apple 1.32), then by codec (H.264, H.265, AV1) and falling bit rate, then likewise
/// with the next group. Bandwidths are sums of the variant and the heaviest members of its groups (RFC 8216 4.3.4.2).
/// Without variants, each audio group's default becomes one. A variant that is copied is named in EXT-X-SESSION-DATA
/// (4.3.4.4), which players pass over: its IDR pictures are where the source has them.
[[nodiscard]] std::string multivariant_playlist(std::vector<VariantEntry> variants,
                                                const std::vector<AudioGroup>& audio,
                                                const std::vector<TextEntry>& text);

/// Bits a second of what an I-frame playlist makes a player fetch: the largest, and the average over the film.
struct IFrameRates {
    std::int64_t peak = 0;
    std::int64_t average = 0;
};

[[nodiscard]] IFrameRates iframe_rates(const RenditionRecord& rendition);

} // namespace framehand::media
