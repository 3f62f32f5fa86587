// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every user of the port relies on, on each operating system.
#include "core/ports/process_meter.h"
#include "tests/platform/this_system.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>

namespace framehand::test {
namespace {

TEST(ProcessMeter, TellsWhatThisVeryProcessTakes) {
    const auto meter = make_process_meter();
    const auto before = meter->use_of(own_process_id());
    ASSERT_TRUE(before);
    EXPECT_GT(before->memory_bytes, 100'000U);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    volatile std::uint64_t work = 0;
    auto now = before;
    while (now && now->cpu < before->cpu + base::Duration{50} && std::chrono::steady_clock::now() < until) {
        for (int i = 0; i < 1'000'000; ++i) {
            work = work + 1;
        }
        now = meter->use_of(own_process_id());
    }
    ASSERT_TRUE(now);
    EXPECT_GE(now->cpu, before->cpu + base::Duration{50});
}

TEST(ProcessMeter, SaysNothingOfWhatIsNoProcess) {
    const auto meter = make_process_meter();
    EXPECT_FALSE(meter->use_of(0x7FFFFFFC));
    EXPECT_FALSE(meter->use_of(-1));
}

} // namespace
} // namespace framehand::test
