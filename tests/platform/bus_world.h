// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/started_program.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QString>
#include <QVariantList>

#include <memory>

namespace framehand::test {

/// A D-Bus of the test's own, on which services can be mocked.
class BusWorld {
public:
    BusWorld();
    ~BusWorld();
    BusWorld(const BusWorld&) = delete;
    BusWorld& operator=(const BusWorld&) = delete;

    [[nodiscard]] const QDBusConnection& bus() const { return m_bus; }

    [[nodiscard]] const QString& address() const { return m_address; }

    /// Starts a program that has this bus for its system and session bus, and waits until it owns `service`.
    [[nodiscard]] std::unique_ptr<StartedProgram> start(const QString& service, const QString& program,
                                                        const QStringList& arguments);
    /// One of python-dbusmock's templates.
    [[nodiscard]] std::unique_ptr<StartedProgram> mock_template(const QString& service, const QString& name,
                                                                const QString& parameters = QStringLiteral("{}"));
    /// A service with one object, which has the interface of the same name as the service.
    [[nodiscard]] std::unique_ptr<StartedProgram> mock_object(const QString& service, const QString& path);

    /// The answer; fails the test if it is an error.
    QDBusMessage call(const QString& service, const QString& path, const QString& interface, const QString& method,
                      const QVariantList& arguments = {});
    /// Changes a property of a mocked object, with its signal.
    void set(const QString& service, const QString& path, const QString& interface, const QString& name,
             const QVariant& value);

    [[nodiscard]] bool has(const QString& service) const;

private:
    StartedProgram m_daemon;
    QString m_address;
    QDBusConnection m_bus;
};

} // namespace framehand::test
