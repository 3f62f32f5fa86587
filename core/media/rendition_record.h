// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/rational.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::media {

/// An IDR picture inside a segment's file: the bytes that a player fetches to show it alone.
struct IFrameRecord {
    std::int64_t pts = 0; ///< presentation, from 0
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;

    bool operator==(const IFrameRecord&) const = default;
};

/// A finished segment. Its presentation is [start, end): segments tile the timeline from 0 without gap or overlap. (The
/// encoder's priming samples at the head of the first audio segment lie before 0 and do not count.)
struct SegmentRecord {
    std::string file; ///< name inside the rendition's folder
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::uint64_t bytes = 0;
    std::int64_t packets = 0; ///< pictures or audio frames
    std::vector<IFrameRecord> iframes;

    bool operator==(const SegmentRecord&) const = default;
};

/// What is on the disk of one rendition.
struct RenditionRecord {
    std::string codecs;         ///< RFC 6381
    std::int64_t timescale = 1; ///< of all times here
    std::string init_file;      ///< "" where the format has none
    std::uint64_t init_bytes = 0;
    std::vector<SegmentRecord> segments;

    /// Of the segments that are there.
    [[nodiscard]] std::int64_t duration() const;
    [[nodiscard]] std::int64_t packets() const;
    [[nodiscard]] std::uint64_t bytes() const;
};

} // namespace framehand::media
