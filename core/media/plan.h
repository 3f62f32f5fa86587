// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/jobs/job.h"
#include "core/media/media_info.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::media {

/// What is done once to each source frame before it is scaled down the ladder; for people and for the plan's JSON.
enum class ConversionStep {
    Deinterlace,
    Rotate,
    SquarePixels,
    EvenSize,
    LimitRange,
    ToneMap,
    To8Bit,
    To420,
    DropFrames
};

[[nodiscard]] std::string_view to_string(ConversionStep step);

/// Where a rung's encoder has its frame types and the dependencies between pictures from.
enum class RateStatistics {
    Own,   ///< it looks at the pictures itself
    Lead,  ///< the same, and tells the others what it found out
    Follow ///< from the leading rung, which is both less work and better pictures
};

[[nodiscard]] std::string_view to_string(RateStatistics statistics);

/// What an encoder holds. Neither goes beyond RungPlan::maxrate, as a buffer of RungPlan::bufsize sees it.
enum class RateControl {
    Bitrate, ///< RungPlan::bitrate on average
    Quality, ///< RungPlan::quality throughout: easy pictures cost less than the bit rate, and no picture pays for
             ///< others
};

/// Encode: from decoded pictures. Copy: the source's own compressed pictures, as they are.
enum class RungSource { Encode, Copy };

/// One video rendition as it will be made.
struct RungPlan {
    std::string name;      ///< "1080p"
    std::string requested; ///< as the job spelled it
    int width = 0;         ///< even, square pixels, upright
    int height = 0;
    std::string codec = "h264"; ///< or "hevc", "av1"
    RungSource source = RungSource::Encode;
    std::string encoder; ///< libavcodec's name; "copy" where there is none
    std::string profile = "high";
    int level = 40; ///< H.264 and AV1: 10 times the level; H.265: 30 times the level (general_level_idc)
    RateControl rate_control = RateControl::Bitrate;
    int quality = 0;          ///< the encoder's constant rate factor, 0 where the bit rate is held
    std::int64_t bitrate = 0; ///< bits a second, as the job asked for; of a copy the source's, as the next
    std::int64_t maxrate = 0;
    std::int64_t bufsize = 0; ///< bits
    std::string preset;       ///< "" where the encoder has none
    RateStatistics statistics = RateStatistics::Own;
    int threads = 1;
    int reordering = 0; ///< of a copy: how many pictures a picture may be decoded before its turn to be shown

    bool operator==(const RungPlan&) const = default;
};

/// How the source's video is read, timed and converted, the same for all rungs.
struct VideoPlan {
    int stream_index = 0;
    FrameTiming timing = FrameTiming::Constant;
    Rational frame_rate;        ///< of the output; exact where the timing is constant, else the average
    int keep_every = 1;         ///< 2 = every second source frame, ... (Apple 1.19: never above 60 a second)
    std::int64_t timescale = 0; ///< ticks a second of all video timestamps of the package
    Rational gop_duration;      ///< seconds: a whole number of frames where the timing is constant
    int gop_frames = 0;         ///< frames in gop_duration, 0 where the timing is variable
    int gops_per_segment = 1;
    /// Ticks at which the segments begin, the first at 0; empty: at the multiples of gops_per_segment GOPs. Where a
    /// rung is copied, its IDR pictures decide.
    std::vector<std::int64_t> segment_starts;
    int decoder_threads = 1;
    Orientation orientation = Orientation::Upright;
    HdrKind hdr = HdrKind::Sdr;
    ColorTags source_color; ///< complete: unknown tags are decided by rule
    ColorTags output_color; ///< of every rung
    std::vector<ConversionStep> steps;
    std::vector<RungPlan> rungs;      ///< in the order of the job's outputs; never empty
    double expected_duration_sec = 0; ///< as the stream says, 0 where it does not really say

    bool operator==(const VideoPlan&) const = default;
};

/// One audio rendition. A source track has a stereo one, and beside it a 5.1 one where that was asked for.
struct AudioPlan {
    int stream_index = 0;
    std::string encoder = "aac";
    int sample_rate = 48000;
    int channels = 2; ///< or 6, which is 5.1
    std::int64_t bitrate = 128000;
    std::string language = "und"; ///< RFC 5646
    std::string name;             ///< what a player's menu shows; the same for both renditions of one source track
    bool describes_video = false;
    std::string folder; ///< "2-de", inside the package's audio folder; "" for the default track, which is the folder

    bool operator==(const AudioPlan&) const = default;
};

/// One track of subtitles, which becomes WebVTT.
struct TextPlan {
    int stream_index = 0;
    std::string language = "und"; ///< RFC 5646
    std::string name;             ///< what a player's menu shows, different for each track
    bool is_default = false;      ///< shown unless somebody chooses otherwise; at most one
    bool forced = false;
    bool hearing_impaired = false;
    std::string folder; ///< "1-en", inside the package's text folder

    bool operator==(const TextPlan&) const = default;
};

/// Everything that decides what a package looks like; a pure function of media info, job and capabilities.
struct Plan {
    std::optional<VideoPlan> video; ///< none: an audio-only package
    std::vector<AudioPlan> audio;   ///< the first is the default; empty: a package without sound
    std::vector<TextPlan> text;
    jobs::SegmentFormat segment_format = jobs::SegmentFormat::Fmp4;
    Rational segment_duration;      ///< seconds, nominal
    double duration_sec = 0;        ///< expected, 0 if unknown
    double source_duration_sec = 0; ///< what the source must hold to be complete, 0 where it does not really say
    std::vector<std::string> notes; ///< sentences for people

    bool operator==(const Plan&) const = default;
};

/// What people call a rendition beside its rungs: "audio", "audio 2-de", "subtitles 1-en".
[[nodiscard]] std::string name_of(const AudioPlan& plan);
[[nodiscard]] std::string name_of(const TextPlan& plan);

[[nodiscard]] bool is_copied(const RungPlan& rung);
/// True if any rung is.
[[nodiscard]] bool copies(const Plan& plan);

/// Seconds from the film's start to where segment `number` begins; its end at most, where that is known.
[[nodiscard]] double segment_start_sec(const Plan& plan, std::int64_t number);

/// Segments that the film will have; 0 where nobody can say: without video, or where the source does not really say how
/// long it is.
[[nodiscard]] std::int64_t expected_segments(const Plan& plan);

[[nodiscard]] base::Json plan_to_json(const Plan& plan);

} // namespace framehand::media
