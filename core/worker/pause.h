// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/policy/cause.h"
#include "core/policy/owner_pause.h"
#include "core/policy/run_policy.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::worker {

using policy::PauseWhen;

/// That the worker is to leave the machine alone.
struct Pause {
    std::vector<policy::Cause> causes; ///< heaviest first, at least one
    PauseWhen when = PauseWhen::Now;
    base::WallTime since;                ///< when it began, or was asked for
    std::optional<base::WallTime> until; ///< none where its end is not known

    bool operator==(const Pause&) const = default;
};

/// The pause that a decision and the owner's wishes mean together: that of the decision at once, or one after the
/// running job. `now` is its begin where `before` is none.
[[nodiscard]] std::optional<Pause> pause_of(const policy::Decision& decision, const policy::Wishes& wishes,
                                            const std::optional<Pause>& before, base::WallTime now);

/// All causes for people at this machine: "keyboard or mouse in use; on battery".
[[nodiscard]] std::string sentence(const Pause& pause);

/// For those who hand out jobs: "paused by its owner", or why it pauses by itself.
[[nodiscard]] std::string sentence_for_source(const Pause& pause);

} // namespace framehand::worker
