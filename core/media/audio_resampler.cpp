// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_resampler.h"

#include <algorithm>
#include <array>
#include <vector>

namespace framehand::media {

namespace {

constexpr std::int64_t kLongestGapSec = 6 * 3600;
constexpr int kTolerancePerSecond = 50; // 20 ms: what containers round and codecs delay is not a gap

} // namespace

AudioResampler::AudioResampler(const AudioPlan& plan, const Origin& origin, Rational time_base)
    : m_rate(plan.sample_rate), m_origin(origin), m_time_base(time_base), m_produced(origin.first_sample) {
    av_channel_layout_default(&m_stereo, plan.channels);
}

AudioResampler::~AudioResampler() {
    av_channel_layout_uninit(&m_stereo);
    av_channel_layout_uninit(&m_layout);
}

base::Status AudioResampler::push(const AVFrame& frame, const Sink& sink) {
    if (frame.nb_samples <= 0 || frame.sample_rate <= 0 || frame.ch_layout.nb_channels <= 0) {
        return {};
    }
    if (frame.sample_rate != m_input_rate || frame.format != m_input_format ||
        av_channel_layout_compare(&frame.ch_layout, &m_layout) != 0) {
        FH_TRY(reconfigure(frame, sink));
    }
    std::int64_t gap = position_of(frame) - m_next;
    const std::int64_t tolerance = m_started ? m_input_rate / kTolerancePerSecond : 0;
    if (gap > kLongestGapSec * m_input_rate) {
        return base::fail(base::ErrorCode::CorruptData, "the source's audio timestamps jump by more than six hours");
    }
    if (gap > tolerance) {
        FH_TRY(insert_silence(gap, sink));
    }
    const std::int64_t skip = gap < -tolerance ? -gap : 0;
    if (skip >= frame.nb_samples) {
        return {};
    }
    m_started = true;
    return convert(&frame, skip, sink);
}

base::Status AudioResampler::finish(const Sink& sink) {
    return m_resampler ? convert(nullptr, 0, sink) : base::Status();
}

std::int64_t AudioResampler::position_of(const AVFrame& frame) const {
    const std::int64_t pts = frame.best_effort_timestamp;
    if (pts == AV_NOPTS_VALUE) {
        return m_next;
    }
    const Rational samples{1, m_input_rate};
    return rescale(pts, m_time_base, samples) - rescale(m_origin.zero, m_origin.zero_base, samples);
}

base::Status AudioResampler::reconfigure(const AVFrame& frame, const Sink& sink) {
    FH_TRY(finish(sink));
    m_next = m_input_rate > 0 ? rescale(m_next, {1, m_input_rate}, {1, frame.sample_rate})
                              : rescale(m_origin.first_sample, {1, m_rate}, {1, frame.sample_rate});
    av_channel_layout_uninit(&m_layout);
    av_channel_layout_copy(&m_layout, &frame.ch_layout);
    m_input_rate = frame.sample_rate;
    m_input_format = frame.format;

    AVChannelLayout input{};
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&input, frame.ch_layout.nb_channels);
    } else {
        av_channel_layout_copy(&input, &frame.ch_layout);
    }
    SwrContext* context = nullptr;
    int rc = swr_alloc_set_opts2(&context, &m_stereo, AV_SAMPLE_FMT_FLTP, m_rate, &input,
                                 static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    m_resampler.reset(context);
    av_channel_layout_uninit(&input);
    if (rc >= 0) {
        rc = swr_init(context);
    }
    if (rc < 0) {
        return av_failure(rc, "the source's audio (" + std::to_string(frame.ch_layout.nb_channels) + " channels at " +
                                  std::to_string(frame.sample_rate) + " Hz) cannot be converted");
    }
    return {};
}

base::Status AudioResampler::insert_silence(std::int64_t samples, const Sink& sink) {
    while (samples > 0) {
        const std::int64_t part = std::min<std::int64_t>(samples, m_input_rate);
        if (const int rc = swr_inject_silence(m_resampler.get(), static_cast<int>(part)); rc < 0) {
            return av_failure(rc, "silence cannot be inserted");
        }
        samples -= part;
        m_next += part;
        const UniqueFrame none(av_frame_alloc());
        FH_TRY(convert(none.get(), 0, sink));
    }
    return {};
}

base::Status AudioResampler::convert(const AVFrame* frame, std::int64_t skip, const Sink& sink) {
    const int count = frame == nullptr ? 0 : static_cast<int>(frame->nb_samples - skip);
    // A frame without samples only takes out what the filter has ready; no frame at all also ends it.
    const bool ends = frame == nullptr;
    const int room = swr_get_out_samples(m_resampler.get(), count) + 32;
    UniqueFrame out(av_frame_alloc());
    out->nb_samples = std::max(room, 32);
    out->format = AV_SAMPLE_FMT_FLTP;
    out->sample_rate = m_rate;
    av_channel_layout_copy(&out->ch_layout, &m_stereo);
    if (const int rc = av_frame_get_buffer(out.get(), 0); rc < 0) {
        return av_failure(rc, "out of memory while converting audio");
    }
    std::vector<const std::uint8_t*> planes;
    if (count > 0) {
        const auto format = static_cast<AVSampleFormat>(frame->format);
        const bool planar = av_sample_fmt_is_planar(format) != 0;
        const int channels = frame->ch_layout.nb_channels;
        const std::int64_t step = std::int64_t{av_get_bytes_per_sample(format)} * (planar ? 1 : channels);
        for (int i = 0; i < (planar ? channels : 1); ++i) {
            planes.push_back(frame->extended_data[i] + skip * step);
        }
        m_next += count;
    }
    // libswresample tells "end of stream" (no input) from "nothing now" (an input of no samples).
    std::array<const std::uint8_t*, 64> nothing{};
    const std::uint8_t** input = ends ? nullptr : planes.empty() ? nothing.data() : planes.data();
    const int made = swr_convert(m_resampler.get(), out->extended_data, out->nb_samples, input, count);
    if (made < 0) {
        return av_failure(made, "the source's audio cannot be converted");
    }
    if (made == 0) {
        return {};
    }
    out->nb_samples = made;
    m_produced += made;
    return sink(*out);
}

} // namespace framehand::media
