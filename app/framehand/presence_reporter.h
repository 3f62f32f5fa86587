// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/full_screen.h"
#include "core/ports/input_idle.h"
#include "core/ports/timers.h"

#include <functional>
#include <memory>
#include <optional>

namespace framehand::desktop {

/// Tells a daemon that runs outside of the person's session, as a service does, what only a program inside can see:
/// when keyboard and mouse were last touched, and whether a program fills the screen. Main thread.
class PresenceReporter {
public:
    /// How often it looks.
    static constexpr base::Duration kLook{1'000};
    /// How often it says that nothing has changed; the daemon takes a report for old after `presence_max_age`, 30 s
    /// unless that is set otherwise.
    static constexpr base::Duration kSayAgain{5'000};

    struct Parts {
        ports::InputIdle& input;
        const ports::FullScreen& screen;
        ports::Timers& timers;
        const base::Clock& clock;
        /// Takes what is seen to the daemon. `full_screen` only where it is known.
        std::function<void(base::Duration idle, std::optional<bool> full_screen)> tell;
    };

    /// References must outlive it. Takes over the callback of `input`.
    explicit PresenceReporter(Parts parts);
    ~PresenceReporter();
    PresenceReporter(const PresenceReporter&) = delete;
    PresenceReporter& operator=(const PresenceReporter&) = delete;

    /// Begins, and tells at once. Fine if it has begun.
    void start();
    /// For a daemon that needs no report.
    void stop();

private:
    void look();

    Parts m_parts;
    std::unique_ptr<ports::Timer> m_timer; ///< none while it is stopped
    std::optional<base::SteadyTime> m_told_at;
    base::SteadyTime m_touched_at; ///< as it was told
    std::optional<bool> m_full_screen;
};

} // namespace framehand::desktop
