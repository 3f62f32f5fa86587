// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/courtesy.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace framehand::policy {

namespace {

using FreeBytes = ports::Reading<std::uint64_t>;

/// For the log, which need not tell of a new time only.
std::string reasons_of(const Decision& decision) {
    std::string text;
    for (const auto& cause : decision.causes) {
        text += (text.empty() ? "" : "; ") + sentence(cause);
    }
    return text;
}

} // namespace

Courtesy::Courtesy(Parts parts, settings::Settings settings)
    : m_parts(std::move(parts)), m_settings(std::move(settings)) {
    m_observed.free_bytes = FreeBytes::unknown("the disk was not asked yet");
}

Courtesy::~Courtesy() {
    const auto& senses = m_parts.senses;
    senses.input.on_change = {};
    senses.game.on_change = {};
    senses.power.on_change = {};
    senses.network.on_change = {};
    senses.sleep.on_wake = {};
}

void Courtesy::start() {
    listen();
    look();
}

void Courtesy::listen() {
    const auto& senses = m_parts.senses;
    std::function<void()> edge;
    if (m_settings.courtesy == settings::Courtesy::On) {
        edge = [this] { look_soon(); };
    }
    senses.input.on_change = edge;
    senses.game.on_change = edge;
    senses.power.on_change = edge;
    senses.network.on_change = edge;
    senses.sleep.on_wake = edge;
}

void Courtesy::apply(settings::Settings settings) {
    m_settings = std::move(settings);
    m_disk_asked_at.reset();
    listen();
    if (m_settings.courtesy == settings::Courtesy::On) {
        observe_slowly(); // which programs to look for is a setting
        forget_signs_that_settings_ended();
    } else {
        m_looks = base::Duration{0};
        m_memory = {};
    }
    look();
}

void Courtesy::forget_signs_that_settings_ended() {
    // As it was seen last: what is gone now is gone by the settings.
    auto memory = decide(m_settings, m_observed, m_wishes, m_work, now(), m_memory).memory;
    for (std::size_t i = 0; i < memory.signs.size(); ++i) {
        if (memory.signs.at(i).absent_since && !m_memory.signs.at(i).absent_since) {
            memory.signs.at(i).pauses = false;
        }
    }
    m_memory = std::move(memory);
}

Moment Courtesy::now() const {
    return {m_parts.clock.wall(), m_parts.clock.steady(), m_parts.senses.local_time};
}

void Courtesy::set_owner_pause(std::optional<OwnerPause> pause) {
    m_wishes.pause = pause;
    if (pause) {
        conclude();
        look_soon();
    } else {
        look();
    }
}

void Courtesy::ignore_in_use(std::optional<base::Duration> time) {
    m_wishes.ignore_in_use_until.reset();
    if (time) {
        m_wishes.ignore_in_use_until = m_parts.clock.wall() + *time;
        m_ignored_until = m_parts.clock.steady() + *time;
    }
    look();
}

void Courtesy::report_presence(base::Duration idle, std::optional<bool> full_screen) {
    m_reported.emplace();
    m_reported->at = m_parts.clock.steady();
    m_reported->idle = ports::Reading<base::Duration>::known(idle);
    if (full_screen) {
        m_reported->full_screen = ports::Reading<bool>::known(*full_screen);
    }
    look();
}

void Courtesy::set_work(Work work) {
    if (std::exchange(m_work, work) != work) {
        look_soon();
    }
}

base::Duration Courtesy::interval() const {
    return m_work == Work::Job ? m_settings.courtesy_interval : std::max(m_settings.courtesy_interval, kWithoutJob);
}

void Courtesy::look_soon() {
    m_timer = m_parts.timers.after(base::Duration{0}, [this] { look(); });
}

void Courtesy::look() {
    m_timer.reset();
    if (m_settings.courtesy == settings::Courtesy::On) {
        if (std::exchange(m_looks, interval()) != interval()) {
            m_parts.senses.input.look_every(interval());
        }
        observe();
        m_timer = m_parts.timers.after(interval(), [this] { look(); });
    } else if (m_wishes.ignore_in_use_until) {
        m_timer = m_parts.timers.after(std::max(m_ignored_until - m_parts.clock.steady(), base::Duration{0}),
                                       [this] { look(); });
    }
    conclude();
}

/// Of what is observed and wished.
void Courtesy::conclude() {
    const Moment moment = now();
    // A clock that is set back must not make it longer.
    const bool over = m_wishes.ignore_in_use_until &&
                      (*m_wishes.ignore_in_use_until <= moment.wall || m_ignored_until <= moment.steady);
    if (over) {
        m_wishes.ignore_in_use_until.reset();
    }
    auto decided = decide(m_settings, m_observed, m_wishes, m_work, moment, m_memory);
    m_memory = std::move(decided.memory);
    const auto before = std::exchange(m_decision, std::move(decided.decision));
    if (m_decision == before && !over) {
        return;
    }
    if (on_change) {
        on_change(); // before the log, which may take its time
    }
    if (const auto now = reasons_of(m_decision); now != reasons_of(before)) {
        m_parts.logger.info(now.empty() ? "nothing is against work any more" : "the machine is left alone",
                            now.empty() ? base::LogFields{} : base::LogFields{{"because", now}});
    }
}

void Courtesy::observe() {
    const auto& senses = m_parts.senses;
    const auto now = m_parts.clock.steady();
    const auto report = senses.input.report();
    auto& presence = m_observed.presence;
    presence.at = report.idle.value ? report.at : now; // that it is unknown is news
    presence.idle = report.idle;
    presence.full_screen = senses.full_screen.full_screen();
    presence.game = senses.game.game_runs();
    presence.session = senses.session.session_exists();
    add_report();
    m_observed.other_cpu_percent = senses.other_load.percent();
    m_observed.on_battery = senses.power.on_battery();
    m_observed.power_saver = senses.power.power_saver();
    m_observed.metered_network = senses.network.metered();
    if (!m_observed_slowly_at || now - *m_observed_slowly_at >= kSlowly) {
        m_observed_slowly_at = now;
        observe_slowly();
    }
    if (!m_disk_asked_at || now - *m_disk_asked_at >= kDisk) {
        m_disk_asked_at = now;
        ask_disk();
    }
}

void Courtesy::add_report() {
    if (!m_reported) {
        return;
    }
    const auto now = m_parts.clock.steady();
    auto& own = m_observed.presence;
    if (now - m_reported->at > m_settings.presence_max_age) {
        if (!own.idle.value) {
            own.idle = ports::Reading<base::Duration>::unknown("the last report of input is old");
        }
        return;
    }
    if (!own.idle.value || *m_reported->idle.value + (now - m_reported->at) < *own.idle.value + (now - own.at)) {
        own.at = m_reported->at;
        own.idle = m_reported->idle;
    }
    if (m_reported->full_screen.value && own.full_screen.value != true) {
        own.full_screen = m_reported->full_screen;
    }
}

void Courtesy::observe_slowly() {
    m_observed.listed_programs = m_parts.senses.programs.running(m_settings.pause_for_programs);
    m_observed.celsius = m_parts.senses.temperature.celsius();
}

void Courtesy::ask_disk() {
    if (m_disk != nullptr || m_settings.low_disk_limit == 0) {
        return; // it has not answered yet
    }
    auto answer = std::make_shared<FreeBytes>();
    m_disk = m_parts.background.run(
        [answer, &files = m_parts.files, path = m_settings.temp_dir] {
            const auto free = files.free_bytes(path);
            *answer = free ? FreeBytes::known(*free) : FreeBytes::unknown(free.error().text());
        },
        [this, answer] {
            m_disk.reset();
            m_observed.free_bytes = *answer;
            look_soon();
        });
}

} // namespace framehand::policy
