// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/av.h"

#include <chrono>
#include <memory>
#include <string>

namespace framehand::media {

/// One of libavformat's muxers with one stream, writing into a string.
class MuxerOutput {
public:
    /// The muxer `format` ("mp4", "mpegts") for one stream. The header is not written yet.
    [[nodiscard]] static base::Result<MuxerOutput> create(const char* format, const AVCodecParameters& parameters,
                                                          std::int64_t timescale);

    /// How much later than its arrival a packet may be needed: what libavformat may hold back to pack audio tightly.
    void allow_delay(std::chrono::microseconds delay) { m_context->max_delay = static_cast<int>(delay.count()); }

    [[nodiscard]] base::Status write_header(AvDictionary& options);
    [[nodiscard]] base::Status write(const AVPacket& packet);

    /// Hands what the muxer has ready over to bytes(), without ending anything.
    void drain() { avio_flush(m_io.get()); }

    /// Ends libavformat's own buffering: fragments and PES packets are written out.
    [[nodiscard]] base::Status flush();
    /// Sets a private option of the muxer while it runs.
    [[nodiscard]] base::Status set_option(const char* name, const char* value);

    [[nodiscard]] std::string& bytes() { return *m_bytes; }

    [[nodiscard]] const std::string& bytes() const { return *m_bytes; }

private:
    MuxerOutput(std::unique_ptr<std::string> bytes, UniqueMuxerIo io, UniqueOutputContext context, Rational time_base);

    std::unique_ptr<std::string> m_bytes; ///< its address is the AVIO's opaque: outlives m_io
    UniqueMuxerIo m_io;                   ///< outlives m_context
    UniqueOutputContext m_context;
    Rational m_time_base; ///< of the packets that write() is given
};

} // namespace framehand::media
