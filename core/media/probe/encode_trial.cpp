// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/probe/encode_trial.h"

#include "core/media/av.h"
#include "core/media/probe/test_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace framehand::media::probe {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr int kDistinctPictures = 4;

base::Error unsupported(std::string message, int error) {
    return fail(ErrorCode::Unsupported, std::move(message), error < 0 ? av_error_text(error) : std::string{});
}

Result<const AVCodec*> find(const KnownEncoder& encoder) {
    const AVCodec* codec = avcodec_find_encoder_by_name(encoder.name.c_str());
    if (codec == nullptr) {
        return fail(ErrorCode::Unsupported, "not in this build of libavcodec");
    }
    return codec;
}

/// Frames that live in a GPU's memory, and the way there.
class VaapiHome {
public:
    Status open(AVCodecContext& context) {
        AVBufferRef* device = nullptr;
        if (const int error = av_hwdevice_ctx_create(&device, AV_HWDEVICE_TYPE_VAAPI, nullptr, nullptr, 0); error < 0) {
            return unsupported("no VAAPI device can be opened", error);
        }
        m_device.reset(device);
        UniqueBufferRef frames(av_hwframe_ctx_alloc(device));
        if (!frames) {
            return unsupported("no frame pool for the VAAPI device", 0);
        }
        auto* pool = reinterpret_cast<AVHWFramesContext*>(frames->data);
        pool->format = AV_PIX_FMT_VAAPI;
        pool->sw_format = AV_PIX_FMT_NV12;
        pool->width = context.width;
        pool->height = context.height;
        pool->initial_pool_size = 20;
        if (const int error = av_hwframe_ctx_init(frames.get()); error < 0) {
            return unsupported("the VAAPI device makes no frames of this size", error);
        }
        context.pix_fmt = AV_PIX_FMT_VAAPI;
        context.hw_frames_ctx = av_buffer_ref(frames.get());
        m_frames = std::move(frames);
        return {};
    }

    [[nodiscard]] Result<UniqueFrame> upload(const AVFrame& picture) const {
        UniqueFrame frame(av_frame_alloc());
        if (!frame) {
            return fail(ErrorCode::Internal, "memory is out");
        }
        if (const int error = av_hwframe_get_buffer(m_frames.get(), frame.get(), 0); error < 0) {
            return unsupported("the VAAPI device has no frame left", error);
        }
        if (const int error = av_hwframe_transfer_data(frame.get(), &picture, 0); error < 0) {
            return unsupported("the VAAPI device takes no frames", error);
        }
        return frame;
    }

private:
    UniqueBufferRef m_device;
    UniqueBufferRef m_frames;
};

std::optional<AVPixelFormat> memory_format(const AVCodec& codec) {
    const std::vector<AVPixelFormat> offered = encoder_pixel_formats(codec);
    for (const AVPixelFormat wanted : {AV_PIX_FMT_YUV420P, AV_PIX_FMT_NV12}) {
        if (offered.empty() || std::find(offered.begin(), offered.end(), wanted) != offered.end()) {
            return wanted;
        }
    }
    return std::nullopt;
}

/// Takes all packets that are ready; returns how many.
Result<int> take_packets(AVCodecContext& context, AVPacket& packet) {
    for (int count = 0;; ++count) {
        const int error = avcodec_receive_packet(&context, &packet);
        if (error == AVERROR(EAGAIN) || error == AVERROR_EOF) {
            return count;
        }
        if (error < 0) {
            return unsupported("it opens, but does not encode", error);
        }
        av_packet_unref(&packet);
    }
}

Status send(AVCodecContext& context, const AVFrame* frame, AVPacket& packet, int& packets) {
    if (const int error = avcodec_send_frame(&context, frame); error < 0) {
        return unsupported("it opens, but takes no frames", error);
    }
    FH_ASSIGN(const int taken, take_packets(context, packet));
    packets += taken;
    return {};
}

} // namespace

Result<TrialResult> EncodeTrial::run_video(const KnownEncoder& encoder, const TrialRequest& request,
                                           const base::CancelToken& cancel) const {
    FH_ASSIGN(const AVCodec* const codec, find(encoder));
    const UniqueCodecContext context(avcodec_alloc_context3(codec));
    const UniquePacket packet(av_packet_alloc());
    if (!context || !packet) {
        return fail(ErrorCode::Internal, "memory is out");
    }
    context->width = request.width;
    context->height = request.height;
    context->time_base = {1, 30};
    context->framerate = {30, 1};
    context->gop_size = 60;
    context->thread_count = 0; // as many as libav finds good, unless an option says otherwise
    context->bit_rate = static_cast<std::int64_t>(request.width) * request.height * 3;
    AVPixelFormat format = AV_PIX_FMT_NV12;
    std::optional<VaapiHome> home;
    if (encoder.home == FrameHome::Vaapi) {
        FH_TRY(home.emplace().open(*context));
    } else if (const auto offered = memory_format(*codec)) {
        format = *offered;
        context->pix_fmt = format;
    } else {
        return fail(ErrorCode::Unsupported, "it takes no frames from memory");
    }
    AvDictionary options;
    for (const auto& [key, value] : request.options) {
        options.set(key, value);
    }
    if (const int error = avcodec_open2(context.get(), codec, options.address()); error < 0) {
        return unsupported("it does not open", error);
    }
    TrialResult result;
    if (request.frames == 0) {
        return result;
    }

    std::vector<UniqueFrame> pictures;
    for (int i = 0; i < std::min(request.frames, kDistinctPictures); ++i) {
        pictures.push_back(make_test_picture(format, request.width, request.height, i));
        if (!pictures.back()) {
            return fail(ErrorCode::Unsupported, "memory is too small for pictures of this size");
        }
    }
    const base::SteadyTime begin = m_clock.steady();
    int sent = 0;
    for (; sent < request.frames && m_clock.steady() - begin < request.time_limit; ++sent) {
        if (cancel.cancelled()) {
            return fail(ErrorCode::Cancelled, "the probe was cancelled");
        }
        AVFrame& picture = *pictures[static_cast<std::size_t>(sent) % pictures.size()];
        UniqueFrame frame = frame_reference(picture);
        if (home) {
            FH_ASSIGN(frame, home->upload(picture));
        }
        if (!frame) {
            return fail(ErrorCode::Internal, "memory is out");
        }
        frame->pts = sent;
        FH_TRY(send(*context, frame.get(), *packet, result.packets));
    }
    FH_TRY(send(*context, nullptr, *packet, result.packets));
    const std::chrono::duration<double> seconds = m_clock.steady() - begin;
    if (result.packets != sent) {
        return fail(ErrorCode::Unsupported,
                    "it gave " + std::to_string(result.packets) + " packets for " + std::to_string(sent) + " frames");
    }
    result.frames_per_second = seconds.count() > 0 ? sent / seconds.count() : 0;
    return result;
}

Result<TrialResult> EncodeTrial::run_audio(const KnownEncoder& encoder) const {
    constexpr int kSampleRate = 48000;
    FH_ASSIGN(const AVCodec* const codec, find(encoder));
    const UniqueCodecContext context(avcodec_alloc_context3(codec));
    const UniquePacket packet(av_packet_alloc());
    if (!context || !packet) {
        return fail(ErrorCode::Internal, "memory is out");
    }
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    context->sample_rate = kSampleRate;
    context->bit_rate = 128'000;
    context->time_base = {1, kSampleRate};
    av_channel_layout_default(&context->ch_layout, 2);
    if (const int error = avcodec_open2(context.get(), codec, nullptr); error < 0) {
        return unsupported("it does not open", error);
    }
    TrialResult result;
    const int size = context->frame_size > 0 ? context->frame_size : 1024;
    for (int start = 0; start < kSampleRate / 2; start += size) {
        const UniqueFrame frame(av_frame_alloc());
        if (!frame) {
            return fail(ErrorCode::Internal, "memory is out");
        }
        frame->format = context->sample_fmt;
        frame->sample_rate = kSampleRate;
        frame->nb_samples = size;
        frame->pts = start;
        av_channel_layout_default(&frame->ch_layout, 2);
        if (av_frame_get_buffer(frame.get(), 0) < 0) {
            return fail(ErrorCode::Internal, "memory is out");
        }
        for (int channel = 0; channel < 2; ++channel) {
            auto* samples = reinterpret_cast<float*>(frame->extended_data[channel]);
            for (int i = 0; i < size; ++i) {
                samples[i] = 0.3F * std::sin(0.0576F * static_cast<float>(start + i)); // 440 Hz
            }
        }
        FH_TRY(send(*context, frame.get(), *packet, result.packets));
    }
    FH_TRY(send(*context, nullptr, *packet, result.packets));
    if (result.packets < kSampleRate / 2 / size) {
        return fail(ErrorCode::Unsupported, "it gave only " + std::to_string(result.packets) + " packets");
    }
    return result;
}

} // namespace framehand::media::probe
