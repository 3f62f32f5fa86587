// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"
#include "core/media/rendition_record.h"

#include <filesystem>
#include <fstream>
#include <memory>

namespace framehand::media {

/// The packets of a finished fMP4 rendition: its init segment and its segments, read as if they were one file.
/// Used by one thread at a time.
class SegmentInput {
public:
    /// CorruptData or NotFound, naming the folder, if it is not what a rendition of one track is. `record` must outlive
    /// this.
    [[nodiscard]] static base::Result<std::unique_ptr<SegmentInput>> open(std::filesystem::path folder,
                                                                          const RenditionRecord& record);
    SegmentInput(const SegmentInput&) = delete;
    SegmentInput& operator=(const SegmentInput&) = delete;

    [[nodiscard]] const AVStream& stream() const { return *m_context->streams[0]; }

    /// The next packet in decode order, on the package's timeline (from 0), with its duration; null at the end.
    [[nodiscard]] base::Result<UniquePacket> next();

private:
    SegmentInput(std::filesystem::path folder, const RenditionRecord& record);
    static int read(void* self, std::uint8_t* buffer, int size);
    [[nodiscard]] int read(std::uint8_t* buffer, int size);
    [[nodiscard]] base::Result<UniquePacket> read_packet();

    std::filesystem::path m_folder;
    const RenditionRecord& m_record;
    std::size_t m_next_file = 0; ///< 0 is the init segment
    std::ifstream m_file;
    UniqueMuxerIo m_io; ///< outlives m_context
    UniqueInputContext m_context;
    UniquePacket m_ahead; ///< read already; null before the first and after the last
    bool m_begun = false;
    std::int64_t m_last_duration = 1;
};

} // namespace framehand::media
