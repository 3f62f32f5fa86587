// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_host_stats.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

class LinuxHostStatsTest : public testing::Test {
protected:
    test::TempFolder root;
};

TEST_F(LinuxHostStatsTest, CountsLoadBetweenTwoCalls) {
    root.write("proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:   12000000 kB\n");
    root.write("proc/stat", "cpu  100 0 100 800 0 0 0 0 50 0\ncpu0 1 2 3\n");
    LinuxHostStats stats(root.path());
    EXPECT_DOUBLE_EQ(stats.load().ram_percent, 25);
    root.write("proc/stat", "cpu  130 20 110 920 20 0 0 0 99 0\n");
    EXPECT_DOUBLE_EQ(stats.load().cpu_percent, 30);
    EXPECT_DOUBLE_EQ(stats.load().cpu_percent, 0) << "no tick has passed";
    root.write("proc/stat", "cpu  1 1 1 1 1 0 0 0 0 0\n");
    EXPECT_DOUBLE_EQ(stats.load().cpu_percent, 0) << "counters that run backwards are no load";
}

TEST_F(LinuxHostStatsTest, TellsTheMemoryThatProgramsMayStillTake) {
    EXPECT_FALSE(LinuxHostStats(root.path()).available_memory());
    root.write("proc/meminfo", "MemTotal:       16000000 kB\nMemFree: 1 kB\nMemAvailable:   1000 kB\n");
    EXPECT_EQ(LinuxHostStats(root.path()).available_memory(), 1'024'000U);
}

TEST_F(LinuxHostStatsTest, AMachineThatTellsNothingIsNotAFailure) {
    LinuxHostStats stats(root.path());
    const auto load = stats.load();
    EXPECT_DOUBLE_EQ(load.cpu_percent, 0);
    EXPECT_DOUBLE_EQ(load.ram_percent, 0);
    const auto facts = stats.facts();
    EXPECT_GE(facts.cpu_cores, 1);
    EXPECT_FALSE(facts.host_name.empty());
    EXPECT_EQ(facts.gpu_vendor, "");
}

TEST_F(LinuxHostStatsTest, ReadsWhatTheMachineIs) {
    root.write("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
    root.write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Fast CPU @ 3 GHz\n\nprocessor\t: 1\n");
    root.write("proc/meminfo", "MemTotal:       16000000 kB\n");
    const auto facts = LinuxHostStats(root.path()).facts();
    EXPECT_EQ(facts.os, "Debian GNU/Linux 12 (bookworm)");
    EXPECT_EQ(facts.cpu_model, "Fast CPU @ 3 GHz");
    EXPECT_EQ(facts.ram_bytes, 16'384'000'000U);
}

TEST_F(LinuxHostStatsTest, FindsAnNvidiaCardByItsDriver) {
    root.write("proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t NVIDIA RTX 4000\nIRQ: 1\n");
    root.write("sys/module/nvidia/version", "550.54.14\n");
    const auto facts = LinuxHostStats(root.path()).facts();
    EXPECT_EQ(facts.gpu_vendor, "nvidia");
    EXPECT_EQ(facts.gpu_name, "NVIDIA RTX 4000");
    EXPECT_EQ(facts.driver_version, "550.54.14");
}

TEST_F(LinuxHostStatsTest, PrefersARealCardToTheProcessorsOwn) {
    root.write("proc/sys/kernel/osrelease", "6.1.0\n");
    root.write("sys/class/drm/card0/device/vendor", "0x8086\n");
    root.write("sys/class/drm/card0/device/uevent", "DRIVER=i915\nPCI_ID=8086:3E92\n");
    root.write("sys/class/drm/card1/device/vendor", "0x1002\n");
    root.write("sys/class/drm/card1/device/uevent", "DRIVER=amdgpu\nPCI_ID=1002:73BF\n");
    root.write("sys/class/drm/card1-HDMI-A-1/status", "connected\n");
    root.write("sys/class/drm/card2/device/vendor", "0x1234\n");
    const auto facts = LinuxHostStats(root.path()).facts();
    EXPECT_EQ(facts.gpu_vendor, "amd");
    EXPECT_EQ(facts.gpu_name, "amd 1002:73BF");
    EXPECT_EQ(facts.driver_version, "amdgpu 6.1.0");
}

TEST(LinuxHostStats, ReadsThisMachine) {
    LinuxHostStats stats;
    const auto load = stats.load();
    EXPECT_GT(load.ram_percent, 0);
    EXPECT_LE(load.ram_percent, 100);
    EXPECT_GT(stats.facts().ram_bytes, 100'000'000U);
}

} // namespace
} // namespace framehand::platform
