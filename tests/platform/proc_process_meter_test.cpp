// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/proc_process_meter.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <unistd.h>

namespace framehand::platform {
namespace {

std::string stat_line(const std::string& name, long user_ticks, long system_ticks) {
    return "42 (" + name + ") R 1 42 42 0 -1 4194304 100 0 0 0 " + std::to_string(user_ticks) + " " +
           std::to_string(system_ticks) + " 7 9 20 0 4 0 1000 999999 500 18446744073709551615\n";
}

TEST(ProcProcessMeter, ReadsTimeAndMemoryWhateverTheProgramIsCalled) {
    const test::TempFolder root;
    const long ticks = ::sysconf(_SC_CLK_TCK);
    root.write("proc/42/stat", stat_line("a) R 9 (b", 3 * ticks, ticks / 2));
    root.write("proc/42/statm", "2000 500 100 1 0 300 0\n");
    ProcProcessMeter meter(root.path());
    const auto use = meter.use_of(42);
    ASSERT_TRUE(use);
    EXPECT_EQ(use->cpu, std::chrono::milliseconds(3500));
    EXPECT_EQ(use->memory_bytes, 500U * static_cast<unsigned long>(::sysconf(_SC_PAGESIZE)));
}

TEST(ProcProcessMeter, SaysNothingOfWhatIsNotThere) {
    const test::TempFolder root;
    ProcProcessMeter meter(root.path());
    EXPECT_FALSE(meter.use_of(42));
    EXPECT_FALSE(meter.gpu_percent());
    root.write("proc/42/stat", "42 (cut");
    EXPECT_FALSE(meter.use_of(42));
    root.write("proc/42/stat", "42 (cut) R 1");
    EXPECT_FALSE(meter.use_of(42));
}

TEST(ProcProcessMeter, TheBusiestGpuCounts) {
    const test::TempFolder root;
    root.write("sys/class/drm/card0/device/gpu_busy_percent", "12\n");
    root.write("sys/class/drm/card1/device/gpu_busy_percent", "73\n");
    root.write("sys/class/drm/card2/device/vendor", "0x8086\n");
    root.write("sys/class/drm/card0-HDMI-A-1/device/gpu_busy_percent", "99\n");
    EXPECT_EQ(ProcProcessMeter(root.path()).gpu_percent(), 73);
}

} // namespace
} // namespace framehand::platform
