// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <optional>
#include <string_view>

namespace framehand::worker {

enum class PauseReason { ByYou };

/// "by_you": part of the local API.
[[nodiscard]] std::string_view to_string(PauseReason reason);
/// "paused by you": for people at this machine.
[[nodiscard]] std::string_view sentence(PauseReason reason);

enum class PauseWhen {
    Now,      ///< the running job stands still; a commit that has begun ends first
    AfterJob, ///< the running job is done first
};

/// That the worker is to leave the machine alone.
struct Pause {
    PauseReason reason = PauseReason::ByYou;
    PauseWhen when = PauseWhen::Now;
    base::WallTime since;                ///< when it was asked for
    std::optional<base::WallTime> until; ///< none: until somebody resumes

    bool operator==(const Pause&) const = default;
};

/// With times in milliseconds since 1970, for the file.
[[nodiscard]] base::Json to_json(const Pause& pause);
[[nodiscard]] base::Result<Pause> pause_from_json(const base::Json& json);

} // namespace framehand::worker
