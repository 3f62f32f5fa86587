// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/bus_world.h"

#include "tests/platform/wait_for.h"

#include <QDBusConnectionInterface>
#include <gtest/gtest.h>

namespace framehand::test {

namespace {

const auto kConnection = QStringLiteral("framehand-test");
const auto kMock = QStringLiteral("org.freedesktop.DBus.Mock");

} // namespace

BusWorld::BusWorld()
    : m_daemon(QStringLiteral("dbus-daemon"),
               {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")}),
      m_address(QString::fromUtf8(m_daemon.first_line())),
      m_bus(QDBusConnection::connectToBus(m_address, kConnection)) {
    EXPECT_TRUE(m_bus.isConnected());
}

BusWorld::~BusWorld() {
    QDBusConnection::disconnectFromBus(kConnection);
}

bool BusWorld::has(const QString& service) const {
    return m_bus.interface()->isServiceRegistered(service);
}

std::unique_ptr<StartedProgram> BusWorld::start(const QString& service, const QString& program,
                                                const QStringList& arguments) {
    auto started =
        std::make_unique<StartedProgram>(program, arguments,
                                         QStringList{QStringLiteral("DBUS_SESSION_BUS_ADDRESS=") + m_address,
                                                     QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS=") + m_address});
    EXPECT_TRUE(wait_for([&] { return has(service); }))
        << service.toStdString() << ": " << started->process().readAllStandardError().toStdString();
    return started;
}

std::unique_ptr<StartedProgram> BusWorld::mock_template(const QString& service, const QString& name,
                                                        const QString& parameters) {
    // Debian's own Python: another one in the way has no dbusmock.
    return start(service, QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--template"), name,
                  QStringLiteral("--parameters"), parameters});
}

std::unique_ptr<StartedProgram> BusWorld::mock_object(const QString& service, const QString& path) {
    return start(
        service, QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--system"), service, path, service});
}

QDBusMessage BusWorld::call(const QString& service, const QString& path, const QString& interface,
                            const QString& method, const QVariantList& arguments) {
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    auto answer = m_bus.call(message);
    EXPECT_EQ(answer.type(), QDBusMessage::ReplyMessage) << answer.errorMessage().toStdString();
    return answer;
}

void BusWorld::set(const QString& service, const QString& path, const QString& interface, const QString& name,
                   const QVariant& value) {
    call(service, path, kMock, QStringLiteral("UpdateProperties"), {interface, QVariantMap{{name, value}}});
}

} // namespace framehand::test
