// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/media/verify/byte_reader.h"
#include "core/media/verify/measured_rendition.h"
#include "core/media/verify/verify_options.h"

#include <cstdint>

namespace framehand::media::verify {

/// Decodes one segment on its own with libav, as a player does that has just sought to it: the init segment and the
/// segment's bytes from memory, one thread, no other file or network within reach.
class SegmentDecoder {
public:
    SegmentDecoder(Container container, TrackKind kind, VerifyLevel level)
        : m_container(container), m_kind(kind), m_level(level) {}

    /// Frames that came out; at level Fast at most one. CorruptData at the first error that libav reports, and for a
    /// picture that libav marks as damaged; Cancelled.
    [[nodiscard]] base::Result<std::int64_t> decode(Bytes init, Bytes segment, const base::CancelToken& cancel) const;

private:
    Container m_container;
    TrackKind m_kind;
    VerifyLevel m_level;
};

} // namespace framehand::media::verify
