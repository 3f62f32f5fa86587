// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>

namespace framehand::jobs {

/// How far a measurement of the encoders is.
struct Measuring {
    std::string encoder; ///< which one is tried now, by libavcodec's name
    int done = 0;        ///< before it
    int of = 0;          ///< in all

    bool operator==(const Measuring&) const = default;
};

/// {encoder, done, of}
[[nodiscard]] base::Json to_json(const Measuring& measuring);

/// A line that framehand-transcoder writes while it measures: {"event": "measuring", encoder, done, of}.
[[nodiscard]] base::Json to_event(const Measuring& measuring);
/// Nothing if the line is no such event.
[[nodiscard]] std::optional<Measuring> measuring_from_event(std::string_view line);

} // namespace framehand::jobs
