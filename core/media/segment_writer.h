// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/rendition_record.h"
#include "core/media/segment_journal.h"
#include "core/media/segment_muxer.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace framehand::media {

/// Writes one rendition's segments. A segment is in memory until it is complete; then it appears in its folder whole
/// and synced, or not at all, and after that in the journal. Each GOP begins with its IDR picture in a range of bytes
/// of its own, so that I-frame playlists can point at it (Apple 6.10). A segment that the journal has already is left
/// as it is. Used by one thread at a time.
class SegmentWriter {
public:
    /// Where a rendition goes; all it refers to must outlive the writer.
    struct Output {
        ports::FileSystem* file_system = nullptr;
        SegmentJournal* journal = nullptr;
        std::string rendition; ///< the journal's name for it
        std::filesystem::path package_dir;
        std::string folder; ///< relative to package_dir; exists
        jobs::SegmentFormat format = jobs::SegmentFormat::Fmp4;
        std::function<void(std::uint64_t bytes)> written; ///< told of the size of each finished file
    };

    /// Writes the init segment. AlreadyExists if the journal has segments that begin otherwise: they would not join.
    [[nodiscard]] static base::Result<SegmentWriter> create(Output output, const AVCodecParameters& parameters,
                                                            std::int64_t timescale);

    /// The next packet in decode order. One that is marked SegmentStart ends the segment before it; the first must be.
    [[nodiscard]] base::Status write(const EncodedPacket& packet);
    /// Ends the open segment, in ticks from 0. The next packet, if one follows, begins another segment, not always the
    /// next one. Does nothing where none is open.
    [[nodiscard]] base::Status close_segment(std::int64_t end);
    /// After the last segment: notes whether the film ends there. All finished segments, those of earlier runs too.
    [[nodiscard]] base::Result<RenditionRecord> finish_rendition(PresentationTimeline::Ending ending);

private:
    struct Open {
        std::int64_t number = 0;
        SegmentRecord record;
    };

    SegmentWriter(Output output, bool has_video, std::unique_ptr<SegmentMuxer> muxer, std::int64_t timescale,
                  FinishedRendition finished);

    [[nodiscard]] base::Status begin_segment(std::int64_t number, std::int64_t start);
    [[nodiscard]] base::Status write_idr(const AVPacket& packet);
    [[nodiscard]] std::int64_t presentation(const AVPacket& packet) const;

    Output m_output;
    bool m_has_video;
    std::unique_ptr<SegmentMuxer> m_muxer;
    std::int64_t m_timescale;
    FinishedRendition m_finished; ///< before this writer
    std::optional<Open> m_open;
};

} // namespace framehand::media
