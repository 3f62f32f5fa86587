// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// A playlist as it stands in its file (RFC 8216), with URIs as written. Plain values.

struct ByteRange {
    std::uint64_t length = 0;
    std::uint64_t offset = 0;
};

struct MediaSegment {
    std::string uri;
    double duration = 0; ///< EXTINF, seconds
    std::optional<ByteRange> range;
};

struct MediaPlaylist {
    std::uint64_t version = 1;
    std::optional<std::uint64_t> target_duration; ///< seconds
    std::string type;                             ///< "VOD", "EVENT" or ""
    std::uint64_t media_sequence = 0;
    bool has_endlist = false;
    bool independent_segments = false;
    bool iframes_only = false;
    bool has_discontinuity = false;
    std::string map_uri; ///< EXT-X-MAP, "" if there is none
    std::vector<MediaSegment> segments;

    /// Sum of all EXTINF, seconds.
    [[nodiscard]] double duration() const;
};

struct Resolution {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool operator==(const Resolution&) const = default;
};

/// EXT-X-STREAM-INF or EXT-X-I-FRAME-STREAM-INF.
struct VariantStream {
    std::string uri;
    std::uint64_t bandwidth = 0; ///< bits a second
    std::optional<std::uint64_t> average_bandwidth;
    std::vector<std::string> codecs;
    std::optional<Resolution> resolution;
    std::optional<double> frame_rate;
    std::string video_range; ///< "SDR", "PQ", "HLG", or "" where it is not said
    std::string audio_group;
    std::string subtitles_group;
};

/// EXT-X-MEDIA.
struct MediaRendition {
    std::string type; ///< "AUDIO", "SUBTITLES", ...
    std::string group;
    std::string name;
    std::string language;
    std::string channels; ///< "" where it is not said
    bool is_default = false;
    bool is_autoselect = false;
    bool is_forced = false;
    std::string uri; ///< "" if the media lies in the variant's own segments
};

struct MultivariantPlaylist {
    std::uint64_t version = 1;
    bool independent_segments = false;
    std::vector<VariantStream> variants;
    std::vector<VariantStream> iframe_streams;
    std::vector<MediaRendition> renditions;
    std::vector<std::string> copied; ///< URIs of the variants that EXT-X-SESSION-DATA names as copies of the source
};

} // namespace framehand::media::verify
