// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/inspector.h"

#include "core/base/text.h"
#include "core/media/av.h"
#include "core/media/frame_timing.h"
#include "core/media/input_file.h"
#include "core/media/orientation.h"
#include "core/media/text_decoder.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kMaxDimension = 16384;

std::string text_or_empty(const char* text) {
    return text == nullptr ? "" : text;
}

std::string tag(const AVStream& stream, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, key, nullptr, 0);
    return entry == nullptr ? "" : text_or_empty(entry->value);
}

double stream_seconds(const AVStream& stream) {
    return stream.duration > 0 ? static_cast<double>(stream.duration) * av_q2d(stream.time_base) : 0.0;
}

ColorTags color_tags(const AVCodecParameters& par) {
    ColorTags color;
    if (par.color_primaries != AVCOL_PRI_UNSPECIFIED) {
        color.primaries = text_or_empty(av_color_primaries_name(par.color_primaries));
    }
    if (par.color_trc != AVCOL_TRC_UNSPECIFIED) {
        color.transfer = text_or_empty(av_color_transfer_name(par.color_trc));
    }
    if (par.color_space != AVCOL_SPC_UNSPECIFIED) {
        color.matrix = text_or_empty(av_color_space_name(par.color_space));
    }
    if (par.color_range == AVCOL_RANGE_JPEG) {
        color.range = ColorRange::Full;
    } else if (par.color_range == AVCOL_RANGE_MPEG) {
        color.range = ColorRange::Limited;
    }
    // "reserved" is libav's name for a number that the standard has not given out.
    for (std::string* name : {&color.primaries, &color.transfer, &color.matrix}) {
        if (*name == "reserved" || *name == "unknown") {
            name->clear();
        }
    }
    return color;
}

FieldOrder field_order(AVFieldOrder order) {
    switch (order) {
    case AV_FIELD_PROGRESSIVE:
        return FieldOrder::Progressive;
    case AV_FIELD_TT:
    case AV_FIELD_TB:
        return FieldOrder::TopFirst;
    case AV_FIELD_BB:
    case AV_FIELD_BT:
        return FieldOrder::BottomFirst;
    default:
        return FieldOrder::Unknown;
    }
}

Orientation stream_orientation(const AVStream& stream) {
    std::size_t size = 0;
    const std::uint8_t* data = stream_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size);
    DisplayMatrix matrix{};
    if (data == nullptr || size < sizeof(matrix)) {
        return Orientation::Upright;
    }
    std::memcpy(matrix.data(), data, sizeof(matrix));
    return orientation_from_matrix(matrix);
}

base::Result<VideoStreamInfo> describe_video(InputFile& file, const AVStream& stream, std::int64_t max_pixels) {
    using base::ErrorCode;
    const AVCodecParameters& par = *stream.codecpar;
    VideoStreamInfo video;
    video.index = stream.index;
    video.codec = avcodec_get_name(par.codec_id);
    if (avcodec_find_decoder(par.codec_id) == nullptr) {
        return base::fail(ErrorCode::Unsupported, "libav has no decoder for the video's codec \"" + video.codec + "\"");
    }
    if (par.width <= 0 || par.height <= 0 || par.format < 0) {
        return base::fail(ErrorCode::CorruptData, "the video stream (" + video.codec + ") does not say its size");
    }
    const std::string size = std::to_string(par.width) + "x" + std::to_string(par.height);
    if (par.width > kMaxDimension || par.height > kMaxDimension) {
        return base::fail(ErrorCode::Unsupported, "the video is " + size + "; at most " +
                                                      std::to_string(kMaxDimension) + " on a side can be read");
    }
    if (std::int64_t{par.width} * par.height > max_pixels) {
        return base::fail(ErrorCode::Unsupported, "the video is " + size + "; at most " + std::to_string(max_pixels) +
                                                      " pixels are read (max_source_pixels)");
    }
    video.width = par.width;
    video.height = par.height;
    const AVRational aspect = stream.sample_aspect_ratio.num > 0 ? stream.sample_aspect_ratio : par.sample_aspect_ratio;
    // An aspect beyond 1:16 is damage, not a format.
    if (aspect.num > 0 && aspect.den > 0 && aspect.num <= 16 * std::int64_t{aspect.den} &&
        aspect.den <= 16 * std::int64_t{aspect.num}) {
        video.sample_aspect = reduced(from_av(aspect));
    }
    video.orientation = stream_orientation(stream);
    video.time_base = from_av(stream.time_base);

    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(par.format));
    if (format != nullptr) {
        video.pixel_format = format->name;
        for (const auto& component : std::span(format->comp, format->nb_components)) {
            video.bit_depth = std::max(video.bit_depth, component.depth);
        }
    }
    video.color = color_tags(par);
    if (video.color.range == ColorRange::Unknown && video.pixel_format.starts_with("yuvj")) {
        video.color.range = ColorRange::Full;
    }
    if (par.color_trc == AVCOL_TRC_SMPTE2084) {
        video.hdr = HdrKind::Pq;
    } else if (par.color_trc == AVCOL_TRC_ARIB_STD_B67) {
        video.hdr = HdrKind::Hlg;
    }
    video.field_order = field_order(par.field_order);
    video.bitrate = std::max<std::int64_t>(par.bit_rate, 0);
    video.duration_sec = stream_seconds(stream);
    video.frames = std::max<std::int64_t>(stream.nb_frames, 0);
    FH_ASSIGN(const TimingFacts timing, probe_timing(file, stream));
    video.timing = timing.timing;
    video.frame_rate = timing.frame_rate;
    if (std::string_view(file.context().iformat->name) == "avi" && timing.timing == FrameTiming::Constant) {
        // libav corrects the duration of a cut AVI by what is left of it; the header still has the truth.
        video.duration_sec =
            std::max(video.duration_sec, static_cast<double>(video.frames) / timing.frame_rate.value());
    }
    return video;
}

AudioStreamInfo describe_audio(const AVStream& stream) {
    const AVCodecParameters& par = *stream.codecpar;
    AudioStreamInfo audio;
    audio.index = stream.index;
    audio.codec = avcodec_get_name(par.codec_id);
    audio.channels = par.ch_layout.nb_channels;
    audio.sample_rate = par.sample_rate;
    audio.language = tag(stream, "language");
    audio.title = tag(stream, "title");
    audio.is_default = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    audio.describes_video = (stream.disposition & AV_DISPOSITION_VISUAL_IMPAIRED) != 0;
    audio.bitrate = std::max<std::int64_t>(par.bit_rate, 0);
    audio.duration_sec = stream_seconds(stream);
    return audio;
}

TextStreamInfo describe_text(const AVStream& stream) {
    TextStreamInfo text;
    text.index = stream.index;
    text.codec = avcodec_get_name(stream.codecpar->codec_id);
    text.language = tag(stream, "language");
    text.title = tag(stream, "title");
    text.is_default = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    text.forced = (stream.disposition & AV_DISPOSITION_FORCED) != 0;
    text.hearing_impaired = (stream.disposition & AV_DISPOSITION_HEARING_IMPAIRED) != 0;
    return text;
}

/// Why subtitles that are not text of a stream of their own cannot be taken over.
std::string subtitle_reason(AVCodecID codec) {
    const AVCodecDescriptor* descriptor = avcodec_descriptor_get(codec);
    const bool is_bitmap = descriptor != nullptr && (descriptor->props & AV_CODEC_PROP_BITMAP_SUB) != 0;
    return is_bitmap ? "its subtitles are pictures, which cannot become text" : "its subtitles cannot be read as text";
}

IgnoredStream ignored(const AVStream& stream, std::string reason) {
    const char* kind = av_get_media_type_string(stream.codecpar->codec_type);
    return {stream.index, is_attached_picture(stream) ? "picture" : (kind == nullptr ? "unknown" : kind),
            avcodec_get_name(stream.codecpar->codec_id), std::move(reason)};
}

/// The stream that a player would show, or null: cover pictures do not count.
const AVStream* best_video(const AVFormatContext& context) {
    const AVStream* best = nullptr;
    const auto rank = [](const AVStream& stream) {
        const AVCodecParameters& par = *stream.codecpar;
        return std::tuple(avcodec_find_decoder(par.codec_id) != nullptr && par.width > 0,
                          (stream.disposition & AV_DISPOSITION_DEFAULT) != 0,
                          static_cast<std::int64_t>(par.width) * par.height);
    };
    for (const AVStream* stream : std::span(context.streams, context.nb_streams)) {
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !is_attached_picture(*stream) &&
            (best == nullptr || rank(*stream) > rank(*best))) {
            best = stream;
        }
    }
    return best;
}

/// An estimate is not held against a file: whoever reads on finds out.
base::Status check_duration(const MediaInfo& info, base::Duration longest, const MediaSource& source) {
    const double limit = std::chrono::duration<double>(longest).count();
    if (info.duration_is_estimate || info.duration_sec <= limit) {
        return {};
    }
    // A false duration may be beyond what the words for it can say.
    constexpr double kSayable = 1e9;
    const auto said = std::chrono::duration<double>(std::min(info.duration_sec, kSayable));
    return base::fail(base::ErrorCode::Unsupported,
                      "the film says that it lasts " +
                          base::humanize_duration(std::chrono::duration_cast<base::Duration>(said)) + "; at most " +
                          base::humanize_duration(longest) + " are read (max_source_duration): " + source.name());
}

} // namespace

base::Result<MediaInfo> inspect(const MediaSource& source, const base::CancelToken& cancel,
                                const jobs::TranscodeLimits& limits) {
    FH_ASSIGN(InputFile file, InputFile::open(source, cancel));
    const AVFormatContext& context = file.context();

    MediaInfo info;
    info.container = text_or_empty(context.iformat->name);
    info.start_sec =
        context.start_time == AV_NOPTS_VALUE ? 0.0 : static_cast<double>(context.start_time) / AV_TIME_BASE;
    info.duration_sec = context.duration > 0 ? static_cast<double>(context.duration) / AV_TIME_BASE : 0.0;
    info.duration_is_estimate = context.duration_estimation_method == AVFMT_DURATION_FROM_BITRATE ||
                                (context.iformat->flags & AVFMT_TS_DISCONT) != 0;
    info.bytes = source.size();

    const AVStream* video = best_video(context);
    for (const AVStream* stream : std::span(context.streams, context.nb_streams)) {
        const AVCodecParameters& par = *stream->codecpar;
        if (par.codec_type == AVMEDIA_TYPE_AUDIO) {
            if (avcodec_find_decoder(par.codec_id) == nullptr) {
                info.ignored.push_back(ignored(*stream, "libav has no decoder for it"));
            } else if (par.sample_rate <= 0 || par.ch_layout.nb_channels <= 0) {
                info.ignored.push_back(ignored(*stream, "it does not say its sample rate and channels"));
            } else {
                info.audio.push_back(describe_audio(*stream));
            }
        } else if (par.codec_type == AVMEDIA_TYPE_SUBTITLE) {
            if (is_text_codec(par.codec_id)) {
                info.text.push_back(describe_text(*stream));
            } else {
                info.ignored.push_back(ignored(*stream, subtitle_reason(par.codec_id)));
            }
        } else if (stream != video) {
            const bool is_video = par.codec_type == AVMEDIA_TYPE_VIDEO;
            info.ignored.push_back(ignored(*stream, is_attached_picture(*stream) ? "a cover picture"
                                                    : is_video                   ? "another video stream is shown"
                                                                                 : "not video, audio or text"));
        }
    }
    if (video != nullptr) {
        auto described = describe_video(file, *video, limits.max_pixels);
        if (!described) {
            return base::fail(described.error().code, described.error().message + ": " + source.name(),
                              described.error().cause);
        }
        info.video = std::move(*described);
    }
    if (!info.video && info.audio.empty()) {
        return base::fail(base::ErrorCode::Unsupported, "no video or audio in it: " + source.name());
    }
    FH_TRY(check_duration(info, limits.max_duration, source));
    return info;
}

} // namespace framehand::media
