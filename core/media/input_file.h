// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/av.h"
#include "core/media/media_source.h"
#include "core/media/range_io.h"

#include <memory>
#include <string>

namespace framehand::media {

/// An opened media file with its streams probed. The file is untrusted: only the containers of container_list.h
/// are read (no playlists, concat lists, scripts or image patterns), only the `file` protocol is reachable, a demuxer
/// may not open a second file, tracks that lie in other files stay empty, there are at most 256 streams, and probing is
/// bounded. A cancelled token ends a blocked read. A source that is read in ranges is treated alike; what fails there
/// ("the source cannot be read: ...", Unavailable or Timeout where the network is to blame) is the error of the call
/// that needed it. Used by one thread at a time.
class InputFile {
public:
    /// Errors: NotFound, Unsupported ("not a media file that libav knows", a container that is not read), CorruptData,
    /// Cancelled; they name the file.
    [[nodiscard]] static base::Result<InputFile> open(const MediaSource& source, const base::CancelToken& cancel);

    [[nodiscard]] AVFormatContext& context() const { return *m_context; }

    /// The next packet of any stream into `packet`; false at the end of the file.
    /// Errors: CorruptData, IoError, Cancelled, and those of the ranges.
    [[nodiscard]] base::Result<bool> read(AVPacket& packet);

    /// True once reading ranges has failed: what came after it says nothing of the source.
    [[nodiscard]] bool lost_its_source() const { return m_io && m_io->failure(); }

private:
    struct Guard;
    InputFile(std::unique_ptr<Guard, void (*)(Guard*)> guard, std::unique_ptr<RangeIo> io, UniqueInputContext context);
    [[nodiscard]] static base::Status check_file(const std::filesystem::path& file);

    std::unique_ptr<Guard, void (*)(Guard*)> m_guard; ///< libav holds its address: outlives m_context
    std::unique_ptr<RangeIo> m_io;                    ///< of a source read in ranges: outlives m_context
    UniqueInputContext m_context;
};

/// True for a stream that is a cover or thumbnail, not moving pictures.
[[nodiscard]] bool is_attached_picture(const AVStream& stream);

} // namespace framehand::media
