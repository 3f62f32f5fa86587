// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/desktop_presence.h"
#include "platform/linux/x11_presence.h"
#include "tests/platform/started_program.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <sys/types.h>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using test::run_program;
using test::StartedProgram;
using test::wait_for;

/// A real X server without a screen.
class X11PresenceTest : public testing::Test {
protected:
    X11PresenceTest()
        : server(QStringLiteral("Xvfb"), {QStringLiteral("-noreset"), QStringLiteral("-displayfd"), QStringLiteral("1"),
                                          QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("640x480x24"),
                                          QStringLiteral("-nolisten"), QStringLiteral("tcp")}),
          display(QStringLiteral(":") + QString::fromUtf8(server.first_line())),
          environment{QStringLiteral("DISPLAY=") + display} {}

    void press_a_key() {
        run_program(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("a")}, environment);
    }

    StartedProgram server;
    QString display;
    QStringList environment;
};

TEST_F(X11PresenceTest, AKeyPressIsSeenWithinTheInterval) {
    X11Presence presence(display.toStdString());
    presence.look_every(100ms);
    const base::SystemClock clock;
    std::optional<X11Presence::Report> told;
    bool in_time = false;
    // A busy machine may come late once; who looks too seldom comes late each time.
    for (int press = 0; press < 5 && !in_time; ++press) {
        presence.on_change = {};
        ASSERT_TRUE(wait_for([&] { return presence.report().idle.value && *presence.report().idle.value > 300ms; }));
        QCoreApplication::sendPostedEvents(); // what is still to be told is of before
        told.reset();
        presence.on_change = [&] { told = told.value_or(presence.report()); };
        const auto before = clock.steady();
        press_a_key();
        ASSERT_TRUE(wait_for([&] { return told.has_value(); }));
        ASSERT_TRUE(told->idle.value);
        EXPECT_GE(told->at - *told->idle.value, before - 10ms) << "the last input is the key press";
        in_time = *told->idle.value < 300ms;
    }
    EXPECT_TRUE(in_time);
    ASSERT_TRUE(wait_for([&] { return *presence.report().idle.value > 300ms; }));
    EXPECT_GT(presence.report().at, told->at);
}

TEST_F(X11PresenceTest, AFullScreenWindowIsSeenWhereThereIsAWindowManager) {
    X11Presence presence(display.toStdString());
    presence.look_every(100ms);
    ASSERT_TRUE(wait_for([&] { return presence.report().idle.value.has_value(); }));
    EXPECT_FALSE(presence.full_screen().value);
    EXPECT_EQ(presence.full_screen().why_unknown, "there is no window manager that tells which window is active");

    const StartedProgram manager(QStringLiteral("openbox"), {}, environment);
    ASSERT_TRUE(wait_for([&] { return presence.full_screen().value == false; })) << "no window at all";
    const StartedProgram window(QStringLiteral("xmessage"), {QStringLiteral("a film")}, environment);
    const auto wmctrl = [&](const char* action) {
        run_program(QStringLiteral("wmctrl"),
                    {QStringLiteral("-r"), QStringLiteral("xmessage"), QStringLiteral("-b"), QString::fromUtf8(action)},
                    environment);
    };
    ASSERT_TRUE(wait_for([&] {
        StartedProgram list(QStringLiteral("wmctrl"), {QStringLiteral("-l")}, environment);
        list.process().waitForFinished();
        return list.process().readAllStandardOutput().contains("xmessage");
    }));
    wmctrl("add,fullscreen");
    ASSERT_TRUE(wait_for([&] { return presence.full_screen().value == true; }));
    wmctrl("remove,fullscreen");
    ASSERT_TRUE(wait_for([&] { return presence.full_screen().value == false; }));
}

TEST_F(X11PresenceTest, AServerThatDiesIsUnknownAndEndsNobody) {
    X11Presence presence(display.toStdString());
    presence.look_every(100ms);
    ASSERT_TRUE(wait_for([&] { return presence.report().idle.value.has_value(); }));
    int changes = 0;
    presence.on_change = [&] { ++changes; };
    server.kill();
    ASSERT_TRUE(wait_for([&] { return !presence.report().idle.value; }));
    EXPECT_FALSE(presence.full_screen().value);
    EXPECT_TRUE(wait_for([&] { return changes > 0; }));
}

TEST_F(X11PresenceTest, AServerThatHangsStopsNobodyAndItsReportAges) {
    X11Presence presence(display.toStdString());
    presence.look_every(100ms);
    ASSERT_TRUE(wait_for([&] { return presence.report().idle.value.has_value(); }));
    ASSERT_EQ(::kill(static_cast<pid_t>(server.process().processId()), SIGSTOP), 0);
    base::SteadyTime last;
    const base::SystemClock clock;
    ASSERT_TRUE(wait_for([&] {
        last = presence.report().at;
        return clock.steady() - last > 500ms;
    }));
    ASSERT_EQ(::kill(static_cast<pid_t>(server.process().processId()), SIGCONT), 0);
    ASSERT_TRUE(wait_for([&] { return presence.report().at > last; }));
}

TEST(X11Presence, NoServerIsUnknownWithItsReason) {
    EXPECT_EQ(X11Presence("").report().idle.why_unknown, "there is no X server");
    X11Presence wrong(":4711");
    wrong.look_every(100ms);
    ASSERT_TRUE(wait_for([&] { return wrong.report().idle.why_unknown == "the X server :4711 does not answer"; }));
    EXPECT_EQ(wrong.full_screen().why_unknown, "the X server :4711 does not answer");
}

class FixedIdle final : public ports::InputIdle {
public:
    [[nodiscard]] Report report() const override { return now; }

    void look_every(base::Duration interval) override { looks = interval; }

    Report now;
    base::Duration looks{0};
};

class FixedSession final : public ports::GraphicalSession {
public:
    [[nodiscard]] ports::Reading<bool> session_exists() const override { return now; }

    ports::Reading<bool> now = ports::Reading<bool>::known(false);
};

TEST(DesktopPresence, TheFirstSourceThatKnowsIsBelieved) {
    using Idle = ports::Reading<base::Duration>;
    FixedIdle first;
    FixedIdle second;
    const FixedSession sessions;
    first.now = {base::SteadyTime{1s}, Idle::unknown("no server")};
    second.now = {base::SteadyTime{2s}, Idle::unknown("no logind")};
    DesktopPresence presence({&first, &second}, sessions, DesktopPresence::OwnSession::None);
    EXPECT_EQ(presence.report().idle.why_unknown, "no server; no logind");
    second.now.idle = Idle::known(7s);
    EXPECT_EQ(presence.report().idle.value, base::Duration(7s));
    EXPECT_EQ(presence.report().at, base::SteadyTime{2s});
    first.now.idle = Idle::known(3s);
    EXPECT_EQ(presence.report().idle.value, base::Duration(3s));
    presence.look_every(250ms);
    EXPECT_EQ(first.looks, 250ms);
    EXPECT_EQ(second.looks, 250ms);
    int changes = 0;
    presence.on_change = [&] { ++changes; };
    second.on_change();
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(presence.session_exists().value, false);
    EXPECT_EQ(DesktopPresence({&first}, sessions, DesktopPresence::OwnSession::Graphical).session_exists().value, true);
}

} // namespace
} // namespace framehand::platform
