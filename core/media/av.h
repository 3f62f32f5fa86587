// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/rational.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavcodec/bsf.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/audio_fifo.h>
#include <libavutil/avutil.h>
#include <libavutil/buffer.h>
#include <libavutil/channel_layout.h>
#include <libavutil/dict.h>
#include <libavutil/display.h>
#include <libavutil/error.h>
#include <libavutil/frame.h>
#include <libavutil/hwcontext.h>
#include <libavutil/mathematics.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libavutil/rational.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
}

#include <memory>
#include <string>
#include <vector>

/// Lifetimes of libav objects, its errors as ours, and what differs between its versions. Each `using` names one type
/// and frees it the way libav asks for; raw pointers never own. Only core/media's sources include this.

// What a version has is asked by name, never by number, outside this file.
/// AVFrame.duration (libavutil 58, FFmpeg 6.0); before it pkt_duration.
#define FH_AV_HAS_FRAME_DURATION (LIBAVUTIL_VERSION_MAJOR >= 58)
/// AV_FRAME_FLAG_INTERLACED and _KEY (libavutil 58.29, FFmpeg 6.1); before them int members.
#define FH_AV_HAS_FRAME_FLAGS (LIBAVUTIL_VERSION_INT >= AV_VERSION_INT(58, 29, 100))
/// AVCodecParameters.coded_side_data (libavcodec 60.30, FFmpeg 6.1); before it the stream's own list.
#define FH_AV_HAS_CODED_SIDE_DATA (LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 30, 100))
/// avcodec_get_supported_config() (libavcodec 61.13, FFmpeg 7.1); before it arrays in AVCodec.
#define FH_AV_HAS_SUPPORTED_CONFIG (LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(61, 13, 100))
/// The AVIO write callback takes const bytes (libavformat 61, FFmpeg 7.0).
#define FH_AV_HAS_CONST_AVIO_WRITE (LIBAVFORMAT_VERSION_MAJOR >= 61)

namespace framehand::media {

#if FH_AV_HAS_CONST_AVIO_WRITE
using AvioWriteByte = const std::uint8_t;
#else
using AvioWriteByte = std::uint8_t;
#endif

namespace detail {

/// For libav's `void free(T**)`.
template <auto free_function>
struct FreeByAddress {
    template <typename T>
    void operator()(T* object) const {
        free_function(&object);
    }
};

/// For libav's `void free(T*)`.
template <auto free_function>
struct FreeByValue {
    template <typename T>
    void operator()(T* object) const {
        free_function(object);
    }
};

struct FreeMuxerIo {
    void operator()(AVIOContext* io) const {
        av_freep(&io->buffer); // libav may have replaced the buffer that it was given
        avio_context_free(&io);
    }
};

} // namespace detail

using UniquePacket = std::unique_ptr<AVPacket, detail::FreeByAddress<av_packet_free>>;
using UniqueFrame = std::unique_ptr<AVFrame, detail::FreeByAddress<av_frame_free>>;
using UniqueCodecContext = std::unique_ptr<AVCodecContext, detail::FreeByAddress<avcodec_free_context>>;
using UniqueCodecParameters = std::unique_ptr<AVCodecParameters, detail::FreeByAddress<avcodec_parameters_free>>;
/// Input and output contexts are freed differently, so they are different types.
using UniqueInputContext = std::unique_ptr<AVFormatContext, detail::FreeByAddress<avformat_close_input>>;
using UniqueOutputContext = std::unique_ptr<AVFormatContext, detail::FreeByValue<avformat_free_context>>;
using UniqueMuxerIo = std::unique_ptr<AVIOContext, detail::FreeMuxerIo>;
using UniqueFilterGraph = std::unique_ptr<AVFilterGraph, detail::FreeByAddress<avfilter_graph_free>>;
using UniqueFilterInOut = std::unique_ptr<AVFilterInOut, detail::FreeByAddress<avfilter_inout_free>>;
using UniqueResampler = std::unique_ptr<SwrContext, detail::FreeByAddress<swr_free>>;
using UniqueAudioFifo = std::unique_ptr<AVAudioFifo, detail::FreeByValue<av_audio_fifo_free>>;
using UniqueBitstreamFilter = std::unique_ptr<AVBSFContext, detail::FreeByAddress<av_bsf_free>>;
using UniqueBufferRef = std::unique_ptr<AVBufferRef, detail::FreeByAddress<av_buffer_unref>>;

/// libav's options; freed with what libav left in it.
class AvDictionary {
public:
    AvDictionary() = default;
    AvDictionary(const AvDictionary&) = delete;
    AvDictionary& operator=(const AvDictionary&) = delete;

    ~AvDictionary() { av_dict_free(&m_dictionary); }

    void set(const std::string& key, const std::string& value) {
        av_dict_set(&m_dictionary, key.c_str(), value.c_str(), 0);
    }

    [[nodiscard]] AVDictionary** address() { return &m_dictionary; }

    /// The first key that libav did not take, or "".
    [[nodiscard]] std::string first_key() const;

private:
    AVDictionary* m_dictionary = nullptr;
};

/// libav's text for an error number.
[[nodiscard]] std::string av_error_text(int error);
/// An Error of `message` with libav's text as its cause; the code is chosen from the number (AVERROR_EXIT is Cancelled,
/// AVERROR_INVALIDDATA CorruptData, errno values as base::error_from_errno has them).
[[nodiscard]] base::Error av_failure(int error, std::string message);

[[nodiscard]] inline AVRational to_av(Rational value) {
    return {static_cast<int>(value.num), static_cast<int>(value.den)};
}

[[nodiscard]] inline Rational from_av(AVRational value) {
    return {value.num, value.den};
}

/// A new reference to the same picture; null if memory is out.
[[nodiscard]] UniqueFrame frame_reference(const AVFrame& frame);
[[nodiscard]] UniquePacket packet_reference(const AVPacket& packet);

/// Display duration in ticks of the frame's time base, 0 if unknown.
[[nodiscard]] std::int64_t frame_duration(const AVFrame& frame);
[[nodiscard]] bool is_interlaced(const AVFrame& frame);
/// Bytes that the picture's buffers hold.
[[nodiscard]] std::size_t frame_bytes(const AVFrame& frame);

/// The pixel formats that an encoder takes, in its order; empty if it does not say.
[[nodiscard]] std::vector<AVPixelFormat> encoder_pixel_formats(const AVCodec& codec);

/// A stream's side data of one kind, or null; `size` gets its length. Works for both homes that libav gave it.
[[nodiscard]] const std::uint8_t* stream_side_data(const AVStream& stream, AVPacketSideDataType type,
                                                   std::size_t& size);

} // namespace framehand::media
