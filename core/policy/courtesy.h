// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/policy/run_policy.h"
#include "core/policy/senses.h"
#include "core/ports/background.h"
#include "core/ports/file_system.h"
#include "core/ports/timers.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace framehand::policy {

/// Keeps the decision of the policy up to date: looks at the machine again and again, and at once where a sense tells
/// of a change. With `courtesy: off` it looks at nothing. One thread.
class Courtesy {
public:
    /// How often it looks where no job is in hand.
    static constexpr base::Duration kWithoutJob{2'000};
    /// How often it reads what costs some milliseconds: programs, temperature.
    static constexpr base::Duration kSlowly{1'000};
    /// How often it asks the disk.
    static constexpr base::Duration kDisk{10'000};

    /// What it works with. All references must outlive it.
    struct Parts {
        Senses senses;
        ports::Timers& timers;
        const base::Clock& clock;
        ports::Background& background;
        const ports::FileSystem& files;
        base::Logger logger;
    };

    /// Takes over the callbacks of the senses.
    Courtesy(Parts parts, settings::Settings settings);
    ~Courtesy();
    Courtesy(const Courtesy&) = delete;
    Courtesy& operator=(const Courtesy&) = delete;

    /// Decides for the first time, and goes on looking.
    void start();

    /// Decides at once by other settings. What they no longer pause for is over at once, without the time for which a
    /// sign that has gone is waited for.
    void apply(settings::Settings settings);

    /// A pause holds before this returns, by what was seen last: whoever asks for one is not to wait for the senses.
    void set_owner_pause(std::optional<OwnerPause> pause);
    /// Keyboard and mouse do not count for this time; nothing ends that.
    void ignore_in_use(std::optional<base::Duration> time);
    /// What somebody in the person's session has seen, which a service cannot: since when nothing was touched, and
    /// whether a program fills the screen, where that was seen too. Counts beside what the senses see, for
    /// `presence_max_age`: who sees more of the person is believed.
    void report_presence(base::Duration idle, std::optional<bool> full_screen);
    /// Decides with the next turn of the event loop.
    void set_work(Work work);

    [[nodiscard]] const Decision& decision() const { return m_decision; }

    [[nodiscard]] const Wishes& wishes() const { return m_wishes; }

    /// After each change of decision(), and when input counts again. May be empty.
    std::function<void()> on_change;

private:
    void look();
    void conclude();
    void look_soon();
    void listen();
    void forget_signs_that_settings_ended();
    [[nodiscard]] Moment now() const;
    void observe();
    void add_report();
    void observe_slowly();
    void ask_disk();
    [[nodiscard]] base::Duration interval() const;

    Parts m_parts;
    settings::Settings m_settings;
    Wishes m_wishes;
    base::SteadyTime m_ignored_until; ///< as m_wishes has it
    Work m_work = Work::None;
    base::Duration m_looks{0}; ///< what the source of input was told
    Observed m_observed;
    std::optional<Presence> m_reported;
    std::optional<base::SteadyTime> m_observed_slowly_at;
    std::optional<base::SteadyTime> m_disk_asked_at;
    Memory m_memory;
    Decision m_decision;
    std::unique_ptr<ports::Timer> m_timer;
    std::unique_ptr<ports::BackgroundTask> m_disk; ///< last: its end is waited for before anything else goes
};

} // namespace framehand::policy
