// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/policy/cause.h"
#include "core/policy/observed.h"
#include "core/policy/owner_pause.h"
#include "core/ports/local_time.h"
#include "core/settings/settings.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace framehand::policy {

/// What the person at this machine has asked for.
struct Wishes {
    std::optional<OwnerPause> pause;
    std::optional<base::WallTime> ignore_in_use_until; ///< keyboard and mouse do not count before

    bool operator==(const Wishes&) const = default;
};

enum class Work { None, Job }; ///< whether a job is in hand

/// When it is.
struct Moment {
    base::WallTime wall;
    base::SteadyTime steady;
    const ports::LocalTime& local_time;
};

/// What one decision leaves for the next, so that work never starts and stops in quick turns. A default-made one is
/// that of a fresh start.
struct Memory {
    struct Sign {
        bool pauses = false;
        std::optional<base::SteadyTime> present_since; ///< none while the sign is absent
        std::optional<base::SteadyTime> absent_since;  ///< none while it is present

        bool operator==(const Sign&) const = default;
    };

    std::array<Sign, kPauseReasons.size()> signs;
    std::string program; ///< of the list, which ran last

    bool operator==(const Memory&) const = default;
};

enum class Verdict { Run, Pause };

struct Decision {
    Verdict verdict = Verdict::Run;
    std::vector<Cause> causes; ///< heaviest first; empty with Run
    /// When work goes on, if each cause says when it ends.
    std::optional<base::WallTime> until;

    bool operator==(const Decision&) const = default;
};

struct Decided {
    Decision decision;
    Memory memory; ///< for the next call
};

/// Whether the machine is to be left alone. A pure function: the same arguments give the same answer. What is not known
/// never pauses, with one exception: whether somebody is there, for which `presence_unknown` says what to think.
///
/// A sign must last as long as the settings say (only the CPU's load must), and be gone for as long as they say, before
/// it counts as come or gone. With `courtesy: off` only the owner's own pause counts.
[[nodiscard]] Decided decide(const settings::Settings& settings, const Observed& observed, const Wishes& wishes,
                             Work work, const Moment& moment, const Memory& memory);

} // namespace framehand::policy
