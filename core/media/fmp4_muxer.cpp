// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/fmp4_muxer.h"

#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

using namespace std::string_view_literals;

/// The segment type box of a CMAF segment (ISO/IEC 14496-12 8.16.2), brands msdh, msix and cmfs.
constexpr std::string_view kSegmentType = "\0\0\0\x1cstypmsdh\0\0\0\0msdhmsixcmfs"sv;

} // namespace

Fmp4Muxer::Fmp4Muxer(MuxerOutput output, std::string init) : m_output(std::move(output)), m_init(std::move(init)) {
}

base::Result<std::unique_ptr<SegmentMuxer>> Fmp4Muxer::create(const AVCodecParameters& parameters,
                                                              std::int64_t timescale) {
    FH_ASSIGN(MuxerOutput output, MuxerOutput::create("mp4", parameters, timescale));
    AvDictionary options;
    // No negative_cts_offsets: demuxers would derive a shift per file from them.
    options.set("movflags", "+frag_custom+dash+empty_moov+default_base_moof+frag_discont+skip_sidx+skip_trailer");
    options.set("use_editlist", "0");
    if (parameters.codec_type == AVMEDIA_TYPE_VIDEO) {
        options.set("video_track_timescale", std::to_string(timescale));
    }
    FH_TRY(output.write_header(options));
    std::string init = std::exchange(output.bytes(), {});
    return std::unique_ptr<SegmentMuxer>(new Fmp4Muxer(std::move(output), std::move(init)));
}

base::Status Fmp4Muxer::begin_segment() {
    m_output.bytes().assign(kSegmentType);
    return {};
}

base::Status Fmp4Muxer::write(const AVPacket& packet) {
    ++m_unflushed;
    return m_output.write(packet);
}

base::Status Fmp4Muxer::flush() {
    if (std::exchange(m_unflushed, 0) == 0) {
        return {}; // libavformat would write an empty fragment
    }
    return m_output.flush();
}

std::string Fmp4Muxer::take() {
    return std::exchange(m_output.bytes(), {});
}

} // namespace framehand::media
