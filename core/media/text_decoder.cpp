// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/text_decoder.h"

#include "core/media/ass_text.h"

#include <cstdint>
#include <memory>
#include <span>

namespace framehand::media {

namespace {

constexpr std::int64_t kMicros = 1000; // in a millisecond

constexpr std::int64_t kLatestUs = 1'000'000'000'000'000; // 31 years: farther away is damage, and would overflow

struct FreeSubtitle {
    void operator()(AVSubtitle* subtitle) const { avsubtitle_free(subtitle); }
};

/// "" for a rectangle of pixels.
std::string text_of(const AVSubtitleRect& rect) {
    if (rect.type == SUBTITLE_ASS && rect.ass != nullptr) {
        return cue_text_of_ass(text_field_of_ass(rect.ass));
    }
    return rect.type == SUBTITLE_TEXT && rect.text != nullptr ? cue_text_of_ass(rect.text) : std::string();
}

} // namespace

bool is_text_codec(AVCodecID codec) {
    const AVCodecDescriptor* descriptor = avcodec_descriptor_get(codec);
    // Closed captions scroll letter by letter: a stream of pictures of text rather than subtitles.
    return descriptor != nullptr && codec != AV_CODEC_ID_EIA_608 && codec != AV_CODEC_ID_DVB_TELETEXT &&
           descriptor->type == AVMEDIA_TYPE_SUBTITLE && (descriptor->props & AV_CODEC_PROP_TEXT_SUB) != 0 &&
           avcodec_find_decoder(codec) != nullptr;
}

base::Result<TextDecoder> TextDecoder::open(const AVStream& stream) {
    using base::ErrorCode;
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    UniqueCodecContext context(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (!context) {
        return base::fail(ErrorCode::Unsupported, "libav has no decoder for these subtitles");
    }
    if (const int rc = avcodec_parameters_to_context(context.get(), stream.codecpar); rc < 0) {
        return av_failure(rc, "the subtitles' header cannot be read");
    }
    context->pkt_timebase = stream.time_base;
    context->sub_charenc_mode = FF_SUB_CHARENC_MODE_IGNORE; // else one wrong letter loses the whole subtitle
    if (const int rc = avcodec_open2(context.get(), codec, nullptr); rc < 0) {
        return base::fail(ErrorCode::Unsupported, "the decoder of these subtitles does not open", av_error_text(rc));
    }
    return TextDecoder(std::move(context));
}

std::vector<SourceCue> TextDecoder::decode(AVPacket& packet) {
    std::vector<SourceCue> cues;
    AVSubtitle storage{};
    int got = 0;
    if (packet.pts == AV_NOPTS_VALUE || avcodec_decode_subtitle2(m_context.get(), &storage, &got, &packet) < 0) {
        ++m_damaged;
        return cues;
    }
    if (got == 0) {
        return cues;
    }
    const std::unique_ptr<AVSubtitle, FreeSubtitle> subtitle(&storage);
    if (subtitle->pts < -kLatestUs || subtitle->pts > kLatestUs) {
        ++m_damaged;
        return cues;
    }
    const std::int64_t start = subtitle->pts + std::int64_t{subtitle->start_display_time} * kMicros;
    std::optional<std::int64_t> end;
    if (subtitle->end_display_time > subtitle->start_display_time && subtitle->end_display_time != UINT32_MAX) {
        end = subtitle->pts + std::int64_t{subtitle->end_display_time} * kMicros;
    }
    for (const AVSubtitleRect* rect : std::span(subtitle->rects, subtitle->num_rects)) {
        if (std::string text = text_of(*rect); !text.empty()) {
            cues.push_back({start, end, std::move(text)});
        }
    }
    return cues;
}

} // namespace framehand::media
