// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/exit_status.h"
#include "tests/platform/windows/running_program.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using Kind = ports::ChildExit::Kind;

TEST(ExitStatus, OrdinaryCodesAreEnds) {
    for (const std::uint32_t code : {0U, 1U, 3U, 255U, 0xFFFFFFFFU}) {
        const auto exit = explain_exit(code);
        EXPECT_EQ(exit.kind, Kind::Exited) << code;
        EXPECT_EQ(exit.code, static_cast<int>(code));
        EXPECT_EQ(exit.description, "exit code " + std::to_string(static_cast<int>(code)));
    }
}

TEST(ExitStatus, ErrorsOfTheSystemAreCrashes) {
    const auto exit = explain_exit(0xC0000005);
    EXPECT_EQ(exit.kind, Kind::Crashed);
    EXPECT_EQ(exit.code, static_cast<int>(0xC0000005));
    EXPECT_EQ(exit.description, "exception 0xC0000005 (access violation)");
    EXPECT_EQ(explain_exit(0xC0123456).description, "exception 0xC0123456");
    EXPECT_EQ(explain_exit(0x80000003).description, "exception 0x80000003 (breakpoint)");
    EXPECT_EQ(explain_exit(0xE06D7363).kind, Kind::Crashed) << "of a driver that another compiler has made";
}

TEST(ExitStatus, WhatOthersEndIsToldFromWhatFalls) {
    for (const std::uint32_t code : {kKilledExitCode, 0xC000013AU, 0x40010004U, 0xCFFFFFFFU}) {
        const auto exit = explain_exit(code);
        EXPECT_EQ(exit.kind, Kind::Crashed) << code;
        EXPECT_EQ(exit.code, ports::ChildExit::kEndedByOthers) << code;
    }
    EXPECT_EQ(explain_exit(kKilledExitCode).description, "killed");
}

TEST(ExitStatus, RealEndsAndCrashesHaveTheirCodes) {
    constexpr DWORD kLong = 30'000;
    EXPECT_EQ(explain_exit(test::RunningProgram({L"exit", L"7"}).ended_within(kLong).value()).description,
              "exit code 7");
    EXPECT_EQ(explain_exit(test::RunningProgram({L"crash"}).ended_within(kLong).value()).description,
              "exception 0xC0000005 (access violation)");
    EXPECT_EQ(explain_exit(test::RunningProgram({L"abort"}).ended_within(kLong).value()).kind, Kind::Crashed);
}

} // namespace
} // namespace framehand::platform
