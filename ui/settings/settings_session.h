// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/timers.h"
#include "ui/daemon_call.h"
#include "ui/settings/settings_draft.h"

#include <QObject>

#include <functional>
#include <memory>

namespace framehand::ui {

/// What became of changes that were applied, by keys.
struct AppliedSettings {
    QStringList at_once;
    QStringList next_job;
    QStringList restart;
    /// Written, but something else decides: key -> "environment WORKER_X".
    std::map<std::string, QString> overridden;

    bool operator==(const AppliedSettings&) const = default;
};

/// A draft of the daemon's settings with the daemon behind it: reads them, checks each change while it is typed, and
/// writes them. Main thread.
class SettingsSession {
public:
    enum class State {
        Loading,
        Ready,
        Unavailable, ///< problem() says why
        Applying,
    };

    /// After the last change, before it is checked.
    static constexpr base::Duration kCheckDelay{150};

    /// References must outlive it.
    SettingsSession(DaemonCall& daemon, ports::Timers& timers);

    /// Reads them anew; changes that were not applied are lost.
    void load();

    [[nodiscard]] State state() const { return m_state; }

    /// Why they cannot be read, or what was refused last; "" if nothing.
    [[nodiscard]] const QString& problem() const { return m_problem; }

    [[nodiscard]] const SettingsDraft& draft() const { return m_draft; }

    void set(const std::string& key, const QString& value);
    void reset(const std::string& key);

    /// There is something to apply, and nothing known against it.
    [[nodiscard]] bool can_apply() const;

    /// All of them or none; `done` comes with what became of them, or with what was refused, once the settings have
    /// been read again.
    void apply(std::function<void(const base::Result<AppliedSettings>&)> done);

    /// After each change of any of it. May be empty.
    std::function<void()> on_change;

private:
    void check_soon();
    void check();
    void describe(std::function<void()> then);
    void changed() const;

    DaemonCall& m_daemon;
    ports::Timers& m_timers;
    State m_state = State::Loading;
    QString m_problem;
    SettingsDraft m_draft;
    std::uint64_t m_revision = 0; ///< of the draft: an answer to an older one is too late
    std::unique_ptr<ports::Timer> m_check;
    QObject m_receiver; ///< last: its end drops the answers that are awaited
};

} // namespace framehand::ui
