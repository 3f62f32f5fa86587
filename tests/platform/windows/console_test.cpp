// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/console.h"
#include "platform/windows/program_arguments.h"
#include "tests/platform/windows/running_program.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using test::RunningProgram;

TEST(ProgramArguments, AreUtf8WhateverTheCodePage) {
    RunningProgram program({L"arguments", L"C:\\\u6620\u753b\\\u0444 \u00e4.mkv", L"", L"a b"});
    EXPECT_TRUE(program.line().value().ends_with("helper_program.exe"));
    EXPECT_EQ(program.line(), "arguments");
    EXPECT_EQ(program.line(), "C:\\\xe6\x98\xa0\xe7\x94\xbb\\\xd1\x84 \xc3\xa4.mkv");
    EXPECT_EQ(program.line(), "");
    EXPECT_EQ(program.line(), "a b");
    EXPECT_FALSE(program.line());
}

TEST(Utf8Streams, CarryBytesAsTheyAreAndNoTerminalIsAPipe) {
    RunningProgram program({L"echo"});
    program.say("a\r\nb\x1a" // would end a text stream
                "cQ");
    EXPECT_EQ(program.line(), "6 0 80");
}

TEST(HandOver, WhatWasSaidArrivesThoughTheProgramEndsAtOnce) {
    RunningProgram program({L"hand-over"});
    EXPECT_EQ(program.line(), "all of it");
    EXPECT_FALSE(program.line());
}

TEST(UnstoppedConsole, IsNotStoppedByAClickAndIsAsBeforeAfterwards) {
    RunningProgram program({L"quick-edit"});
    const auto before = program.line();
    if (before == "unknown") {
        GTEST_SKIP() << "no console can be made here";
    }
    EXPECT_EQ(before, "selects");
    EXPECT_EQ(program.line(), "goes on");
    EXPECT_EQ(program.line(), "selects");
}

} // namespace
} // namespace framehand::platform
