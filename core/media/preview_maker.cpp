// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/preview_maker.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace framehand::media {

namespace {

constexpr int kQuantizer = 5; // of 1, best, to 31
constexpr int kLeastSide = 16;
constexpr int kBitsOfBase64 = 6;
constexpr std::size_t kMostJpeg = jobs::TranscodePreview::kMostBytes / 4 * 3 - 3;

std::string base64(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((size + 2) / 3 * 4);
    for (std::size_t i = 0; i < size; i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = i; j < i + 3; ++j) {
            group = group << 8U | (j < size ? bytes[j] : 0U);
        }
        for (std::size_t j = 0; j < 4; ++j) {
            const std::uint32_t letter = group >> (kBitsOfBase64 * (3 - j)) & 63U;
            text += i + j > size ? '=' : kLetters[letter];
        }
    }
    return text;
}

int even(double side) {
    return std::max(kLeastSide, static_cast<int>(std::lround(side / 2)) * 2);
}

std::string size_text(PictureSize size) {
    return std::to_string(size.width) + ":" + std::to_string(size.height);
}

} // namespace

PictureSize preview_size(PictureSize picture) {
    const int longer = std::max(picture.width, picture.height);
    const double factor = std::min(1.0, static_cast<double>(PreviewMaker::kMostSide) / std::max(1, longer));
    return {even(picture.width * factor), even(picture.height * factor)};
}

void PreviewMaker::offer(const AVFrame& frame, double media_sec) {
    const base::SteadyTime now = m_clock.steady();
    if (m_made && now - *m_made < kInterval) {
        return;
    }
    m_made = now;
    if (auto jpeg = make(frame); jpeg && !jpeg->empty()) {
        m_sink({std::move(*jpeg), media_sec});
    }
}

base::Status PreviewMaker::fit(const AVFrame& frame) {
    if (m_graph && m_source.width == frame.width && m_source.height == frame.height && m_format == frame.format) {
        return {};
    }
    const PictureSize size = preview_size({frame.width, frame.height});
    // Taking every n-th pixel first reads only the lines that are wanted: a film picture costs no more than a small
    // one.
    const PictureSize thinned{size.width * 2, size.height * 2};
    std::string text;
    if (frame.width > thinned.width && frame.height > thinned.height) {
        text = "scale=" + size_text(thinned) + ":flags=neighbor,";
    }
    text += "scale=" + size_text(size) + ":flags=area:out_range=full,format=yuv420p";
    FH_ASSIGN(m_graph, FilterGraph::build(frame, {1, 1000}, text));
    m_source = {frame.width, frame.height};
    m_format = frame.format;

    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    m_encoder.reset(codec == nullptr ? nullptr : avcodec_alloc_context3(codec));
    if (!m_encoder) {
        return base::fail(base::ErrorCode::Unsupported, "there is no encoder for JPEG");
    }
    m_encoder->width = size.width;
    m_encoder->height = size.height;
    m_encoder->pix_fmt = AV_PIX_FMT_YUV420P;
    m_encoder->color_range = AVCOL_RANGE_JPEG;
    m_encoder->strict_std_compliance = FF_COMPLIANCE_UNOFFICIAL; // some versions want it for this format's name
    m_encoder->time_base = {1, 1000};
    m_encoder->thread_count = 1;
    m_encoder->flags |= AV_CODEC_FLAG_QSCALE;
    m_encoder->global_quality = kQuantizer * FF_QP2LAMBDA;
    if (const int rc = avcodec_open2(m_encoder.get(), codec, nullptr); rc < 0) {
        m_encoder.reset();
        return av_failure(rc, "the encoder for JPEG does not open");
    }
    return {};
}

base::Result<std::string> PreviewMaker::make(const AVFrame& frame) {
    FH_TRY(fit(frame));
    if (!m_encoder) {
        return std::string();
    }
    FH_TRY(m_graph->push(frame));
    FH_ASSIGN(const UniqueFrame small, m_graph->pull());
    if (!small) {
        return std::string();
    }
    small->pict_type = AV_PICTURE_TYPE_NONE;
    small->quality = m_encoder->global_quality;
    if (const int rc = avcodec_send_frame(m_encoder.get(), small.get()); rc < 0) {
        return av_failure(rc, "a picture cannot be made a JPEG");
    }
    const UniquePacket packet(av_packet_alloc());
    if (!packet) {
        return base::fail(base::ErrorCode::Internal, "out of memory while making a JPEG");
    }
    if (const int rc = avcodec_receive_packet(m_encoder.get(), packet.get()); rc < 0) {
        return av_failure(rc, "a picture cannot be made a JPEG");
    }
    const auto size = static_cast<std::size_t>(packet->size);
    return size > kMostJpeg ? std::string() : base64(packet->data, size);
}

} // namespace framehand::media
