// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_packet.h"
#include "core/media/rendition_record.h"
#include "core/media/segment_muxer.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace framehand::media {

/// Writes one rendition's segments. A segment is in memory until it is complete and then appears in its folder whole
/// and synced, or not at all. Each GOP begins with its IDR picture in a range of bytes of its own, so that I-frame
/// playlists can point at it (Apple 6.10). Used by one thread at a time.
class SegmentWriter {
public:
    /// Told of the size of each finished file.
    using Written = std::function<void(std::uint64_t bytes)>;

    /// `folder` must exist; the init segment is written at once.
    [[nodiscard]] static base::Result<SegmentWriter> create(ports::FileSystem& file_system,
                                                            std::filesystem::path folder, jobs::SegmentFormat format,
                                                            const AVCodecParameters& parameters, std::int64_t timescale,
                                                            Written written);

    /// The next packet in decode order. One that is marked SegmentStart ends the segment before it; the first must be.
    [[nodiscard]] base::Status write(const EncodedPacket& packet);
    /// The end of the rendition, in ticks from 0; nothing may follow.
    [[nodiscard]] base::Status finish(std::int64_t end);

    [[nodiscard]] const RenditionRecord& record() const { return m_record; }

private:
    SegmentWriter(ports::FileSystem& file_system, std::filesystem::path folder, jobs::SegmentFormat format,
                  bool has_video, std::unique_ptr<SegmentMuxer> muxer, RenditionRecord record, Written written);

    [[nodiscard]] base::Status begin_segment(std::int64_t start);
    [[nodiscard]] base::Status end_segment(std::int64_t end);
    [[nodiscard]] base::Status write_idr(const AVPacket& packet);
    [[nodiscard]] std::int64_t presentation(const AVPacket& packet) const;

    ports::FileSystem* m_file_system;
    std::filesystem::path m_folder;
    jobs::SegmentFormat m_format;
    bool m_has_video;
    std::unique_ptr<SegmentMuxer> m_muxer;
    RenditionRecord m_record;
    Written m_written;
    std::optional<SegmentRecord> m_open;
};

} // namespace framehand::media
