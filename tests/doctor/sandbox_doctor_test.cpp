// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/sandbox_doctor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

using settings::TranscodeSandbox;
using testing::HasSubstr;

TEST(SandboxDoctor, NamesTheWalls) {
    const auto found = examine_sandbox({{"files (Landlock 7)", "system calls (seccomp)"}, {}}, TranscodeSandbox::On);
    EXPECT_EQ(found.health, Health::Ok);
    EXPECT_EQ(found.finding, "files (Landlock 7), system calls (seccomp)");
}

TEST(SandboxDoctor, WarnsOfAMissingWallAndSaysWhatToDo) {
    const auto found =
        examine_sandbox({{"system calls (seccomp)"}, {"this kernel has no Landlock"}}, TranscodeSandbox::On);
    EXPECT_EQ(found.health, Health::Warn);
    EXPECT_THAT(found.finding, HasSubstr("no Landlock"));
    EXPECT_FALSE(found.advice.empty());
}

TEST(SandboxDoctor, WarnsWhenItIsSwitchedOff) {
    const auto found = examine_sandbox({{"files (Landlock 7)"}, {}}, TranscodeSandbox::Off);
    EXPECT_EQ(found.health, Health::Warn);
    EXPECT_THAT(found.advice, HasSubstr("transcode_sandbox on"));
}

} // namespace
} // namespace framehand::doctor
