// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/portal_color_scheme.h"
#include "tests/platform/bus_world.h"
#include "tests/platform/wait_for.h"

#include <QDBusArgument>
#include <QDBusVariant>
#include <gmock/gmock.h>

namespace framehand::platform {
namespace {

using ports::ColorScheme;
using test::BusWorld;
using test::wait_for;

const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kMock = QStringLiteral("org.freedesktop.DBus.Mock");
const auto kSettings = QStringLiteral("org.freedesktop.portal.Settings");

class PortalColorSchemeTest : public testing::Test {
protected:
    /// A portal that answers so at the first question.
    void start_portal(const QString& answer) {
        portal = world.mock_object(kService, kPath);
        world.call(kService, kPath, kMock, QStringLiteral("AddMethod"),
                   {kSettings, QStringLiteral("Read"), QStringLiteral("ss"), QStringLiteral("v"),
                    QStringLiteral("ret = dbus.UInt32(%1, variant_level=2)").arg(answer)});
    }

    void tell(const QString& group, uint value) {
        const QVariantList arguments{group, QStringLiteral("color-scheme"),
                                     QVariant::fromValue(QDBusVariant(QVariant::fromValue(value)))};
        world.call(kService, kPath, kMock, QStringLiteral("EmitSignal"),
                   {kSettings, QStringLiteral("SettingChanged"), QStringLiteral("ssv"), arguments});
    }

    BusWorld world;
    std::unique_ptr<test::StartedProgram> portal;
};

TEST_F(PortalColorSchemeTest, IsAskedForAndFollowed) {
    start_portal(QStringLiteral("1"));
    PortalColorScheme scheme(world.bus());
    int changes = 0;
    scheme.on_change = [&] { ++changes; };
    ASSERT_TRUE(wait_for([&] { return scheme.preferred().value == ColorScheme::Dark; }));
    EXPECT_EQ(changes, 1);
    tell(QStringLiteral("org.gnome.desktop.interface"), 2);
    tell(QStringLiteral("org.freedesktop.appearance"), 2);
    ASSERT_TRUE(wait_for([&] { return scheme.preferred().value == ColorScheme::Light; }));
    EXPECT_EQ(changes, 2);
    tell(QStringLiteral("org.freedesktop.appearance"), 0);
    ASSERT_TRUE(wait_for([&] { return changes == 3; }));
    EXPECT_EQ(scheme.preferred().why_unknown, "the desktop has no preference");
}

TEST_F(PortalColorSchemeTest, IsUnknownWithoutAPortal) {
    const PortalColorScheme scheme(world.bus());
    ASSERT_TRUE(wait_for([&] { return scheme.preferred().why_unknown.starts_with("the desktop tells no colours"); }));
    EXPECT_FALSE(scheme.preferred().value);
}

} // namespace
} // namespace framehand::platform
