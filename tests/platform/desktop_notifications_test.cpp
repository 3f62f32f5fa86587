// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/desktop_notifications.h"
#include "tests/platform/bus_world.h"
#include "tests/platform/wait_for.h"

#include <QDBusArgument>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using test::BusWorld;
using test::wait_for;

const auto kService = QStringLiteral("org.freedesktop.Notifications");
const auto kPath = QStringLiteral("/org/freedesktop/Notifications");
const auto kMock = QStringLiteral("org.freedesktop.DBus.Mock");

/// The arguments of the first call of Notify; empty if there was none.
QVariantList notified(BusWorld& world) {
    const auto answer =
        world.call(kService, kPath, kMock, QStringLiteral("GetMethodCalls"), {QStringLiteral("Notify")});
    const auto calls = answer.arguments().constFirst().value<QDBusArgument>();
    calls.beginArray();
    QVariantList arguments;
    if (!calls.atEnd()) {
        quint64 time = 0;
        calls.beginStructure();
        calls >> time >> arguments;
        calls.endStructure();
    }
    calls.endArray();
    return arguments;
}

TEST(DesktopNotifications, AreShownAsPlainText) {
    BusWorld world;
    const auto mock = world.mock_template(kService, QStringLiteral("notification_daemon"));
    DesktopNotifications notifications(world.bus(), "framehand", {});
    notifications.show({"<Sintel> is finished", "a <b> & c", ports::Notification::Urgency::Critical});
    QVariantList arguments;
    ASSERT_TRUE(wait_for([&] {
        arguments = notified(world);
        return !arguments.isEmpty();
    }));
    ASSERT_EQ(arguments.size(), 8);
    EXPECT_EQ(arguments[0].toString().toStdString(), "Framehand");
    EXPECT_EQ(arguments[3].toString().toStdString(), "<Sintel> is finished");
    EXPECT_EQ(arguments[4].toString().toStdString(), "a &lt;b&gt; &amp; c");
    const auto hints = qdbus_cast<QVariantMap>(arguments[6]);
    EXPECT_EQ(hints.value(QStringLiteral("urgency")).toInt(), 2);
    EXPECT_EQ(hints.value(QStringLiteral("desktop-entry")).toString().toStdString(), "framehand");
}

TEST(DesktopNotifications, WithoutADesktopAreLost) {
    const BusWorld world;
    DesktopNotifications notifications(world.bus(), "framehand", {});
    notifications.show({"title", "text", {}});
    EXPECT_FALSE(world.has(kService));
}

} // namespace
} // namespace framehand::platform
