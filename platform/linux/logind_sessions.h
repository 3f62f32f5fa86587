// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/graphical_session.h"
#include "core/ports/input_idle.h"
#include "platform/qt/dbus_signal.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QVariantMap>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace framehand::platform {

/// The sessions that logind knows, on the system bus. Its idle hints are what desktops tell it, and some tell nothing:
/// all sessions idle is believed, anything else is unknown.
class LogindSessions final : public ports::GraphicalSession, public ports::InputIdle {
public:
    LogindSessions(const QDBusConnection& system_bus, const base::Clock& clock);

    [[nodiscard]] ports::Reading<bool> session_exists() const override;
    /// Of the session that was used last; a day where there is no session.
    [[nodiscard]] Report report() const override;

    void look_every(base::Duration /*interval*/) override {} // logind tells by itself

private:
    struct Session {
        bool person = false; ///< not a greeter, nor a manager in the background
        bool graphical = false;
        bool idle = false;
        base::WallTime idle_since;
    };

    void list();
    void ask(const QString& path);
    void take(const QString& path, const QVariantMap& properties);
    void absent(std::string why);
    void changed();

    QDBusConnection m_bus;
    const base::Clock& m_clock;
    std::string m_why_unknown;             ///< "" once the sessions are known
    std::map<QString, Session> m_sessions; ///< by object path
    std::size_t m_awaited = 0;             ///< answers
    std::vector<std::unique_ptr<DbusSignal>> m_signals;
    QDBusServiceWatcher m_watcher;
    std::unique_ptr<QObject> m_asked; ///< its end drops the answers that are awaited
};

} // namespace framehand::platform
