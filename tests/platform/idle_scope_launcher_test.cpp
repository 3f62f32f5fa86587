// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/idle_scope_launcher.h"
#include "platform/linux/linux_process_hooks.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "tests/platform/bus_world.h"
#include "tests/platform/wait_for.h"

#include <QDBusArgument>
#include <gtest/gtest.h>

#include <memory>

namespace framehand::platform {
namespace {

using test::BusWorld;
using test::wait_for;

const auto kService = QStringLiteral("org.freedesktop.systemd1");
const auto kPath = QStringLiteral("/org/freedesktop/systemd1");
const auto kMock = QStringLiteral("org.freedesktop.DBus.Mock");

class IdleScopeLauncherTest : public testing::Test {
protected:
    std::unique_ptr<ports::ChildProcess> start(ports::ChildProcessRequest::Priority priority) {
        ports::ChildProcessRequest request;
        request.program = "/bin/sleep";
        request.arguments = {"60"};
        request.priority = priority;
        request.on_exit = [](const ports::ChildExit&) {};
        return launcher.start(std::move(request));
    }

    BusWorld world;
    QtChildProcessLauncher plain{std::make_shared<LinuxProcessHooks>()};
    IdleScopeLauncher launcher{plain, world.bus(), {}};
};

TEST_F(IdleScopeLauncherTest, AnIdleChildGetsAScopeWithIdleWeightAndNoOtherChildDoes) {
    const auto mock = world.start(kService, QStringLiteral("/usr/bin/python3"),
                                  {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--session"),
                                   kService, kPath, QStringLiteral("org.freedesktop.systemd1.Manager")});
    world.call(kService, kPath, kMock, QStringLiteral("AddMethod"),
               {QStringLiteral("org.freedesktop.systemd1.Manager"), QStringLiteral("StartTransientUnit"),
                QStringLiteral("ssa(sv)a(sa(sv))"), QStringLiteral("o"), QStringLiteral("ret = '/job/1'")});
    const auto normal = start(ports::ChildProcessRequest::Priority::Normal);
    const auto idle = start(ports::ChildProcessRequest::Priority::Idle);
    QVariantList arguments;
    int calls = 0;
    ASSERT_TRUE(wait_for([&] {
        const auto answer = world.call(kService, kPath, kMock, QStringLiteral("GetMethodCalls"),
                                       {QStringLiteral("StartTransientUnit")});
        const auto list = answer.arguments().constFirst().value<QDBusArgument>();
        calls = 0;
        list.beginArray();
        while (!list.atEnd()) {
            quint64 time = 0;
            list.beginStructure();
            list >> time >> arguments;
            list.endStructure();
            ++calls;
        }
        list.endArray();
        return calls > 0;
    }));
    EXPECT_EQ(calls, 1);
    ASSERT_EQ(arguments.size(), 4);
    EXPECT_EQ(arguments[0].toString().toStdString(),
              "framehand-transcoder-" + std::to_string(idle->process_id()) + ".scope");
    QMap<QString, QVariant> properties;
    const auto list = arguments[2].value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString name;
        QDBusVariant value;
        list.beginStructure();
        list >> name >> value;
        list.endStructure();
        properties.insert(name, value.variant());
    }
    list.endArray();
    const auto weight = properties.value(QStringLiteral("CPUWeight"));
    EXPECT_EQ(weight.typeId(), QMetaType::ULongLong);
    EXPECT_EQ(weight.toULongLong(), 0U);
    EXPECT_EQ(qdbus_cast<QList<uint>>(properties.value(QStringLiteral("PIDs"))),
              QList<uint>{static_cast<uint>(idle->process_id())});
}

TEST_F(IdleScopeLauncherTest, WithoutSystemdTheChildRunsAllTheSame) {
    const auto child = start(ports::ChildProcessRequest::Priority::Idle);
    EXPECT_GT(child->process_id(), 0);
    EXPECT_FALSE(world.has(kService));
}

TEST(IsInUnit, LooksForAWholeName) {
    const std::string_view user = "0::/user.slice/user-1000.slice/user@1000.service/app.slice/framehandd.service\n";
    EXPECT_TRUE(is_in_unit(user, "framehandd.service"));
    EXPECT_TRUE(is_in_unit("0::/a/framehandd.service/child", "framehandd.service"));
    EXPECT_FALSE(is_in_unit("0::/a/app-framehandd.service\n", "framehandd.service"));
    EXPECT_FALSE(is_in_unit("0::/a/framehandd.service.d/x\n", "framehandd.service"));
    EXPECT_FALSE(is_in_unit("", "framehandd.service"));
}

} // namespace
} // namespace framehand::platform
