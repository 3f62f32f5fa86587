// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_sandbox.h"
#include "tests/platform/windows/running_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using test::RunningProgram;
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> all_lines(RunningProgram& program) {
    std::vector<std::string> lines;
    while (auto line = program.line()) {
        lines.push_back(std::move(*line));
    }
    return lines;
}

TEST(WindowsSandbox, SaysWhichWallsStandAndWhichThereAreNot) {
    RunningProgram program({L"sandbox", L"report"});
    const auto lines = all_lines(program);
    EXPECT_THAT(lines, Contains(StartsWith("wall: processes")));
    EXPECT_THAT(lines, Contains(StartsWith("wall: privileges")));
    EXPECT_THAT(lines, Contains(StartsWith("wall: memory (300000000 bytes)")));
    EXPECT_THAT(lines, Contains(HasSubstr("all files of the user are in reach")));
    EXPECT_THAT(lines, Contains(HasSubstr("the network is in reach")));
    EXPECT_EQ(program.ended_within(30'000), 0U);
}

TEST(WindowsSandbox, GivesUpThePrivilegesOfItsToken) {
    RunningProgram program({L"sandbox", L"report"});
    const auto lines = all_lines(program);
    if (test::is_wine()) {
        GTEST_SKIP() << "wine switches privileges off, but does not remove them";
    }
    EXPECT_THAT(lines, Contains("privileges: 1"));
}

TEST(WindowsSandbox, NoProgramStartsBehindIt) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps no limits of job objects";
    }
    RunningProgram program({L"sandbox", L"spawn"});
    EXPECT_THAT(program.line().value(), StartsWith("refused"));
}

TEST(WindowsSandbox, MemoryEndsAtItsLimit) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps no limits of job objects";
    }
    RunningProgram program({L"sandbox", L"take"});
    EXPECT_EQ(program.line(), "refused");
}

TEST(WindowsSandbox, TellsBeforehandWhatItCan) {
    const auto report = WindowsSandbox().available();
    EXPECT_EQ(report.walls.size(), 3U);
    EXPECT_EQ(report.missing.size(), 2U);
}

} // namespace
} // namespace framehand::platform
