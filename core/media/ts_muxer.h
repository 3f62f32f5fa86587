// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/muxer_output.h"
#include "core/media/segment_muxer.h"

namespace framehand::media {

/// MPEG-TS: every segment and GOP begins with PAT and PMT, continuity counters run on from segment to segment, and the
/// parameter sets stand before each IDR frame.
class TsMuxer final : public SegmentMuxer {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SegmentMuxer>> create(const AVCodecParameters& parameters,
                                                                            std::int64_t timescale);

    [[nodiscard]] const std::string& init() const override { return m_no_init; }

    [[nodiscard]] base::Status begin_segment(std::int64_t number) override;
    [[nodiscard]] base::Status begin_gop() override;
    [[nodiscard]] base::Status write(const AVPacket& packet) override;

    [[nodiscard]] base::Status flush() override;

    [[nodiscard]] std::size_t size() const override { return m_output.bytes().size(); }

    [[nodiscard]] std::string take() override;

private:
    TsMuxer(MuxerOutput output, std::string parameter_sets);
    [[nodiscard]] base::Status write_whole(const AVPacket& packet);
    void drop_service_tables(std::size_t from);

    MuxerOutput m_output;
    std::string m_parameter_sets; ///< Annex B; "" for audio
    std::string m_no_init;
};

} // namespace framehand::media
