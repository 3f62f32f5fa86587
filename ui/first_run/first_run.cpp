// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/first_run.h"

#include <utility>

namespace framehand::ui {

namespace {

constexpr auto kUrl = "orchestrator_url";
constexpr auto kNas = "nas_mount_path";
constexpr auto kHours = "work_hours";
constexpr auto kInUse = "while_in_use";

void put(SettingsDraft& draft, const FirstRunChoices& choices) {
    for (const auto& [key, value] : settings_of(choices)) {
        if (value.isEmpty()) {
            draft.reset(key);
        } else {
            draft.set(key, value);
        }
    }
}

} // namespace

std::vector<std::pair<std::string, QString>> settings_of(const FirstRunChoices& choices) {
    using Work = FirstRunChoices::Work;
    const bool nights = choices.work == Work::Nights;
    const bool always = choices.work == Work::Always;
    return {{kUrl, choices.orchestrator_url},
            {kNas, choices.nas_folder},
            {kHours, nights ? QStringLiteral("Mon-Sun 22:00-07:00") : QString()},
            {kInUse, always ? QStringLiteral("run") : QString()}};
}

FirstRun::FirstRun(SettingsServices& services) : m_services(services), m_session(services.daemon, services.timers) {
    m_session.on_change = [this] { loaded(); };
    if (const auto enabled = m_services.login_start.enabled()) {
        m_starts_at_login = *enabled;
    }
    choices.start_at_login = true;
}

void FirstRun::load() {
    m_session.load();
}

void FirstRun::loaded() {
    if (m_session.state() == SettingsSession::State::Ready && !std::exchange(m_filled, true)) {
        const auto& draft = m_session.draft();
        if (const auto* url = draft.find(kUrl); url != nullptr && url->is_set()) {
            choices.orchestrator_url = url->value;
        }
        choices.nas_folder = draft.value(kNas);
        if (draft.value(kInUse) == QStringLiteral("run")) {
            choices.work = FirstRunChoices::Work::Always;
        } else if (const auto* hours = draft.find(kHours); hours != nullptr && hours->is_set()) {
            choices.work = FirstRunChoices::Work::Nights;
        }
    }
    if (on_change) {
        on_change();
    }
}

std::vector<PlannedChange> FirstRun::plan() const {
    SettingsDraft draft = m_session.draft();
    put(draft, choices);
    std::vector<PlannedChange> changes;
    for (const auto& field : draft.fields()) {
        if (draft.is_changed(field.key)) {
            changes.push_back({draft.config_path(), QString::fromStdString(field.key),
                               field.value.isEmpty() ? tr("not set") : field.value, draft.value(field.key)});
        }
    }
    if (m_starts_at_login && *m_starts_at_login != choices.start_at_login) {
        changes.push_back({QString::fromStdString(m_services.login_start.place().string()),
                           {},
                           *m_starts_at_login ? tr("starts at login") : tr("does not start at login"),
                           choices.start_at_login ? tr("starts at login") : tr("does not start at login")});
    }
    if (choices.as_service) {
        changes.push_back({tr("Background service of this user"),
                           {},
                           tr("not installed by this setup"),
                           tr("installed and started")});
    }
    return changes;
}

void FirstRun::apply(std::function<void(const Step&)> on_step, std::function<void(bool)> done) {
    m_on_step = std::move(on_step);
    m_done = std::move(done);
    write_settings();
}

bool FirstRun::step(const QString& words, const base::Status& outcome) const {
    m_on_step({outcome ? words : QString::fromStdString(outcome.error().text()), outcome.has_value()});
    return outcome.has_value();
}

void FirstRun::write_settings() {
    for (const auto& [key, value] : settings_of(choices)) {
        if (value.isEmpty()) {
            m_session.reset(key);
        } else {
            m_session.set(key, value);
        }
    }
    if (!m_session.draft().is_changed()) {
        set_login_start();
        return;
    }
    m_session.apply([this](const base::Result<AppliedSettings>& outcome) {
        const auto words = tr("The settings are written into %1").arg(m_session.draft().config_path());
        if (step(words, outcome ? base::Status() : base::Status(base::Error(outcome.error())))) {
            set_login_start();
        } else {
            finish(false);
        }
    });
}

void FirstRun::set_login_start() {
    if (m_starts_at_login && *m_starts_at_login != choices.start_at_login) {
        auto& login = m_services.login_start;
        const bool starts = choices.start_at_login;
        if (!step(starts ? tr("Framehand starts at the next login") : tr("Framehand no longer starts at login"),
                  starts ? login.enable() : login.disable())) {
            finish(false);
            return;
        }
        m_starts_at_login = starts;
    }
    if (choices.as_service) {
        m_services.end_own_daemon([this, alive = std::weak_ptr(m_alive)] {
            if (!alive.expired()) {
                install_service();
            }
        });
    } else {
        start_daemon();
    }
}

void FirstRun::start_daemon() {
    m_services.restart_daemon([this, alive = std::weak_ptr(m_alive)](const base::Status& outcome) {
        if (!alive.expired()) {
            finish(step(tr("The daemon starts with these settings"), outcome));
        }
    });
}

void FirstRun::install_service() {
    auto outcome = std::make_shared<base::Status>();
    m_task = m_services.background.run(
        [&service = m_services.service, outcome] {
            *outcome = service.install();
            if (*outcome) {
                *outcome = service.start();
            }
        },
        [this, outcome] {
            const bool ok = step(tr("The service is installed and runs"), *outcome);
            if (!ok) {
                m_services.start_own_daemon();
            }
            finish(ok);
        });
}

void FirstRun::finish(bool ok) {
    m_done(ok);
}

} // namespace framehand::ui
