// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <optional>

namespace framehand::policy {

enum class PauseWhen {
    Now,      ///< the running job stands still; a commit that has begun ends first
    AfterJob, ///< the running job is done first
};

/// The pause that the person at this machine asked for.
struct OwnerPause {
    PauseWhen when = PauseWhen::Now;
    base::WallTime since;                ///< when it was asked for
    std::optional<base::WallTime> until; ///< none: until somebody resumes

    bool operator==(const OwnerPause&) const = default;
};

/// With times in milliseconds since 1970, for the file.
[[nodiscard]] base::Json to_json(const OwnerPause& pause);
[[nodiscard]] base::Result<OwnerPause> owner_pause_from_json(const base::Json& json);

} // namespace framehand::policy
