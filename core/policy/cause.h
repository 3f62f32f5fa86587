// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/policy/pause_reason.h"

#include <optional>
#include <string>

namespace framehand::policy {

/// A reason that holds now, with what was measured.
struct Cause {
    PauseReason reason = PauseReason::ByYou;
    /// The listed program's name, "62 %", "97 °C", "400 MB", why presence is unknown; "" where there is nothing to say.
    std::string detail;
    /// When it ends, where that is known: of a pause with a time, and of the hours.
    std::optional<base::WallTime> until;
    /// How long its sign must be gone before work goes on; 0 where that is not how it ends.
    base::Duration hold{0};

    bool operator==(const Cause&) const = default;
};

/// "keyboard or mouse in use", "the program blender runs", "on battery": for people at this machine.
[[nodiscard]] std::string sentence(const Cause& cause);

/// What makes work go on, where no time is known: "after 5 min without input", "once resumed". Never empty.
[[nodiscard]] std::string goes_on(const Cause& cause);

/// {id, sentence, goes_on, detail, until, hold_sec}; `until` is RFC 3339 or null.
[[nodiscard]] base::Json to_json(const Cause& cause);

} // namespace framehand::policy
