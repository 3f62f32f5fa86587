// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ts_muxer.h"

#include "core/media/parameter_sets.h"

#include <cstring>
#include <utility>

namespace framehand::media {

namespace {

constexpr std::size_t kTransportPacket = 188;
constexpr std::chrono::milliseconds kDecoderDelay{700};
constexpr unsigned kServicePid = 0x11; // DVB's service description table

unsigned pid_at(const std::string& bytes, std::size_t at) {
    return (static_cast<unsigned char>(bytes[at + 1]) & 0x1fU) << 8U | static_cast<unsigned char>(bytes[at + 2]);
}

} // namespace

TsMuxer::TsMuxer(MuxerOutput output, std::string parameter_sets)
    : m_output(std::move(output)), m_parameter_sets(std::move(parameter_sets)) {
}

base::Result<std::unique_ptr<SegmentMuxer>> TsMuxer::create(const AVCodecParameters& parameters,
                                                            std::int64_t timescale) {
    FH_ASSIGN(MuxerOutput output, MuxerOutput::create("mpegts", parameters, timescale));
    output.allow_delay(kDecoderDelay); // without it each audio frame would be a PES packet of its own
    AvDictionary options;
    options.set("mpegts_copyts", "1");
    options.set("pat_period", "1");
    options.set("sdt_period", "10");
    FH_TRY(output.write_header(options));
    std::string sets;
    if (parameters.codec_type == AVMEDIA_TYPE_VIDEO) {
        sets = annex_b_parameter_sets(bytes_of(parameters), parameters.codec_id);
    }
    return std::unique_ptr<SegmentMuxer>(new TsMuxer(std::move(output), std::move(sets)));
}

base::Status TsMuxer::begin_segment(std::int64_t /*number*/) {
    m_output.bytes().clear();
    return begin_gop();
}

base::Status TsMuxer::begin_gop() {
    return m_output.set_option("mpegts_flags", "+resend_headers");
}

base::Status TsMuxer::write(const AVPacket& packet) {
    const bool needs_sets = !m_parameter_sets.empty() && (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (!needs_sets) {
        return write_whole(packet);
    }
    const UniquePacket whole(av_packet_alloc());
    const auto before = static_cast<int>(m_parameter_sets.size());
    if (!whole || av_new_packet(whole.get(), before + packet.size) < 0 ||
        av_packet_copy_props(whole.get(), &packet) < 0) {
        return base::fail(base::ErrorCode::Internal, "out of memory while writing a key frame");
    }
    std::memcpy(whole->data, m_parameter_sets.data(), m_parameter_sets.size());
    std::memcpy(whole->data + before, packet.data, static_cast<std::size_t>(packet.size));
    return write_whole(*whole);
}

base::Status TsMuxer::write_whole(const AVPacket& packet) {
    const std::size_t from = size();
    FH_TRY(m_output.write(packet));
    m_output.drain();
    drop_service_tables(from);
    return {};
}

base::Status TsMuxer::flush() {
    const std::size_t from = size();
    FH_TRY(m_output.flush());
    drop_service_tables(from);
    return {};
}

void TsMuxer::drop_service_tables(std::size_t from) {
    // HLS has no use for them, and libavformat puts one before the PAT, which players expect first.
    std::string& bytes = m_output.bytes();
    for (std::size_t at = from; at + kTransportPacket <= bytes.size();) {
        if (pid_at(bytes, at) == kServicePid) {
            bytes.erase(at, kTransportPacket);
        } else {
            at += kTransportPacket;
        }
    }
}

std::string TsMuxer::take() {
    return std::exchange(m_output.bytes(), {});
}

} // namespace framehand::media
