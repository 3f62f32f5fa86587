// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_services.h"
#include "ui/settings/settings_session.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace framehand::ui {

/// What a person has chosen in the first setup.
struct FirstRunChoices {
    enum class Work {
        WhenNobodyUsesIt,
        Nights, ///< and only while nobody uses it
        Always, ///< also while somebody uses it, at the lowest priority
        AsItIs, ///< the hours and rules of the settings stay
    };

    QString orchestrator_url; ///< empty: this PC is the orchestrator
    QString nas_folder;
    Work work = Work::WhenNobodyUsesIt;
    bool start_at_login = false;
    bool as_service = false;
};

/// One change that is not made yet.
struct PlannedChange {
    QString where; ///< the settings file, or what else is changed
    QString what;  ///< a key of that file, or ""
    QString before;
    QString after;

    bool operator==(const PlannedChange&) const = default;
};

/// The first setup without its windows: gathers what shall be, lists every change, and makes them. Main thread.
class FirstRun {
    Q_DECLARE_TR_FUNCTIONS(FirstRun)

public:
    /// One step that was made, or could not be.
    struct Step {
        QString words;
        bool ok = true;
    };

    /// `services` must outlive it.
    explicit FirstRun(SettingsServices& services);

    /// Reads what is there; changes nothing. `on_change` tells when it is known.
    void load();

    [[nodiscard]] const SettingsSession& session() const { return m_session; }

    [[nodiscard]] SettingsServices& services() { return m_services; }

    FirstRunChoices choices;

    /// Whether the settings have hours or rules that none of the choices but AsItIs means.
    [[nodiscard]] bool has_own_hours() const { return m_own_hours; }

    /// Every change that apply() would make now.
    [[nodiscard]] std::vector<PlannedChange> plan() const;

    /// Makes them, one step after the other, and ends with the first that fails. `done` says whether all went well.
    void apply(std::function<void(const Step&)> on_step, std::function<void(bool ok)> done);

    /// May be empty.
    std::function<void()> on_change;

private:
    void loaded();
    [[nodiscard]] FirstRunChoices::Work work_of_settings() const;
    void write_settings();
    void set_login_start();
    void start_daemon();
    void install_service();
    void finish(bool ok);
    /// "", or why the step failed.
    [[nodiscard]] bool step(const QString& words, const base::Status& outcome) const;

    SettingsServices& m_services;
    SettingsSession m_session;
    bool m_filled = false; ///< the choices come from what is there only once
    bool m_own_hours = false;
    std::optional<bool> m_starts_at_login;
    std::function<void(const Step&)> m_on_step;
    std::function<void(bool)> m_done;
    std::shared_ptr<const int> m_alive = std::make_shared<const int>(0); ///< for answers of the app
};

/// The settings that a choice means, key -> value; "" for the default. What stays as it is is not among them. Pure.
[[nodiscard]] std::vector<std::pair<std::string, QString>> settings_of(const FirstRunChoices& choices);

} // namespace framehand::ui
