// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_info.h"

namespace framehand::media {

std::string_view to_string(Orientation orientation) {
    switch (orientation) {
    case Orientation::Upright:
        return "upright";
    case Orientation::Rotate90:
        return "rotate-90";
    case Orientation::Rotate180:
        return "rotate-180";
    case Orientation::Rotate270:
        return "rotate-270";
    case Orientation::FlipHorizontal:
        return "flip-horizontal";
    case Orientation::FlipVertical:
        return "flip-vertical";
    case Orientation::Transpose:
        return "transpose";
    case Orientation::AntiTranspose:
        return "anti-transpose";
    }
    return "upright";
}

std::string_view to_string(FrameTiming timing) {
    return timing == FrameTiming::Constant ? "constant" : "variable";
}

std::string_view to_string(ColorRange range) {
    switch (range) {
    case ColorRange::Unknown:
        return "unknown";
    case ColorRange::Limited:
        return "limited";
    case ColorRange::Full:
        return "full";
    }
    return "unknown";
}

std::string_view to_string(HdrKind kind) {
    switch (kind) {
    case HdrKind::Sdr:
        return "sdr";
    case HdrKind::Pq:
        return "pq";
    case HdrKind::Hlg:
        return "hlg";
    }
    return "sdr";
}

std::string_view to_string(FieldOrder order) {
    switch (order) {
    case FieldOrder::Unknown:
        return "unknown";
    case FieldOrder::Progressive:
        return "progressive";
    case FieldOrder::TopFirst:
        return "top-first";
    case FieldOrder::BottomFirst:
        return "bottom-first";
    }
    return "unknown";
}

bool swaps_sides(Orientation orientation) {
    return orientation == Orientation::Rotate90 || orientation == Orientation::Rotate270 ||
           orientation == Orientation::Transpose || orientation == Orientation::AntiTranspose;
}

base::Json to_json(Rational value) {
    return value.den == 1 ? base::Json(std::to_string(value.num))
                          : base::Json(std::to_string(value.num) + "/" + std::to_string(value.den));
}

base::Json to_json(const ColorTags& color) {
    return {{"primaries", color.primaries},
            {"transfer", color.transfer},
            {"matrix", color.matrix},
            {"range", to_string(color.range)}};
}

namespace {

base::Json video_json(const VideoStreamInfo& video) {
    return {{"index", video.index},
            {"codec", video.codec},
            {"width", video.width},
            {"height", video.height},
            {"sample_aspect", to_json(video.sample_aspect)},
            {"orientation", to_string(video.orientation)},
            {"frame_rate", to_json(video.frame_rate)},
            {"timing", to_string(video.timing)},
            {"time_base", to_json(video.time_base)},
            {"pixel_format", video.pixel_format},
            {"bit_depth", video.bit_depth},
            {"color", to_json(video.color)},
            {"hdr", to_string(video.hdr)},
            {"field_order", to_string(video.field_order)},
            {"bitrate", video.bitrate},
            {"duration_sec", video.duration_sec},
            {"frames", video.frames}};
}

base::Json audio_json(const AudioStreamInfo& audio) {
    return {{"index", audio.index},        {"codec", audio.codec},
            {"channels", audio.channels},  {"sample_rate", audio.sample_rate},
            {"language", audio.language},  {"title", audio.title},
            {"default", audio.is_default}, {"describes_video", audio.describes_video},
            {"bitrate", audio.bitrate},    {"duration_sec", audio.duration_sec}};
}

base::Json text_json(const TextStreamInfo& text) {
    return {{"index", text.index},
            {"codec", text.codec},
            {"language", text.language},
            {"title", text.title},
            {"default", text.is_default},
            {"forced", text.forced},
            {"hearing_impaired", text.hearing_impaired}};
}

} // namespace

base::Json to_json(const MediaInfo& info) {
    base::Json json = {{"container", info.container},
                       {"start_sec", info.start_sec},
                       {"duration_sec", info.duration_sec},
                       {"duration_is_estimate", info.duration_is_estimate},
                       {"bytes", info.bytes},
                       {"video", nullptr},
                       {"audio", base::Json::array()},
                       {"text", base::Json::array()},
                       {"ignored", base::Json::array()}};
    if (info.video) {
        json["video"] = video_json(*info.video);
    }
    for (const AudioStreamInfo& audio : info.audio) {
        json["audio"].push_back(audio_json(audio));
    }
    for (const TextStreamInfo& text : info.text) {
        json["text"].push_back(text_json(text));
    }
    for (const IgnoredStream& stream : info.ignored) {
        json["ignored"].push_back(
            {{"index", stream.index}, {"kind", stream.kind}, {"codec", stream.codec}, {"reason", stream.reason}});
    }
    return json;
}

} // namespace framehand::media
