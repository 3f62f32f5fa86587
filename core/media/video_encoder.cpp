// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_encoder.h"

#include "core/media/encoder_options.h"
#include "core/media/statistics_sharing.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kNoOwnKeyFrames = 1 << 20;

void describe_picture(AVCodecContext& context, const RungPlan& rung, const VideoPlan& plan) {
    context.width = rung.width;
    context.height = rung.height;
    context.sample_aspect_ratio = {1, 1};
    context.framerate = to_av(plan.frame_rate);
    context.time_base = to_av(plan.frame_rate.inverse());
    const ColorTags& color = plan.output_color;
    const auto number = [](int found, int unspecified) { return found < 0 ? unspecified : found; };
    context.color_primaries = static_cast<AVColorPrimaries>(
        number(av_color_primaries_from_name(color.primaries.c_str()), AVCOL_PRI_UNSPECIFIED));
    context.color_trc = static_cast<AVColorTransferCharacteristic>(
        number(av_color_transfer_from_name(color.transfer.c_str()), AVCOL_TRC_UNSPECIFIED));
    context.colorspace =
        static_cast<AVColorSpace>(number(av_color_space_from_name(color.matrix.c_str()), AVCOL_SPC_UNSPECIFIED));
    context.color_range = AVCOL_RANGE_MPEG;
    context.chroma_sample_location = AVCHROMA_LOC_LEFT;
}

void use_statistics(AVCodecContext& context, AvDictionary& options, const StatisticsUse& use) {
    if (use.role == StatisticsUse::Role::None) {
        return;
    }
    context.flags |= use.role == StatisticsUse::Role::Write ? AV_CODEC_FLAG_PASS1 : AV_CODEC_FLAG_PASS2;
    options.set("stats", use.file.string());
    options.set("fastfirstpass", "0"); // the first pass is a rung of the package
    if (use.role == StatisticsUse::Role::Read) {
        context.rc_max_rate = 0;
        context.rc_buffer_size = 0;
    }
}

struct OpenedEncoder {
    UniqueCodecContext context;
    HardwareUpload upload;
};

base::Result<OpenedEncoder> open_encoder(const RungPlan& rung, const VideoPlan& plan, const StatisticsUse& statistics) {
    using base::ErrorCode;
    const AVCodec* codec = avcodec_find_encoder_by_name(rung.encoder.c_str());
    if (codec == nullptr) {
        return base::fail(ErrorCode::Unsupported, "this libav has no encoder \"" + rung.encoder + "\"");
    }
    UniqueCodecContext context(avcodec_alloc_context3(codec));
    if (!context) {
        return base::fail(ErrorCode::Internal, "out of memory while opening " + rung.encoder);
    }
    describe_picture(*context, rung, plan);
    context->bit_rate = rung.rate_control == RateControl::Bitrate ? target_rate(rung, plan) : 0;
    context->rc_max_rate = peak_rate(rung);
    context->rc_buffer_size = static_cast<int>(std::min<std::int64_t>(rung.bufsize, INT32_MAX));
    context->profile = profile_number(rung);
    context->level = rung.level;
    context->gop_size = plan.gop_frames > 0 ? plan.gop_frames : kNoOwnKeyFrames;
    if (const int reordered = b_frames(rung); reordered >= 0) {
        context->max_b_frames = reordered;
    }
    context->thread_count = rung.threads;
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP;
    FH_ASSIGN(HardwareUpload upload, HardwareUpload::prepare(*context, *codec));

    AvDictionary options;
    set_encoder_options(options, rung);
    use_statistics(*context, options, statistics);
    if (const int rc = avcodec_open2(context.get(), codec, options.address()); rc < 0) {
        return base::fail(ErrorCode::Unsupported,
                          "the encoder " + rung.encoder + " does not open for " + std::to_string(rung.width) + "x" +
                              std::to_string(rung.height),
                          av_error_text(rc));
    }
    return OpenedEncoder{std::move(context), std::move(upload)};
}

bool same_extradata(const AVCodecContext& one, const AVCodecContext& other) {
    return one.extradata_size == other.extradata_size &&
           (one.extradata_size == 0 ||
            std::memcmp(one.extradata, other.extradata, static_cast<std::size_t>(one.extradata_size)) == 0);
}

} // namespace

VideoEncoder::VideoEncoder(RungPlan rung, VideoPlan plan, UniqueCodecContext context, HardwareUpload upload,
                           PacketTimer timer)
    : m_rung(std::move(rung)), m_plan(std::move(plan)), m_context(std::move(context)), m_upload(std::move(upload)),
      m_timer(std::move(timer)) {
}

base::Result<VideoEncoder> VideoEncoder::open(const RungPlan& rung, const VideoPlan& plan,
                                              const StatisticsUse& statistics) {
    FH_ASSIGN(OpenedEncoder opened, open_encoder(rung, plan, statistics));
    const auto frame_ticks =
        std::max<std::int64_t>(1, std::llround(static_cast<double>(plan.timescale) / plan.frame_rate.value()));
    PacketTimer timer(reordering_depth(*opened.context, rung), frame_ticks, kTimelineOffsetSec * plan.timescale);
    return VideoEncoder(rung, plan, std::move(opened.context), std::move(opened.upload), std::move(timer));
}

void VideoEncoder::begin(const Picture& first) {
    m_timer.begin(first.history);
}

base::Status VideoEncoder::encode(const Picture& picture, const Sink& sink) {
    m_timer.add(picture.pts);
    const bool is_counted = key_frames_of(m_rung) == KeyFrames::Counted;
    if (is_counted && picture.place.mark != Mark::None && (m_taken - m_opened_at) % m_context->gop_size != 0) {
        FH_TRY(open_anew(sink));
    }
    FH_ASSIGN(const UniqueFrame frame, m_upload.upload(*picture.frame));
    const std::int64_t number = m_taken++;
    frame->pts = number;
    frame->pict_type = picture.place.mark == Mark::None ? AV_PICTURE_TYPE_NONE : AV_PICTURE_TYPE_I;
    if (picture.place.mark != Mark::None) {
        m_places[number] = picture.place;
    }
    FH_TRY(send(frame.get()));
    FH_TRY(receive_all(sink));
    return release_timed(sink);
}

base::Status VideoEncoder::open_anew(const Sink& sink) {
    FH_TRY(send(nullptr));
    FH_TRY(receive_all(sink));
    FH_ASSIGN(OpenedEncoder opened, open_encoder(m_rung, m_plan, {}));
    if (!same_extradata(*m_context, *opened.context)) {
        return base::fail(base::ErrorCode::Internal,
                          m_rung.encoder + " describes its stream otherwise once opened anew");
    }
    m_context = std::move(opened.context);
    m_upload = std::move(opened.upload);
    m_opened_at = m_taken;
    return {};
}

base::Status VideoEncoder::finish(std::int64_t end, const Sink& sink) {
    m_timer.finish(end);
    FH_TRY(send(nullptr));
    FH_TRY(receive_all(sink));
    FH_TRY(release_timed(sink));
    if (!m_untimed.empty() || !m_places.empty()) {
        return base::fail(base::ErrorCode::Internal, "the encoder did not return all pictures");
    }
    return {};
}

base::Result<UniqueCodecParameters> VideoEncoder::parameters() const {
    UniqueCodecParameters parameters(avcodec_parameters_alloc());
    if (!parameters || avcodec_parameters_from_context(parameters.get(), m_context.get()) < 0) {
        return base::fail(base::ErrorCode::Internal, "out of memory while describing the video");
    }
    parameters->format = AV_PIX_FMT_YUV420P;
#if FH_AV_HAS_CODED_SIDE_DATA
    // The init file must not depend on the rates of the first GOP.
    av_packet_side_data_remove(parameters->coded_side_data, &parameters->nb_coded_side_data,
                               AV_PKT_DATA_CPB_PROPERTIES);
#endif
    return parameters;
}

base::Status VideoEncoder::send(const AVFrame* frame) {
    // Every packet is taken out after each send, so the encoder always has room for one more picture.
    if (const int rc = avcodec_send_frame(m_context.get(), frame); rc < 0) {
        return av_failure(rc, std::string("the encoder ") + m_context->codec->name + " failed");
    }
    return {};
}

base::Status VideoEncoder::receive_all(const Sink& sink) {
    for (;;) {
        UniquePacket packet(av_packet_alloc());
        if (!packet) {
            return base::fail(base::ErrorCode::Internal, "out of memory while encoding video");
        }
        const int rc = avcodec_receive_packet(m_context.get(), packet.get());
        if (rc == AVERROR(EAGAIN) || rc == AVERROR_EOF) {
            return {};
        }
        if (rc < 0) {
            return av_failure(rc, std::string("the encoder ") + m_context->codec->name + " failed");
        }
        m_untimed.push_back(std::move(packet));
        FH_TRY(release_timed(sink));
    }
}

base::Status VideoEncoder::release_timed(const Sink& sink) {
    while (!m_untimed.empty() && m_timer.ready()) {
        EncodedPacket encoded;
        encoded.packet = std::move(m_untimed.front());
        m_untimed.pop_front();
        AVPacket& packet = *encoded.packet;
        const std::int64_t number = packet.pts;
        FH_ASSIGN(const PacketTimer::Times times, m_timer.next(number));
        if (const auto found = m_places.find(number); found != m_places.end()) {
            if ((packet.flags & AV_PKT_FLAG_KEY) == 0) {
                return base::fail(base::ErrorCode::Unsupported, std::string("the encoder ") + m_context->codec->name +
                                                                    " does not make key frames where it is told to");
            }
            encoded.place = found->second;
            m_places.erase(found);
        }
        packet.pts = times.pts;
        packet.dts = times.dts;
        packet.duration = times.duration;
        FH_TRY(sink(std::move(encoded)));
    }
    return {};
}

} // namespace framehand::media
