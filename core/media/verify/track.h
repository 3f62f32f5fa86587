// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace framehand::media::verify {

enum class TrackKind { Video, Audio };
enum class VideoCodec { H264, Hevc, Av1 };
enum class VideoRange { Sdr, Pq, Hlg };

/// How the pictures of a video are made, from its parameter sets. 0 and 2 of the colour fields: not said
/// (ITU-T H.273).
struct PictureForm {
    bool progressive = true; ///< false if interlaced pictures are possible
    unsigned bit_depth = 8;
    unsigned chroma_format = 1;     ///< chroma_format_idc: 1 is 4:2:0
    std::uint32_t aspect_width = 0; ///< of one sample; 0: not said
    std::uint32_t aspect_height = 0;
    bool full_range = false;
    unsigned primaries = 2;
    unsigned transfer = 2;
    unsigned matrix = 2;
    /// H.264 only: level_idc, and what it must allow.
    unsigned level = 0;
    std::uint32_t macroblocks = 0; ///< of one picture
    std::uint32_t reference_frames = 0;

    bool operator==(const PictureForm&) const = default;
};

/// Code points of ITU-T H.273, where 2 is "not said".
struct ColorCode {
    unsigned primaries = 2;
    unsigned transfer = 2;
    unsigned matrix = 2;

    bool operator==(const ColorCode&) const = default;
};

/// What the bytes of a rendition say about themselves: from an fMP4 init segment, or from the first MPEG-TS segment.
struct TrackFacts {
    TrackKind kind = TrackKind::Video;
    std::string codec;       ///< RFC 6381, lower case: "avc1.64001f", "mp4a.40.2"
    std::string codec_long;  ///< AV1: the form with all optional fields; else ""
    std::uint32_t width = 0; ///< video only, as the next two
    std::uint32_t height = 0;
    VideoCodec video_codec = VideoCodec::H264;
    PictureForm form;
    ColorCode container_color;     ///< of the box "colr", fMP4 only
    std::uint32_t sample_rate = 0; ///< audio only
    std::uint32_t channels = 0;    ///< audio only; 0 if not said
    std::string language;          ///< ISO 639-2/T as the container says it, "" if it does not
    std::uint32_t timescale = 0;   ///< ticks a second of all times of the rendition

    bool operator==(const TrackFacts&) const = default;
};

} // namespace framehand::media::verify
