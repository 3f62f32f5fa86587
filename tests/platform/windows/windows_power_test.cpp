// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/power_events.h"
#include "platform/windows/windows_power_source.h"
#include "platform/windows/windows_sleep_guard.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <thread>

namespace framehand::platform {
namespace {

SYSTEM_POWER_STATUS status_with(BYTE line, BYTE saver = 0) {
    SYSTEM_POWER_STATUS status{};
    status.ACLineStatus = line;
    status.Reserved1 = saver;
    return status;
}

TEST(WindowsPowerSource, KnowsWhereThePowerComesFrom) {
    EXPECT_EQ(on_battery_in(status_with(0)), ports::Reading<bool>::known(true));
    EXPECT_EQ(on_battery_in(status_with(1)), ports::Reading<bool>::known(false));
    EXPECT_FALSE(on_battery_in(status_with(255)).value);
}

TEST(WindowsPowerSource, KnowsTheBatterySaver) {
    EXPECT_EQ(power_saver_in(status_with(0, 1)), ports::Reading<bool>::known(true));
    EXPECT_EQ(power_saver_in(status_with(0, 0)), ports::Reading<bool>::known(false));
    EXPECT_FALSE(power_saver_in(status_with(255, 1)).value);
}

struct PowerTest : testing::Test {
    PowerEvents events;
    WindowsPowerSource power{events};
    WindowsSleepGuard sleep{events, {}};
    int woken = 0;
    int changed = 0;

    PowerTest() {
        sleep.on_wake = [this] { ++woken; };
        power.on_change = [this] { ++changed; };
    }
};

TEST_F(PowerTest, WhatWindowsTellsOnItsThreadComesToTheOwners) {
    const auto own = std::this_thread::get_id();
    std::thread::id told_on;
    power.on_change = [&] {
        ++changed;
        told_on = std::this_thread::get_id();
    };
    std::thread([this] {
        events.happened(PBT_POWERSETTINGCHANGE);
        events.happened(PBT_APMRESUMEAUTOMATIC);
        events.happened(PBT_APMSUSPEND);
    }).join();
    EXPECT_EQ(woken + changed, 0) << "not on Windows' thread";
    ASSERT_TRUE(test::wait_for([this] { return woken == 1 && changed >= 1; }));
    EXPECT_EQ(told_on, own);
}

TEST_F(PowerTest, NothingIsCalledAfterTheEnd) {
    {
        PowerEvents other;
        other.on_wake = [this] { ++woken; };
        other.happened(PBT_APMRESUMEAUTOMATIC);
    }
    events.happened(PBT_POWERSETTINGCHANGE);
    ASSERT_TRUE(test::wait_for([this] { return changed >= 1; }));
    EXPECT_EQ(woken, 0);
}

TEST_F(PowerTest, AHoldIsGoneWithItsLastHolder) {
    ::SetThreadExecutionState(ES_CONTINUOUS); // asks for nothing
    auto first = sleep.stay_awake("Framehand transcodes Über.mkv");
    auto second = sleep.stay_awake("and another one");
    ASSERT_NE(first, nullptr);
    first.reset();
    second.reset();
    EXPECT_EQ(::SetThreadExecutionState(ES_CONTINUOUS), EXECUTION_STATE(ES_CONTINUOUS));
}

} // namespace
} // namespace framehand::platform
