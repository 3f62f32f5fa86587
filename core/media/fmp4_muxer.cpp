// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/fmp4_muxer.h"

#include <string_view>
#include <utility>

namespace framehand::media {

namespace {

using namespace std::string_view_literals;

/// The segment type box of a CMAF segment (ISO/IEC 14496-12 8.16.2), brands msdh, msix and cmfs.
constexpr std::string_view kSegmentType = "\0\0\0\x1cstypmsdh\0\0\0\0msdhmsixcmfs"sv;

/// More than any segment has: 60 s are 30 GOPs of two fragments.
constexpr std::int64_t kFragmentsPerSegment = 1000;

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

base::Status Fmp4Muxer::begin_segment(std::int64_t number) {
    m_output.bytes().assign(kSegmentType);
    m_next_fragment = static_cast<std::uint32_t>(number * kFragmentsPerSegment + 1);
    // For one fragment only: it may begin elsewhere than the one before ended, where a segment between was there
    // already.
    return m_output.set_option("movflags", "+frag_discont");
}

base::Status Fmp4Muxer::write(const AVPacket& packet) {
    ++m_unflushed;
    return m_output.write(packet);
}

base::Status Fmp4Muxer::flush() {
    if (std::exchange(m_unflushed, 0) == 0) {
        return {}; // libavformat would write an empty fragment
    }
    const std::size_t at = size();
    FH_TRY(m_output.flush());
    return number_fragment(at);
}

base::Status Fmp4Muxer::number_fragment(std::size_t at) {
    // moof's header, mfhd's header, its version and flags: then the number, big-endian.
    constexpr std::size_t kMovieFragmentHeader = 8;
    constexpr std::size_t kNumber = 20;
    std::string& bytes = m_output.bytes();
    if (bytes.size() < at + kNumber + 4 || bytes.compare(at + 4, 4, "moof") != 0 ||
        bytes.compare(at + kMovieFragmentHeader + 4, 4, "mfhd") != 0) {
        return base::fail(base::ErrorCode::Internal, "libavformat wrote a fragment in another order than expected");
    }
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + kNumber + i] = static_cast<char>(m_next_fragment >> (24U - 8U * i) & 0xffU);
    }
    ++m_next_fragment;
    return {};
}

std::string Fmp4Muxer::take() {
    return std::exchange(m_output.bytes(), {});
}

} // namespace framehand::media
