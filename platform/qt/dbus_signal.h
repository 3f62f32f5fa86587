// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace framehand::platform {

/// A signal on a D-Bus, as a call. Qt delivers those to slots only: this is the one class here that needs moc.
class DbusSignal final : public QObject {
    Q_OBJECT

public:
    struct Source {
        QString service;
        QString path; ///< empty: of any object
        QString interface;
        QString name;
    };

    DbusSignal(QDBusConnection bus, const Source& source, std::function<void(const QDBusMessage&)> on_signal);

public Q_SLOTS:
    void arrived(const QDBusMessage& message); // named in a SLOT()

private:
    std::function<void(const QDBusMessage&)> m_on_signal;
};

} // namespace framehand::platform
