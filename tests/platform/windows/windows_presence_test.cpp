// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_game.h"
#include "platform/windows/windows_presence.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <shellapi.h>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using Sessions = std::optional<std::vector<LoginSession>>;

struct WindowsSessionsTest : testing::Test {
    Sessions told; ///< what Windows says
    test::FakeClock clock;
    WindowsSessions sessions{clock, [this] { return told; }};
};

TEST_F(WindowsSessionsTest, NobodyUsesAMachineWhereNobodyHasLoggedIn) {
    told.emplace();
    EXPECT_EQ(sessions.session_exists(), ports::Reading<bool>::known(false));
    EXPECT_GE(sessions.report().idle.value, base::Duration(1h));
}

TEST_F(WindowsSessionsTest, SomebodyMayUseASessionThatIsOpen) {
    told = {{1, false, false}, {2, true, false}};
    EXPECT_EQ(sessions.session_exists(), ports::Reading<bool>::known(true));
    EXPECT_FALSE(sessions.report().idle.value);
    EXPECT_FALSE(sessions.report().idle.why_unknown.empty());
}

TEST_F(WindowsSessionsTest, LockedOrDisconnectedSessionsAreIdleSinceThen) {
    told = {{1, true, false}};
    EXPECT_FALSE(sessions.report().idle.value);
    clock.advance(7min);
    told = {{1, true, true}, {2, false, false}};
    EXPECT_EQ(sessions.report().idle.value, base::Duration(0));
    clock.advance(3min);
    EXPECT_EQ(sessions.report().idle.value, base::Duration(3min));
    EXPECT_EQ(sessions.report().at, clock.steady());
    told = {{1, true, false}};
    EXPECT_FALSE(sessions.report().idle.value);
    told = {{1, true, true}};
    EXPECT_EQ(sessions.report().idle.value, base::Duration(0));
}

TEST_F(WindowsSessionsTest, ASessionMayBeLeftForAnotherPersons) {
    told = {{1, false, false}, {2, true, false}};
    EXPECT_TRUE(sessions.left_for_another(1));
    EXPECT_FALSE(sessions.left_for_another(2));
    EXPECT_TRUE(sessions.left_for_another(3)) << "nothing is known of it, and somebody is at work";
    told = {{1, false, false}, {2, true, true}};
    EXPECT_FALSE(sessions.left_for_another(1)) << "that one is locked";
    told = {{1, true, false}, {2, true, false}};
    EXPECT_FALSE(sessions.left_for_another(1)) << "both are in use, each knows its own keyboard";
    told.reset();
    EXPECT_FALSE(sessions.left_for_another(1));
}

TEST_F(WindowsSessionsTest, KnowsNothingWhereWindowsDoesNotTell) {
    told.reset();
    EXPECT_FALSE(sessions.session_exists().value);
    EXPECT_FALSE(sessions.report().idle.value);
}

/// What a process learns that may ask of no session but its own.
struct WithoutRightsTest : testing::Test {
    SessionSigns signs{.told = {}, .processes = std::vector<ListedProcess>{}, .console = 1};
    test::FakeClock clock;
    WindowsSessions sessions{clock, [this] { return sessions_of_people(signs); }};

    void run(const char* name, std::uint32_t session) {
        ListedProcess process;
        process.name = name;
        process.session = session;
        signs.processes->push_back(process);
    }
};

TEST_F(WithoutRightsTest, AServiceSaysThatSomebodyIsThereAndNotSinceWhenIdle) {
    run("explorer.exe", 1);
    const std::optional<std::vector<ToldSession>> lists[] = {std::nullopt, std::vector<ToldSession>{}};
    for (const auto& list : lists) {
        signs.told = list;
        EXPECT_EQ(sessions.session_exists(), ports::Reading<bool>::known(true));
        EXPECT_FALSE(sessions.report().idle.value);
        clock.advance(24h);
        EXPECT_FALSE(sessions.report().idle.value) << "time proves nothing";
    }
}

TEST_F(WithoutRightsTest, AServiceIsNotSureThatNobodyIsThere) {
    run("LogonUI.exe", 1);
    signs.told.emplace();
    EXPECT_FALSE(sessions.session_exists().value);
    EXPECT_FALSE(sessions.report().idle.value);
}

TEST_F(WithoutRightsTest, WhoWasSwitchedAwayKnowsThatSomebodyElseIsThere) {
    run("explorer.exe", 2);
    run("explorer.exe", 1);
    signs.told = {ToldSession{.id = 2, .has_a_person = true}}; // its own
    EXPECT_TRUE(sessions.left_for_another(2));
    EXPECT_EQ(sessions.session_exists(), ports::Reading<bool>::known(true));
}

TEST(LoginSessions, AreReadFromThisMachineWithoutHarm) {
    const auto sessions = login_sessions();
    EXPECT_TRUE(!sessions || std::ranges::find(*sessions, 0U, &LoginSession::id) == sessions->end());
}

TEST(LoginSessions, ReadsWhetherASessionIsLocked) {
    std::vector<std::byte> answer(176);
    const auto put = [&answer](std::size_t at, std::int32_t value) {
        std::memcpy(answer.data() + at, &value, sizeof(value));
    };
    put(0, 1);  // the level
    put(16, 0); // WTS_SESSIONSTATE_LOCK
    EXPECT_TRUE(locked_in(answer));
    put(16, 1);
    EXPECT_FALSE(locked_in(answer));
    put(16, -1);
    EXPECT_FALSE(locked_in(answer));
    put(16, 0);
    put(0, 2);
    EXPECT_FALSE(locked_in(answer));
    EXPECT_FALSE(locked_in(std::span(answer).first(8)));
}

TEST(WindowsInputIdle, CountsOverTheTurnOfTheClock) {
    EXPECT_EQ(ticks_between(1'000, 4'500), base::Duration(3'500));
    EXPECT_EQ(ticks_between(0xFFFFFF00U, 0x100), base::Duration(0x200));
    EXPECT_EQ(ticks_between(5'000, 4'990), base::Duration(0)) << "touched while it was asked";
    EXPECT_EQ(ticks_between(0, 0x80000000U), base::Duration(0x80000000LL)) << "25 days without a touch";
}

TEST(WindowsInputIdle, SaysNothingFromAmongTheServices) {
    const test::FakeClock clock;
    EXPECT_FALSE(WindowsInputIdle(clock, ProcessSession::Services).report().idle.value);
    const auto report = WindowsInputIdle(clock, ProcessSession::Person).report();
    ASSERT_TRUE(report.idle.value);
    EXPECT_GE(*report.idle.value, base::Duration(0));
    EXPECT_EQ(report.at, clock.steady());
}

TEST(WindowsFullScreen, CountsWhatFillsTheScreen) {
    for (const int state : {QUNS_BUSY, QUNS_RUNNING_D3D_FULL_SCREEN, QUNS_PRESENTATION_MODE}) {
        EXPECT_EQ(full_screen_in(state), ports::Reading<bool>::known(true)) << state;
    }
    for (const int state : {int(QUNS_NOT_PRESENT), int(QUNS_ACCEPTS_NOTIFICATIONS), int(QUNS_QUIET_TIME), 7, 99}) {
        EXPECT_EQ(full_screen_in(state), ports::Reading<bool>::known(false)) << state;
    }
    EXPECT_FALSE(full_screen_in(std::nullopt).value);
    EXPECT_FALSE(WindowsFullScreen(ProcessSession::Services).full_screen().value);
}

TEST(WindowsGame, CountsOnlyWhoHasTheGraphicsCardForItself) {
    EXPECT_EQ(game_in(QUNS_RUNNING_D3D_FULL_SCREEN), ports::Reading<bool>::known(true));
    EXPECT_EQ(game_in(QUNS_BUSY), ports::Reading<bool>::known(false));
    EXPECT_FALSE(game_in(std::nullopt).value);
    EXPECT_FALSE(WindowsGame(ProcessSession::Services).game_runs().value);
}

} // namespace
} // namespace framehand::platform
