// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/muxer_output.h"
#include "core/media/segment_muxer.h"

namespace framehand::media {

/// Fragmented MP4 (CMAF): one init segment; a segment is `styp` and one or more `moof`+`mdat`. flush() ends a fragment.
/// Fragments are numbered by their segment's number, so that those of runs made apart rise too when they are joined
/// (ISO/IEC 14496-12 8.8.5).
class Fmp4Muxer final : public SegmentMuxer {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SegmentMuxer>> create(const AVCodecParameters& parameters,
                                                                            std::int64_t timescale);

    [[nodiscard]] const std::string& init() const override { return m_init; }

    [[nodiscard]] base::Status begin_segment(std::int64_t number) override;

    [[nodiscard]] base::Status begin_gop() override { return {}; }

    [[nodiscard]] base::Status write(const AVPacket& packet) override;
    [[nodiscard]] base::Status flush() override;

    [[nodiscard]] std::size_t size() const override { return m_output.bytes().size(); }

    [[nodiscard]] std::string take() override;

private:
    Fmp4Muxer(MuxerOutput output, std::string init);
    [[nodiscard]] base::Status number_fragment(std::size_t at);

    MuxerOutput m_output;
    std::string m_init;
    std::uint32_t m_next_fragment = 0;
    int m_unflushed = 0;
};

} // namespace framehand::media
