// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_local_time.h"
#include "platform/linux/proc_other_load.h"
#include "platform/linux/proc_programs.h"
#include "platform/linux/sys_temperature.h"
#include "tests/platform/started_program.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace framehand::platform {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class ProcSenses : public testing::Test {
protected:
    void process(int id, int parent, int ticks, int childrens_ticks = 0) {
        root.write("proc/" + std::to_string(id) + "/stat",
                   std::to_string(id) + " (a (b) c) S " + std::to_string(parent) + " 0 0 0 -1 0 0 0 0 0 " +
                       std::to_string(ticks) + " 0 " + std::to_string(childrens_ticks) + " 0 20 0 1 0\n");
    }

    void machine(int busy, int idle, int stolen = 0) {
        root.write("proc/stat", "cpu " + std::to_string(busy) + " 0 0 " + std::to_string(idle) + " 0 0 0 " +
                                    std::to_string(stolen) + " 0 0\ncpu0 1 2 3\n");
    }

    test::TempFolder root;
    test::FakeClock clock;
};

TEST_F(ProcSenses, OtherLoadIsWhatNeitherThisProgramNorItsDescendantsUse) {
    machine(1000, 1000);
    process(10, 1, 100);
    process(11, 10, 50);
    process(12, 11, 20);
    process(20, 1, 500);
    ProcOtherLoad load(clock, 10, root.path());
    EXPECT_EQ(load.percent().why_unknown, "it is being measured");
    // 200 of 400 ticks busy: 20 own, 100 of the child, 30 of the grandchild, so 50 of others.
    machine(1200, 1200);
    process(10, 1, 120);
    process(11, 10, 150);
    process(12, 11, 50);
    process(20, 1, 550);
    clock.advance(ProcOtherLoad::kWindow - 1ms);
    EXPECT_FALSE(load.percent().value);
    clock.advance(1ms);
    EXPECT_DOUBLE_EQ(load.percent().value.value(), 12.5);
    machine(9000, 1200);
    EXPECT_DOUBLE_EQ(load.percent().value.value(), 12.5) << "within the same window";
}

TEST_F(ProcSenses, AChildThatEndedIsNotCountedTwiceAndANewOneCounts) {
    machine(1000, 1000);
    process(10, 1, 100);
    process(11, 10, 50);
    ProcOtherLoad load(clock, 10, root.path());
    (void)load.percent();
    // The child used 10 more and ended: its parent has all 60 now. A new one used 30.
    std::filesystem::remove_all(root.path() / "proc/11");
    process(10, 1, 100, 60);
    process(12, 10, 30);
    machine(1140, 1260);
    clock.advance(ProcOtherLoad::kWindow);
    EXPECT_DOUBLE_EQ(load.percent().value.value(), 25) << "100 of others in 400";
}

TEST_F(ProcSenses, WhatAHypervisorTakesIsNoLoadOfOthers) {
    machine(1000, 1000);
    process(10, 1, 100);
    ProcOtherLoad load(clock, 10, root.path());
    (void)load.percent();
    machine(1000, 1100, 100);
    clock.advance(ProcOtherLoad::kWindow);
    EXPECT_DOUBLE_EQ(load.percent().value.value(), 0);
}

TEST_F(ProcSenses, AMachineThatDoesNotTellItsLoadIsUnknown) {
    ProcOtherLoad load(clock, 10, root.path());
    EXPECT_EQ(load.percent().why_unknown, "the processor time cannot be read");
}

TEST_F(ProcSenses, ProgramsAreFoundUnderTheNamesThatPeopleKnow) {
    root.write("proc/1/comm", "systemd\n");
    root.write("proc/7/comm", "a very long nam\n");
    root.write("proc/7/cmdline", "/opt/x/a very long name\0--flag\0"s);
    root.write("proc/8/comm", "python3\n");
    root.write("proc/8/cmdline", "/usr/bin/python3\0/usr/bin/lutris\0-d\0"s);
    root.write("proc/9/comm", "wine64-preloade\n");
    root.write("proc/9/cmdline", "C:\\Games\\chess.exe\0"s);
    root.write("proc/self/comm", "not a process\n");
    const ProcPrograms programs(root.path());
    EXPECT_THAT(programs.running({"chess.exe", "lutris", "a very long name", "systemd", "-d", "vlc", "not a process"})
                    .value.value(),
                ElementsAre("chess.exe", "lutris", "a very long name", "systemd"));
    EXPECT_THAT(programs.running({"vlc"}).value.value(), IsEmpty());
    EXPECT_THAT(programs.running({}).value.value(), IsEmpty());
    EXPECT_EQ(ProcPrograms(root.path() / "none").running({"vlc"}).why_unknown, "the running programs cannot be read");
}

TEST_F(ProcSenses, TheUsersOwnProgramsAreListedByTheirFileNames) {
    root.write("proc/7/cmdline", "/usr/bin/vlc\0film.mkv\0"s);
    root.write("proc/8/cmdline", "blender\0"s);
    root.write("proc/9/cmdline", "/usr/bin/vlc\0"s);
    root.write("proc/10/cmdline", "");
    root.write("proc/11/cmdline", "nginx: worker process\0"s);
    const ProcPrograms programs(root.path());
    EXPECT_THAT(programs.own().value.value(), ElementsAre("blender", "vlc"));
    EXPECT_THAT(programs.running({"blender", "vlc"}).value.value(), ElementsAre("blender", "vlc"));
    EXPECT_EQ(ProcPrograms(root.path() / "none").own().why_unknown, "the running programs cannot be read");
}

TEST_F(ProcSenses, ARealProgramIsFoundWhileItRuns) {
    const ProcPrograms programs;
    test::TempFolder folder;
    const auto path = folder.path() / "framehand-test-game";
    std::filesystem::copy_file("/bin/sleep", path);
    {
        const test::StartedProgram game(QString::fromStdString(path.string()), {QStringLiteral("1000")});
        ASSERT_TRUE(test::wait_for([&] { return !programs.running({"framehand-test-game"}).value.value().empty(); }));
    }
    EXPECT_THAT(programs.running({"framehand-test-game"}).value.value(), IsEmpty());
}

TEST_F(ProcSenses, ARealBusyProgramIsOtherLoadUnlessItIsOurs) {
    const base::SystemClock real;
    const test::StartedProgram busy(QStringLiteral("sh"),
                                    {QStringLiteral("-c"), QStringLiteral("while :; do :; done")});
    ProcOtherLoad ours(real, ::getpid());
    ProcOtherLoad others(real, 0); // the kernel's idle process has no children here
    (void)ours.percent();
    (void)others.percent();
    ASSERT_TRUE(test::wait_for([&] { return ours.percent().value && others.percent().value; }));
    EXPECT_GT(*others.percent().value, *ours.percent().value);
}

TEST_F(ProcSenses, TheHottestSensorOfTheProcessorCounts) {
    const SysTemperature temperature(root.path());
    EXPECT_EQ(temperature.celsius().why_unknown, "the processor has no sensor that the kernel knows");
    root.write("sys/class/thermal/thermal_zone0/type", "acpitz\n");
    root.write("sys/class/thermal/thermal_zone0/temp", "99000\n");
    root.write("sys/class/hwmon/hwmon0/name", "nvme\n");
    root.write("sys/class/hwmon/hwmon0/temp1_input", "88000\n");
    EXPECT_FALSE(temperature.celsius().value) << "no sensors of the processor";
    root.write("sys/class/thermal/thermal_zone1/type", "x86_pkg_temp\n");
    root.write("sys/class/thermal/thermal_zone1/temp", "61500\n");
    EXPECT_DOUBLE_EQ(temperature.celsius().value.value(), 61.5);
    root.write("sys/class/hwmon/hwmon1/name", "k10temp\n");
    root.write("sys/class/hwmon/hwmon1/temp1_input", "72250\n");
    root.write("sys/class/hwmon/hwmon1/temp2_input", "255000\n");
    root.write("sys/class/hwmon/hwmon1/temp3_input", "0\n");
    root.write("sys/class/hwmon/hwmon1/temp1_max", "100000\n");
    EXPECT_DOUBLE_EQ(temperature.celsius().value.value(), 72.25);
}

TEST(LinuxLocalTime, FollowsDaylightSavingTimeAndAChangeOfTheZone) {
    const auto winter = std::chrono::sys_days(std::chrono::year(2026) / 1 / 15) + 12h;
    const auto summer = std::chrono::sys_days(std::chrono::year(2026) / 7 / 15) + 12h;
    const LinuxLocalTime place;
    ASSERT_EQ(::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1), 0);
    EXPECT_EQ(place.utc_offset(winter), 1h);
    EXPECT_EQ(place.utc_offset(summer), 2h);
    EXPECT_EQ(place.utc_offset(std::chrono::sys_days(std::chrono::year(2026) / 3 / 29) + 1h - 1ms), 1h);
    EXPECT_EQ(place.utc_offset(std::chrono::sys_days(std::chrono::year(2026) / 3 / 29) + 1h), 2h);
    ASSERT_EQ(::setenv("TZ", "EST5", 1), 0);
    EXPECT_EQ(place.utc_offset(summer), -5h);
    ASSERT_EQ(::unsetenv("TZ"), 0);
}

} // namespace
} // namespace framehand::platform
