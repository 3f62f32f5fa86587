// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>

namespace framehand::jobs {

/// What one source may cost. A source beyond a limit is refused, with a sentence that names the source and the limit.
struct TranscodeLimits {
    /// The pictures of the highest levels of H.264, H.265 and AV1 have 35 651 584 pixels; this is almost twice that.
    static constexpr std::int64_t kMaxPixels = std::int64_t{8192} * 8192;

    /// Private memory of framehand-transcoder; 0 = no limit. Four rungs of a 2160p film take 1.4 GB of it on two cores
    /// and 3.7 GB on 32 (stacks of threads count whole).
    std::uint64_t memory_bytes = 8'000'000'000;
    std::int64_t max_pixels = kMaxPixels;                      ///< of a picture: width times height
    base::Duration max_duration{std::int64_t{24} * 3'600'000}; ///< of a film
    base::Duration inspect_time{60'000};                       ///< for finding out what is in a source

    bool operator==(const TranscodeLimits&) const = default;
};

/// {memory_bytes, max_pixels, max_duration_ms, inspect_ms}
[[nodiscard]] base::Json to_json(const TranscodeLimits& limits);
/// What is missing has its default. InvalidArgument names the field.
[[nodiscard]] base::Result<TranscodeLimits> limits_from_json(const base::Json& json);

} // namespace framehand::jobs
