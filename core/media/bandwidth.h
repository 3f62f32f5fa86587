// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/rendition_record.h"

#include <cstdint>

namespace framehand::media {

/// EXT-X-TARGETDURATION: the longest segment, rounded to the nearest second (RFC 8216 4.3.3.1), at least 1.
[[nodiscard]] std::int64_t target_duration(const RenditionRecord& rendition);

/// Peak segment bit rate (RFC 8216 section 4.1), bits a second, rounded up: the largest of any run of segments that
/// lasts between 0.5 and 1.5 target durations. Where no run does, the average.
[[nodiscard]] std::int64_t peak_bandwidth(const RenditionRecord& rendition, std::int64_t target_duration_sec);

/// Average segment bit rate: all bits over all seconds, rounded up.
[[nodiscard]] std::int64_t average_bandwidth(const RenditionRecord& rendition);

} // namespace framehand::media
