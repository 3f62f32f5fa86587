// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/event_log.h"
#include "platform/windows/shell_notifications.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_local_time.h"
#include "platform/windows/windows_network.h"
#include "platform/windows/windows_network_folders.h"
#include "platform/windows/windows_temperature.h"
#include "platform/windows/windows_tray_host.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_timers.h"

#include <gtest/gtest.h>

#include <chrono>
#include <netlistmgr.h>
#include <set>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;

TEST(WindowsNetwork, KnowsWhatCosts) {
    EXPECT_EQ(metered_by(NLM_CONNECTION_COST_UNRESTRICTED), ports::Reading<bool>::known(false));
    EXPECT_EQ(metered_by(NLM_CONNECTION_COST_FIXED), ports::Reading<bool>::known(true));
    EXPECT_EQ(metered_by(NLM_CONNECTION_COST_VARIABLE | NLM_CONNECTION_COST_ROAMING),
              ports::Reading<bool>::known(true));
    EXPECT_EQ(metered_by(NLM_CONNECTION_COST_UNRESTRICTED | NLM_CONNECTION_COST_CONGESTED),
              ports::Reading<bool>::known(false));
    EXPECT_FALSE(metered_by(NLM_CONNECTION_COST_UNKNOWN).value);
    EXPECT_FALSE(metered_by(std::nullopt).value);
}

TEST(WindowsNetwork, AsksAgainAfterTenSeconds) {
    test::FakeClock clock;
    int asked = 0;
    unsigned long cost = NLM_CONNECTION_COST_FIXED;
    const WindowsNetwork network(clock, [&] {
        ++asked;
        return std::optional(cost);
    });
    EXPECT_EQ(network.metered(), ports::Reading<bool>::known(true));
    cost = NLM_CONNECTION_COST_UNRESTRICTED;
    clock.advance(9s);
    EXPECT_EQ(network.metered(), ports::Reading<bool>::known(true));
    clock.advance(1s);
    EXPECT_EQ(network.metered(), ports::Reading<bool>::known(false));
    EXPECT_EQ(asked, 2);
}

TEST(WindowsNetwork, AsksWindowsWithoutHarm) {
    const test::FakeClock clock;
    const auto metered = WindowsNetwork(clock).metered();
    EXPECT_TRUE(metered.value || !metered.why_unknown.empty());
}

TEST(WindowsLocalTime, IsOneOfTheWorldsOffsetsAtAnyTime) {
    const WindowsLocalTime local;
    for (const auto days : {0, 10'000, 20'000, 20'400}) {
        const auto offset = local.utc_offset(base::WallTime{std::chrono::hours(24) * days});
        EXPECT_LE(offset, base::Duration(14h));
        EXPECT_GE(offset, base::Duration(-12h));
        EXPECT_EQ(offset % 15min, 0ms);
    }
    EXPECT_EQ(local.utc_offset(base::WallTime{-std::chrono::hours(24 * 365 * 1'000)}), 0ms) << "before 1601";
}

TEST(WindowsLocalTime, AgreesWithTheSystem) {
    SYSTEMTIME utc{};
    SYSTEMTIME here{};
    ::GetSystemTime(&utc);
    ASSERT_TRUE(::SystemTimeToTzSpecificLocalTime(nullptr, &utc, &here));
    const auto offset = WindowsLocalTime().utc_offset(base::SystemClock().wall());
    const auto minutes = (here.wHour * 60 + here.wMinute) - (utc.wHour * 60 + utc.wMinute);
    EXPECT_EQ((offset - std::chrono::minutes(minutes)) % 24h, 0ms);
}

TEST(WindowsTrayHost, IsLookedForUntilItIsThere) {
    test::FakeClock clock;
    test::FakeTimers timers(clock);
    bool there = false;
    int first = 0;
    WindowsTrayHost host(timers, [&there] { return there; });
    host.on_first = [&first] { ++first; };
    timers.advance(5s);
    EXPECT_EQ(first, 0);
    EXPECT_FALSE(host.present());
    there = true;
    timers.advance(WindowsTrayHost::kLook);
    EXPECT_EQ(first, 1);
    timers.advance(5s);
    EXPECT_EQ(first, 1);
    EXPECT_EQ(timers.pending(), 0U);
}

TEST(ShellNotifications, CutsWhatIsTooLongBetweenCharacters) {
    EXPECT_EQ(fitting("film", 5), L"film");
    EXPECT_EQ(fitting("films", 5), L"fil…");
    EXPECT_EQ(fitting("ab🎬cd", 5), L"ab…");
    EXPECT_EQ(fitting("", 5), L"");
    EXPECT_EQ(fitting("film", 0), L"");
    EXPECT_EQ(fitting(std::string(1'000, 'x'), 256).size(), 255U);
}

TEST(ShellNotifications, HasAWindowForTheShellFromTheFirstOneToItsEnd) {
    const auto window = [] { return ::FindWindowExW(HWND_MESSAGE, nullptr, L"FramehandNotifications", nullptr); };
    {
        ShellNotifications notifications({});
        EXPECT_EQ(window(), nullptr);
        notifications.show({"A film is ready", "Sintel", ports::Notification::Urgency::Normal});
        notifications.show({std::string(500, 'x'), {}, ports::Notification::Urgency::Critical});
        EXPECT_NE(window(), nullptr);
    }
    EXPECT_EQ(window(), nullptr);
}

TEST(EventLog, SaysTheMessageAndItsFields) {
    const base::LogRecord record{{}, base::LogLevel::Error, "cannot start", {{"error", "no disk"}, {"job", "7"}}};
    EXPECT_EQ(event_text(record), "cannot start\r\nerror: no disk\r\njob: 7");
    const base::LogRecord large{{}, base::LogLevel::Error, std::string(100'000, 'x'), {}};
    EXPECT_LE(event_text(large).size(), 30'000U);
}

TEST(WindowsNetworkFolders, AreNamesInTheNetwork) {
    const auto folders = WindowsNetworkFolders().mounted();
    EXPECT_EQ(std::set(folders.begin(), folders.end()).size(), folders.size());
    for (const auto& folder : folders) {
        EXPECT_TRUE(folder.native().starts_with(L"\\\\")) << folder;
    }
}

TEST(WindowsTemperature, SaysThatNobodyKnows) {
    EXPECT_FALSE(WindowsTemperature().celsius().value);
    EXPECT_FALSE(WindowsTemperature().celsius().why_unknown.empty());
}

} // namespace
} // namespace framehand::platform
