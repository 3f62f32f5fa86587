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
    std::vector<std::pair<std::string, QString>> settings{{kUrl, choices.orchestrator_url}, {kNas, choices.nas_folder}};
    if (choices.work != Work::AsItIs) {
        settings.emplace_back(kHours, nights ? QStringLiteral("Mon-Sun 22:00-07:00") : QString());
        settings.emplace_back(kInUse, always ? QStringLiteral("run") : QString());
    }
    return settings;
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
        choices.work = work_of_settings();
        m_own_hours = choices.work == FirstRunChoices::Work::AsItIs;
    }
    if (on_change) {
        on_change();
    }
}

FirstRunChoices::Work FirstRun::work_of_settings() const {
    using Work = FirstRunChoices::Work;
    for (const auto work : {Work::WhenNobodyUsesIt, Work::Nights, Work::Always}) {
        SettingsDraft draft = m_session.draft();
        FirstRunChoices would;
        would.work = work;
        put(draft, would);
        if (!draft.is_changed(kHours) && !draft.is_changed(kInUse)) {
            return work;
        }
    }
    return Work::AsItIs;
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
        const bool is_own = m_services.service.kind() == ports::BackgroundService::Kind::OfTheUser;
        changes.push_back({is_own ? tr("Background service of this user") : tr("Background service of this machine"),
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
        install_service();
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
    m_services.service.ask(ServiceCalls::Action::InstallAndStart,
                           [this, alive = std::weak_ptr(m_alive)](const ServiceCalls::Answer& answer) {
                               if (!alive.expired()) {
                                   finish(step(tr("The service is installed and runs"), answer.outcome));
                               }
                           });
}

void FirstRun::finish(bool ok) {
    m_done(ok);
}

} // namespace framehand::ui
