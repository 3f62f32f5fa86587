// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/run_policy.h"

#include "core/base/text.h"
#include "core/policy/work_hours.h"

#include <algorithm>
#include <string>
#include <utility>

namespace framehand::policy {

namespace {

using base::Duration;
using settings::While;

/// How long a sign must last before it pauses, and be gone before it does not.
struct Span {
    Duration onset{0};
    Duration hold{0};
};

/// One call of decide() at work.
class Deciding {
public:
    Deciding(const settings::Settings& settings, const Observed& observed, const Wishes& wishes, const Moment& moment,
             const Memory& memory)
        : m_settings(settings), m_observed(observed), m_wishes(wishes), m_moment(moment), m_memory(memory) {}

    void owner(Work work) {
        const auto& pause = m_wishes.pause;
        if (!pause || (pause->until && *pause->until <= m_moment.wall)) {
            return;
        }
        if (pause->when == PauseWhen::Now) {
            add({PauseReason::ByYou, {}, pause->until, {}});
        } else if (work == Work::None) {
            add({PauseReason::AfterJob, {}, pause->until, {}});
        }
    }

    void presence() {
        if (m_settings.while_in_use == While::Run ||
            (m_wishes.ignore_in_use_until && m_moment.wall < *m_wishes.ignore_in_use_until)) {
            return;
        }
        const auto& seen = m_observed.presence;
        const auto age = age_of_presence();
        if (seen.idle.value && age <= m_settings.presence_max_age) {
            if (*seen.idle.value + age < m_settings.idle_before_work) {
                add({PauseReason::InUse, {}, {}, m_settings.idle_before_work});
            }
            return;
        }
        using settings::PresenceUnknown;
        const bool in_use = m_settings.presence_unknown == PresenceUnknown::InUse ||
                            (m_settings.presence_unknown == PresenceUnknown::Auto && seen.session.value == true);
        if (in_use) {
            const auto why = seen.idle.value ? "the last report is older than " +
                                                   base::humanize_duration(m_settings.presence_max_age)
                                             : seen.idle.why_unknown;
            add({PauseReason::PresenceUnknown, why, {}, {}});
        }
    }

    void screen() {
        const bool fresh = age_of_presence() <= m_settings.presence_max_age;
        const bool wanted = m_settings.while_full_screen == While::Pause && fresh;
        const auto& seen = m_observed.presence;
        sign(PauseReason::FullScreen, wanted && seen.full_screen.value == true, {{}, m_settings.activity_hold}, {});
        sign(PauseReason::Game, wanted && seen.game.value == true, {{}, m_settings.activity_hold}, {});
    }

    void programs() {
        const auto& running = m_observed.listed_programs.value;
        if (running && !running->empty()) {
            m_memory.program = running->front();
        }
        sign(PauseReason::Program, running && !running->empty(), {{}, m_settings.activity_hold}, m_memory.program);
    }

    void other_load() {
        const auto& load = m_observed.other_cpu_percent.value;
        const int limit = m_settings.other_cpu_limit;
        sign(PauseReason::OtherLoad, limit > 0 && load && *load > limit,
             {m_settings.other_cpu_time, m_settings.other_cpu_hold}, "over " + std::to_string(limit) + " %");
    }

    void condition(PauseReason reason, While setting, const ports::Reading<bool>& reading) {
        sign(reason, setting == While::Pause && reading.value == true, {{}, m_settings.condition_hold}, {});
    }

    void hours() {
        const auto& hours = m_settings.work_hours;
        if (!allows(hours, m_moment.wall, m_moment.local_time)) {
            add({PauseReason::OutsideHours, {}, next_change(hours, m_moment.wall, m_moment.local_time), {}});
        }
    }

    void heat() {
        const auto& celsius = m_observed.celsius.value;
        const int limit = m_settings.temperature_limit;
        const int back = pauses(PauseReason::TooHot) ? m_settings.temperature_margin : 0;
        sign(PauseReason::TooHot, limit > 0 && celsius && *celsius > limit - back, {{}, m_settings.temperature_hold},
             "over " + std::to_string(limit) + " °C");
    }

    void disk() {
        const auto& free = m_observed.free_bytes.value;
        const auto limit = m_settings.low_disk_limit;
        // What other programs write and delete in passing is no reason to start and stop.
        const auto enough = pauses(PauseReason::LowDisk) ? limit + limit / 4 : limit;
        sign(PauseReason::LowDisk, limit > 0 && free && *free < enough, {{}, m_settings.condition_hold},
             "less than " + base::humanize_bytes(static_cast<std::int64_t>(limit)) + " free");
    }

    [[nodiscard]] Decided end() {
        auto& causes = m_decision.causes;
        std::ranges::stable_sort(causes, {}, &Cause::reason);
        m_decision.verdict = causes.empty() ? Verdict::Run : Verdict::Pause;
        if (!causes.empty() &&
            std::ranges::all_of(causes, [](const Cause& cause) { return cause.until.has_value(); })) {
            m_decision.until = std::ranges::max(causes, {}, &Cause::until).until;
        }
        return {std::move(m_decision), std::move(m_memory)};
    }

private:
    void add(Cause cause) { m_decision.causes.push_back(std::move(cause)); }

    [[nodiscard]] Duration age_of_presence() const {
        return std::max(Duration{0}, m_moment.steady - m_observed.presence.at);
    }

    Memory::Sign& memory_of(PauseReason reason) { return m_memory.signs.at(static_cast<std::size_t>(reason)); }

    [[nodiscard]] bool pauses(PauseReason reason) { return memory_of(reason).pauses; }

    /// Remembers whether the sign is present, and adds its cause if it pauses.
    void sign(PauseReason reason, bool present, Span span, std::string detail) {
        auto& sign = memory_of(reason);
        auto& since = present ? sign.present_since : sign.absent_since;
        (present ? sign.absent_since : sign.present_since).reset();
        since = since.value_or(m_moment.steady);
        if (m_moment.steady - *since >= (present ? span.onset : span.hold)) {
            sign.pauses = present;
        }
        if (sign.pauses) {
            add({reason, std::move(detail), {}, span.hold});
        }
    }

    const settings::Settings& m_settings;
    const Observed& m_observed;
    const Wishes& m_wishes;
    const Moment& m_moment;
    Memory m_memory;
    Decision m_decision;
};

} // namespace

Decided decide(const settings::Settings& settings, const Observed& observed, const Wishes& wishes, Work work,
               const Moment& moment, const Memory& memory) {
    Deciding deciding(settings, observed, wishes, moment, memory);
    deciding.owner(work);
    if (settings.courtesy == settings::Courtesy::On) {
        deciding.presence();
        deciding.screen();
        deciding.programs();
        deciding.other_load();
        deciding.condition(PauseReason::OnBattery, settings.while_on_battery, observed.on_battery);
        deciding.condition(PauseReason::PowerSaver, settings.while_power_saver, observed.power_saver);
        deciding.condition(PauseReason::MeteredNetwork, settings.while_metered, observed.metered_network);
        deciding.hours();
        deciding.heat();
        deciding.disk();
    }
    return deciding.end();
}

} // namespace framehand::policy
