// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ts_muxer.h"

#include "core/media/parameter_sets.h"

#include <cstring>
#include <utility>

namespace framehand::media {

TsMuxer::TsMuxer(MuxerOutput output, std::string parameter_sets)
    : m_output(std::move(output)), m_parameter_sets(std::move(parameter_sets)) {
}

base::Result<std::unique_ptr<SegmentMuxer>> TsMuxer::create(const AVCodecParameters& parameters,
                                                            std::int64_t timescale) {
    FH_ASSIGN(MuxerOutput output, MuxerOutput::create("mpegts", parameters, timescale));
    AvDictionary options;
    options.set("mpegts_copyts", "1");
    options.set("pat_period", "1");
    options.set("sdt_period", "10");
    FH_TRY(output.write_header(options));
    std::string sets;
    if (parameters.codec_type == AVMEDIA_TYPE_VIDEO) {
        sets = annex_b_parameter_sets(bytes_of(parameters));
    }
    return std::unique_ptr<SegmentMuxer>(new TsMuxer(std::move(output), std::move(sets)));
}

base::Status TsMuxer::begin_segment() {
    m_output.bytes().clear();
    return begin_gop();
}

base::Status TsMuxer::begin_gop() {
    return m_output.set_option("mpegts_flags", "+resend_headers");
}

base::Status TsMuxer::write(const AVPacket& packet) {
    const bool needs_sets = !m_parameter_sets.empty() && (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (!needs_sets) {
        return m_output.write(packet);
    }
    const UniquePacket whole(av_packet_alloc());
    const auto before = static_cast<int>(m_parameter_sets.size());
    if (!whole || av_new_packet(whole.get(), before + packet.size) < 0 ||
        av_packet_copy_props(whole.get(), &packet) < 0) {
        return base::fail(base::ErrorCode::Internal, "out of memory while writing a key frame");
    }
    std::memcpy(whole->data, m_parameter_sets.data(), m_parameter_sets.size());
    std::memcpy(whole->data + before, packet.data, static_cast<std::size_t>(packet.size));
    return m_output.write(*whole);
}

std::string TsMuxer::take() {
    return std::exchange(m_output.bytes(), {});
}

} // namespace framehand::media
