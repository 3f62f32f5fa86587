// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/transcode_limits.h"

namespace framehand::jobs {

namespace {

std::int64_t read_limit(base::JsonReader& reader, std::string_view key, std::int64_t least, std::int64_t fallback) {
    const std::int64_t value = reader.integer_or(key, fallback);
    if (value < least) {
        reader.reject(key, "must be at least " + std::to_string(least));
    }
    return value;
}

} // namespace

base::Json to_json(const TranscodeLimits& limits) {
    return {{"memory_bytes", limits.memory_bytes},
            {"max_pixels", limits.max_pixels},
            {"max_duration_ms", limits.max_duration.count()},
            {"inspect_ms", limits.inspect_time.count()}};
}

base::Result<TranscodeLimits> limits_from_json(const base::Json& json) {
    base::JsonReader reader(json, "limits");
    TranscodeLimits limits;
    limits.memory_bytes = static_cast<std::uint64_t>(
        read_limit(reader, "memory_bytes", 0, static_cast<std::int64_t>(limits.memory_bytes)));
    limits.max_pixels = read_limit(reader, "max_pixels", 1, limits.max_pixels);
    limits.max_duration = base::Duration(read_limit(reader, "max_duration_ms", 1, limits.max_duration.count()));
    limits.inspect_time = base::Duration(read_limit(reader, "inspect_ms", 1, limits.inspect_time.count()));
    FH_TRY(reader.status());
    return limits;
}

} // namespace framehand::jobs
