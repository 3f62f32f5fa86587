// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/media/copy_facts.h"
#include "core/media/rational.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::media {

/// How the stored picture must be turned to be seen upright. Rotations are clockwise.
enum class Orientation {
    Upright,
    Rotate90,
    Rotate180,
    Rotate270,
    FlipHorizontal,
    FlipVertical,
    Transpose,
    AntiTranspose
};

/// Whether the frames' distances are all the same, as far as the container's index or its first packets tell.
enum class FrameTiming { Constant, Variable };

enum class ColorRange { Unknown, Limited, Full };
enum class HdrKind { Sdr, Pq, Hlg };
enum class FieldOrder { Unknown, Progressive, TopFirst, BottomFirst };

[[nodiscard]] std::string_view to_string(Orientation orientation);
[[nodiscard]] std::string_view to_string(FrameTiming timing);
[[nodiscard]] std::string_view to_string(ColorRange range);
[[nodiscard]] std::string_view to_string(HdrKind kind);
[[nodiscard]] std::string_view to_string(FieldOrder order);

/// True where width and height change places on the way to the screen.
[[nodiscard]] bool swaps_sides(Orientation orientation);

/// Colour tags by their libav names ("bt709", "smpte2084"); "" where the file does not say.
struct ColorTags {
    std::string primaries;
    std::string transfer;
    std::string matrix;
    ColorRange range = ColorRange::Unknown;

    bool operator==(const ColorTags&) const = default;
};

struct VideoStreamInfo {
    int index = 0;     ///< of the stream in the container
    std::string codec; ///< libav's name, "h264"
    int width = 0;     ///< as coded, before rotation and sample aspect
    int height = 0;
    Rational sample_aspect{1, 1}; ///< of the coded picture, before rotation
    Orientation orientation = Orientation::Upright;
    Rational frame_rate; ///< average; exact where the timing is constant
    FrameTiming timing = FrameTiming::Constant;
    Rational time_base;       ///< of the container's timestamps
    std::string pixel_format; ///< libav's name, "yuv420p10le"
    int bit_depth = 8;
    ColorTags color;
    HdrKind hdr = HdrKind::Sdr;
    FieldOrder field_order = FieldOrder::Unknown;
    std::int64_t bitrate = 0;      ///< bits a second, 0 if unknown
    double duration_sec = 0;       ///< the stream's own, 0 if unknown
    std::int64_t frames = 0;       ///< as the container counts them, 0 if it does not
    std::optional<CopyFacts> copy; ///< absent until somebody looks (copy_scan.h)

    bool operator==(const VideoStreamInfo&) const = default;
};

struct AudioStreamInfo {
    int index = 0;
    std::string codec;
    int channels = 0;
    int sample_rate = 0;
    std::string language; ///< as the file says it ("eng"), "" if it does not
    std::string title;
    bool is_default = false;
    bool describes_video = false; ///< made for people who do not see the picture
    std::int64_t bitrate = 0;
    double duration_sec = 0;

    bool operator==(const AudioStreamInfo&) const = default;
};

/// Subtitles that are text.
struct TextStreamInfo {
    int index = 0;
    std::string codec;
    std::string language; ///< as AudioStreamInfo has it
    std::string title;
    bool is_default = false;
    bool forced = false;           ///< only what must be read also by those who understand the speech
    bool hearing_impaired = false; ///< also says what is to be heard beside the speech

    bool operator==(const TextStreamInfo&) const = default;
};

/// A stream that cannot become part of a package, with the reason for people.
struct IgnoredStream {
    int index = 0;
    std::string kind; ///< "subtitle", "data", "picture", ...
    std::string codec;
    std::string reason;

    bool operator==(const IgnoredStream&) const = default;
};

/// What a file is, without a trace of libav in it.
struct MediaInfo {
    std::string container; ///< libav's name, "mov,mp4,m4a,3gp,3g2,mj2"
    double start_sec = 0;
    double duration_sec = 0; ///< 0 if unknown
    /// libav guessed the durations from the bit rate or from the clock at both ends: good for a progress bar, no proof
    /// that a file is complete.
    bool duration_is_estimate = false;
    std::uint64_t bytes = 0;
    std::optional<VideoStreamInfo> video; ///< the best one; cover pictures never
    std::vector<AudioStreamInfo> audio;   ///< those that can be decoded
    std::vector<TextStreamInfo> text;     ///< those that can be decoded
    std::vector<IgnoredStream> ignored;

    bool operator==(const MediaInfo&) const = default;
};

/// "30000/1001", "25".
[[nodiscard]] base::Json to_json(Rational value);
[[nodiscard]] base::Json to_json(const ColorTags& color);
[[nodiscard]] base::Json to_json(const MediaInfo& info);

} // namespace framehand::media
