// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/game_mode_daemon.h"
#include "platform/linux/linux_power_source.h"
#include "platform/linux/logind_sessions.h"
#include "platform/linux/logind_sleep_guard.h"
#include "platform/linux/mutter_idle.h"
#include "platform/linux/network_manager.h"
#include "tests/platform/bus_world.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <gtest/gtest.h>

#include <chrono>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using test::BusWorld;
using test::wait_for;

const auto kUPower = QStringLiteral("org.freedesktop.UPower");
const auto kUPowerPath = QStringLiteral("/org/freedesktop/UPower");
const auto kLogind = QStringLiteral("org.freedesktop.login1");
const auto kLogindPath = QStringLiteral("/org/freedesktop/login1");
const auto kManager = QStringLiteral("org.freedesktop.login1.Manager");
const auto kSession = QStringLiteral("org.freedesktop.login1.Session");
const auto kMock = QStringLiteral("org.freedesktop.DBus.Mock");

class BusSenses : public testing::Test {
protected:
    BusWorld world;
    test::TempFolder root;
};

TEST_F(BusSenses, ThePowerSourceIsWhatUPowerSaysAndFollowsIt) {
    auto mock = world.mock_template(kUPower, QStringLiteral("upower"), QStringLiteral("{\"OnBattery\": true}"));
    LinuxPowerSource power(world.bus(), root.path());
    int changes = 0;
    power.on_change = [&] { ++changes; };
    ASSERT_TRUE(wait_for([&] { return power.on_battery().value == true; }));
    EXPECT_EQ(changes, 1);
    world.set(kUPower, kUPowerPath, kUPower, QStringLiteral("OnBattery"), false);
    ASSERT_TRUE(wait_for([&] { return power.on_battery().value == false; }));
    EXPECT_EQ(changes, 2);
    mock->kill();
    ASSERT_TRUE(wait_for([&] { return !power.on_battery().value; }));
    EXPECT_EQ(power.on_battery().why_unknown, "neither UPower nor the kernel knows where the power comes from");
    mock = world.mock_template(kUPower, QStringLiteral("upower"), QStringLiteral("{\"OnBattery\": true}"));
    ASSERT_TRUE(wait_for([&] { return power.on_battery().value == true; })) << "it came back";
}

TEST_F(BusSenses, WithoutUPowerTheKernelIsAsked) {
    const LinuxPowerSource power(world.bus(), root.path());
    EXPECT_FALSE(power.on_battery().value);
    root.write("sys/class/power_supply/hid-mouse/type", "Battery\n");
    root.write("sys/class/power_supply/hid-mouse/scope", "Device\n");
    root.write("sys/class/power_supply/hid-mouse/status", "Discharging\n");
    EXPECT_FALSE(power.on_battery().value) << "the battery of a mouse";
    root.write("sys/class/power_supply/AC/type", "Mains\n");
    root.write("sys/class/power_supply/AC/online", "0\n");
    root.write("sys/class/power_supply/BAT0/type", "Battery\n");
    root.write("sys/class/power_supply/BAT0/status", "Discharging\n");
    EXPECT_EQ(power.on_battery().value, true);
    root.write("sys/class/power_supply/AC/online", "1\n");
    EXPECT_EQ(power.on_battery().value, false);
}

TEST_F(BusSenses, ThePowerProfileIsReadUnderItsOldAndItsNewName) {
    const auto old_name = QStringLiteral("net.hadess.PowerProfiles");
    const auto new_name = QStringLiteral("org.freedesktop.UPower.PowerProfiles");
    LinuxPowerSource power(world.bus(), root.path());
    EXPECT_FALSE(power.power_saver().value);
    auto older = world.mock_template(old_name, QStringLiteral("power_profiles_daemon"));
    ASSERT_TRUE(wait_for([&] { return power.power_saver().value == false; }));
    world.set(old_name, QStringLiteral("/net/hadess/PowerProfiles"), old_name, QStringLiteral("ActiveProfile"),
              QStringLiteral("power-saver"));
    ASSERT_TRUE(wait_for([&] { return power.power_saver().value == true; }));
    older->kill();
    ASSERT_TRUE(wait_for([&] { return !power.power_saver().value; }));

    const auto path = QStringLiteral("/org/freedesktop/UPower/PowerProfiles");
    const auto newer = world.mock_object(new_name, path);
    world.call(
        new_name, path, kMock, QStringLiteral("AddProperty"),
        {new_name, QStringLiteral("ActiveProfile"), QVariant::fromValue(QDBusVariant(QStringLiteral("power-saver")))});
    world.set(new_name, path, new_name, QStringLiteral("ActiveProfile"), QStringLiteral("power-saver"));
    ASSERT_TRUE(wait_for([&] { return power.power_saver().value == true; }));
}

TEST_F(BusSenses, ANetworkIsMeteredWhereNetworkManagerSaysOrGuessesSo) {
    const auto service = QStringLiteral("org.freedesktop.NetworkManager");
    const auto path = QStringLiteral("/org/freedesktop/NetworkManager");
    const auto property = QStringLiteral("Metered");
    const auto mock = world.mock_object(service, path);
    world.call(service, path, kMock, QStringLiteral("AddProperty"),
               {service, property, QVariant::fromValue(QDBusVariant(1U))});
    NetworkManager network(world.bus());
    ASSERT_TRUE(wait_for([&] { return network.metered().value == true; }));
    for (const auto& [told, metered] : std::initializer_list<std::pair<uint, std::optional<bool>>>{
             {2, false}, {3, true}, {4, false}, {0, std::nullopt}, {1, true}}) {
        world.set(service, path, service, property, told);
        ASSERT_TRUE(wait_for([&] { return network.metered().value == metered; })) << told;
    }
}

TEST_F(BusSenses, ARealGameModeCountsItsGames) {
    const auto service = QStringLiteral("com.feralinteractive.GameMode");
    const auto path = QStringLiteral("/com/feralinteractive/GameMode");
    GameModeDaemon mode(world.bus());
    int changes = 0;
    mode.on_change = [&] { ++changes; };
    const auto daemon = world.start(service, QStringLiteral("gamemoded"), {});
    ASSERT_TRUE(wait_for([&] { return mode.game_runs().value == false; }));
    test::StartedProgram game(QStringLiteral("sleep"), {QStringLiteral("1000")});
    const auto id = static_cast<int>(game.process().processId());
    world.call(service, path, service, QStringLiteral("RegisterGame"), {id});
    ASSERT_TRUE(wait_for([&] { return mode.game_runs().value == true; }));
    world.call(service, path, service, QStringLiteral("UnregisterGame"), {id});
    ASSERT_TRUE(wait_for([&] { return mode.game_runs().value == false; }));
    EXPECT_EQ(changes, 3);
}

TEST_F(BusSenses, AServiceThatIsNotThereIsNotStartedAndIsUnknown) {
    const GameModeDaemon mode(world.bus());
    const NetworkManager network(world.bus());
    // The answers come in the order of the questions.
    bool answered = false;
    const DbusProperty last(world.bus(),
                            {QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                             QStringLiteral("org.freedesktop.DBus"), QStringLiteral("Features"), "the bus"},
                            [&] { answered = true; });
    ASSERT_TRUE(wait_for([&] { return answered; }));
    EXPECT_EQ(mode.game_runs().why_unknown, "GameMode does not run");
    EXPECT_EQ(network.metered().why_unknown, "NetworkManager does not run");
    EXPECT_FALSE(world.has(QStringLiteral("com.feralinteractive.GameMode")));
}

TEST_F(BusSenses, ABusThatIsNotThereMakesEverythingUnknown) {
    const QDBusConnection none(QStringLiteral("never connected"));
    test::FakeClock clock;
    EXPECT_EQ(NetworkManager(none).metered().why_unknown, "there is no D-Bus to ask NetworkManager");
    EXPECT_EQ(MutterIdle(none, clock).report().idle.why_unknown, "there is no D-Bus to ask GNOME Shell");
    EXPECT_EQ(LogindSessions(none, clock).session_exists().why_unknown, "there is no D-Bus to ask logind");
    EXPECT_NE(LogindSleepGuard(none, {}).stay_awake("a test"), nullptr);
}

TEST_F(BusSenses, SessionsComeBecomeIdleAndGo) {
    test::FakeClock clock;
    auto mock = world.mock_template(kLogind, QStringLiteral("logind"));
    LogindSessions sessions(world.bus(), clock);
    ASSERT_TRUE(wait_for([&] { return sessions.session_exists().value == false; }));
    EXPECT_EQ(sessions.report().idle.value, base::Duration(24h)) << "nobody is logged in";
    EXPECT_EQ(sessions.report().at, clock.steady());

    int changes = 0;
    sessions.on_change = [&] { ++changes; };
    const auto add = [&](const char* id, const char* type) {
        const auto name = QString::fromUtf8(id);
        const auto answer = world.call(kLogind, kLogindPath, kMock, QStringLiteral("AddSession"),
                                       {name, QStringLiteral("seat0"), 1000U, QStringLiteral("ann"), true});
        const auto path = answer.arguments().constFirst().toString();
        world.set(kLogind, path, kSession, QStringLiteral("Type"), QString::fromUtf8(type));
        // The mock does not say so itself.
        world.call(kLogind, kLogindPath, kMock, QStringLiteral("EmitSignal"),
                   {kManager, QStringLiteral("SessionNew"), QStringLiteral("so"),
                    QVariant::fromValue(QVariantList{name, QVariant::fromValue(QDBusObjectPath(path))})});
        return path;
    };
    const auto text = add("c1", "tty");
    ASSERT_TRUE(wait_for([&] { return !sessions.report().idle.value; }));
    EXPECT_EQ(sessions.report().idle.why_unknown, "logind knows of a session that is not idle");
    EXPECT_EQ(sessions.session_exists().value, false);
    const auto set_idle = [&](const QString& path, base::Duration since) {
        const auto time = clock.wall() - since;
        world.set(kLogind, path, kSession, QStringLiteral("IdleSinceHint"),
                  QVariant::fromValue(static_cast<qulonglong>(time.time_since_epoch().count() * 1000)));
        world.set(kLogind, path, kSession, QStringLiteral("IdleHint"), true);
    };
    set_idle(text, 10min);
    ASSERT_TRUE(wait_for([&] { return sessions.report().idle.value == base::Duration(10min); }));
    const auto screen = add("c2", "wayland");
    ASSERT_TRUE(wait_for([&] { return sessions.session_exists().value == true; }));
    EXPECT_FALSE(sessions.report().idle.value);
    set_idle(screen, 3min);
    ASSERT_TRUE(wait_for([&] { return sessions.report().idle.value == base::Duration(3min); })) << "the later one";
    EXPECT_GE(changes, 3);
    // Its last words lead to questions that nobody answers any more.
    set_idle(screen, 2min);
    mock->kill();
    ASSERT_TRUE(wait_for([&] { return !sessions.session_exists().value; }));
    EXPECT_FALSE(world.has(kLogind)); // the bus has answered all that came before
    QCoreApplication::processEvents();
    EXPECT_EQ(sessions.session_exists().why_unknown, "logind does not run");
}

TEST_F(BusSenses, TheMachineIsKeptAwakeWhileAHoldLives) {
    const auto mock = world.mock_template(kLogind, QStringLiteral("logind"));
    LogindSleepGuard guard(world.bus(), {});
    const auto inhibitors = [&] {
        const auto answer = world.call(kLogind, kLogindPath, kManager, QStringLiteral("ListInhibitors"));
        QStringList found;
        const auto list = answer.arguments().constFirst().value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            QString what;
            QString who;
            QString why;
            QString mode;
            quint32 user = 0;
            quint32 process = 0;
            list.beginStructure();
            list >> what >> who >> why >> mode >> user >> process;
            list.endStructure();
            found << what + QStringLiteral(" ") + who + QStringLiteral(" ") + mode + QStringLiteral(": ") + why;
        }
        list.endArray();
        return found;
    };
    EXPECT_TRUE(inhibitors().isEmpty());
    auto hold = guard.stay_awake("a job runs");
    ASSERT_TRUE(wait_for([&] { return !inhibitors().isEmpty(); }));
    EXPECT_EQ(inhibitors().join(QStringLiteral("; ")).toStdString(), "idle Framehand block: a job runs");
    hold.reset();
    ASSERT_TRUE(wait_for([&] { return inhibitors().isEmpty(); }));
    guard.stay_awake("dropped before the answer").reset();
    hold = guard.stay_awake("another job runs");
    ASSERT_TRUE(wait_for([&] { return inhibitors().size() == 1; }));
    EXPECT_TRUE(inhibitors().constFirst().endsWith(QStringLiteral("another job runs")));
}

TEST_F(BusSenses, WakingIsToldAndFallingAsleepIsNot) {
    const auto mock = world.mock_template(kLogind, QStringLiteral("logind"));
    LogindSleepGuard guard(world.bus(), {});
    int wakes = 0;
    guard.on_wake = [&] { ++wakes; };
    const auto emit_sleep = [&](bool begins) {
        world.call(kLogind, kLogindPath, kMock, QStringLiteral("EmitSignal"),
                   {kManager, QStringLiteral("PrepareForSleep"), QStringLiteral("b"),
                    QVariant::fromValue(QVariantList{begins})});
    };
    emit_sleep(true);
    emit_sleep(false);
    ASSERT_TRUE(wait_for([&] { return wakes > 0; }));
    EXPECT_EQ(wakes, 1);
}

TEST_F(BusSenses, GnomesIdleTimeIsAskedForAgainAndAgain) {
    const auto service = QStringLiteral("org.gnome.Mutter.IdleMonitor");
    const auto path = QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core");
    test::FakeClock clock;
    MutterIdle idle(world.bus(), clock);
    int changes = 0;
    idle.on_change = [&] { ++changes; };
    idle.look_every(10ms);
    const auto answer_with = [&](const char* milliseconds) {
        world.call(service, path, kMock, QStringLiteral("AddMethod"),
                   {service, QStringLiteral("GetIdletime"), QString(), QStringLiteral("t"),
                    QStringLiteral("ret = ") + QString::fromUtf8(milliseconds)});
    };
    const auto mock = world.mock_object(service, path);
    answer_with("3750");
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == base::Duration(3750); }));
    EXPECT_EQ(changes, 1);
    answer_with("5758");
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == base::Duration(5758); }));
    EXPECT_EQ(changes, 1) << "time passes, nothing more";
    clock.advance(1s);
    answer_with("8");
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == base::Duration(8); }));
    EXPECT_EQ(changes, 2);
    EXPECT_EQ(idle.report().at, clock.steady());
    mock->process().kill();
    ASSERT_TRUE(wait_for([&] { return !idle.report().idle.value; }));
    EXPECT_EQ(idle.report().idle.why_unknown, "GNOME Shell does not run");

    const auto again = world.mock_object(service, path);
    answer_with("42");
    ASSERT_TRUE(wait_for([&] { return idle.report().idle.value == base::Duration(42); })) << "it came back";
}

} // namespace
} // namespace framehand::platform
