// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/reading.h"
#include "platform/qt/dbus_signal.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QVariant>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::platform {

/// The value of one property on a D-Bus, kept up to date: asked for when the service comes, and again with each signal
/// that may have changed it. Never starts a service, never waits for one; only the bus itself
/// is waited for, when it is made. The thread that made it, which runs a Qt event loop.
class DbusProperty {
public:
    struct Place {
        QString service;
        QString path;
        QString interface;
        QString name;
        std::string people_call_it;    ///< "UPower": for why it is unknown
        QStringList also_changed_by{}; ///< signals of its interface, for services that do not tell of the property
    };

    /// `on_change` is called when value() changes.
    DbusProperty(QDBusConnection bus, Place place, std::function<void()> on_change);

    [[nodiscard]] const ports::Reading<QVariant>& value() const { return m_value; }

    /// value() where it is a whole number.
    [[nodiscard]] ports::Reading<int> number() const;
    /// value() where it is a truth.
    [[nodiscard]] ports::Reading<bool> truth() const;

private:
    void ask();
    void set(ports::Reading<QVariant> value);
    [[nodiscard]] ports::Reading<QVariant> absent() const;

    QDBusConnection m_bus;
    const Place m_place;
    std::function<void()> m_on_change;
    ports::Reading<QVariant> m_value;
    std::vector<std::unique_ptr<DbusSignal>> m_signals;
    QDBusServiceWatcher m_watcher;
    QObject m_context; ///< last: its end drops the answers that are awaited
};

} // namespace framehand::platform
