// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/usage_meter.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_timers.h"

#include <gtest/gtest.h>

#include <map>

namespace framehand::daemon {
namespace {

using base::Duration;

class ScriptedMeter final : public ports::ProcessMeter {
public:
    [[nodiscard]] std::optional<ports::ProcessUse> use_of(std::int64_t process_id) override {
        ++asked;
        const auto found = processes.find(process_id);
        return found == processes.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] std::optional<double> gpu_percent() override { return gpu; }

    std::map<std::int64_t, ports::ProcessUse> processes;
    std::optional<double> gpu;
    int asked = 0;
};

class UsageMeterTest : public testing::Test {
protected:
    UsageMeterTest() {
        meter.processes[7] = {Duration{10'000}, 1'000};
        usage.on_change = [this] { ++changes; };
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    ScriptedMeter meter;
    std::optional<std::int64_t> process = 7;
    bool watched = true;
    int changes = 0;
    UsageMeter usage{meter, timers, clock, {[this] { return process; }, [this] { return watched; }}};
};

TEST_F(UsageMeterTest, TellsWhatTheProcessTookBetweenTwoLooks) {
    usage.begin();
    EXPECT_TRUE(usage.to_json().is_null()) << "one look is no measure";
    meter.processes[7] = {Duration{13'000}, 2'000};
    timers.advance(UsageMeter::kInterval);
    EXPECT_EQ(changes, 1);
    EXPECT_DOUBLE_EQ(usage.to_json()["cpu_percent"].get<double>(), 150);
    EXPECT_EQ(usage.to_json()["memory_bytes"], 2'000);
    EXPECT_TRUE(usage.to_json()["gpu_percent"].is_null());
    meter.gpu = 12;
    timers.advance(UsageMeter::kInterval);
    EXPECT_DOUBLE_EQ(usage.to_json()["cpu_percent"].get<double>(), 0) << "it stands still";
    EXPECT_EQ(usage.to_json()["gpu_percent"], 12);
}

TEST_F(UsageMeterTest, DoesNotLookWhileNobodyDoes) {
    watched = false;
    usage.begin();
    timers.advance(UsageMeter::kInterval * 10);
    EXPECT_EQ(meter.asked, 0);
    EXPECT_EQ(changes, 0);
    watched = true;
    timers.advance(UsageMeter::kInterval * 2);
    EXPECT_FALSE(usage.to_json().is_null());
    watched = false;
    timers.advance(UsageMeter::kInterval);
    EXPECT_TRUE(usage.to_json().is_null());
}

TEST_F(UsageMeterTest, WithoutAJobNothingRuns) {
    EXPECT_EQ(timers.pending(), 0U);
    usage.begin();
    usage.begin();
    timers.advance(UsageMeter::kInterval);
    EXPECT_EQ(timers.pending(), 1U);
    usage.end();
    EXPECT_EQ(timers.pending(), 0U);
    EXPECT_TRUE(usage.to_json().is_null());
}

TEST_F(UsageMeterTest, AnotherProcessIsMeasuredFromItsOwnBeginning) {
    usage.begin();
    timers.advance(UsageMeter::kInterval);
    process = 8;
    meter.processes[8] = {Duration{500'000}, 3'000};
    timers.advance(UsageMeter::kInterval);
    EXPECT_TRUE(usage.to_json().is_null());
    process.reset(); // it ended
    timers.advance(UsageMeter::kInterval);
    EXPECT_TRUE(usage.to_json().is_null());
}

} // namespace
} // namespace framehand::daemon
