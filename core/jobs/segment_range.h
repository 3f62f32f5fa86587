// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace framehand::jobs {

/// A part of a film: the segments first to last of the plan's grid, both included. Segment n shows the pictures of
/// [n, n + 1) times the segment's duration.
struct SegmentRange {
    static constexpr std::int64_t kToTheEnd = std::numeric_limits<std::int64_t>::max();

    std::int64_t first = 0;
    std::int64_t last = kToTheEnd;

    bool operator==(const SegmentRange&) const = default;
};

/// As people write it: "4-9", "4" for one segment, "4-" to the film's end. InvalidArgument shows the form.
[[nodiscard]] base::Result<SegmentRange> parse_segment_range(std::string_view text);
[[nodiscard]] std::string to_string(const SegmentRange& range);

/// {first, last}; no last means the film's end.
[[nodiscard]] base::Json to_json(const SegmentRange& range);
/// InvalidArgument names the field, which lies in `path`.
[[nodiscard]] base::Result<SegmentRange> segment_range_from_json(const base::Json& json, const std::string& path);

} // namespace framehand::jobs
