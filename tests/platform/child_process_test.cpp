// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every user of the port relies on, on each operating system.
#include "tests/platform/child_process_fixture.h"

#include <QProcess>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::test {
namespace {

using ports::ChildExit;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::int64_t kMostMicroseconds = 50'000; ///< from pause() to the last thing that a child does

std::int64_t now_in_microseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

class ChildProcessTest : public ChildProcessFixture {
protected:
    using ChildProcessFixture::start;

    void start(const std::string& verb) {
        ports::ChildProcessRequest request;
        request.program = CHILD_PROGRAM;
        request.arguments = {verb};
        start(std::move(request));
    }

    bool has_lines() {
        return wait_for([this] { return !lines.empty(); });
    }

    /// The event loop runs for a while in which nothing is expected.
    static void pass(std::chrono::milliseconds time) {
        const auto until = std::chrono::steady_clock::now() + time;
        (void)wait_for([&] { return std::chrono::steady_clock::now() >= until; });
    }

    /// The newest time of a ticking process, 0 if it has said nothing.
    [[nodiscard]] std::int64_t last_tick(const std::string& name) const {
        std::int64_t last = 0;
        for (const auto& line : lines) {
            if (line.starts_with(name + " ")) {
                last = std::stoll(line.substr(name.size() + 1));
            }
        }
        return last;
    }
};

TEST_F(ChildProcessTest, PassesLinesBothWaysAndTellsTheStatus) {
    start("answer");
    child->write("hello\n");
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("got hello", "two", "last without end"));
    EXPECT_THAT(errors, ElementsAre("oops"));
    EXPECT_EQ(exit.kind, ChildExit::Kind::Exited);
    EXPECT_EQ(exit.code, 5);
    EXPECT_EQ(exit.description, "exit code 5");
    EXPECT_EQ(exit.last_stderr, "oops\n");
    EXPECT_EQ(exits, 1);
}

TEST_F(ChildProcessTest, ClosingItsInputIsSeenByTheChild) {
    start("drain");
    child->write("one\ntwo");
    EXPECT_TRUE(lines.empty());
    child->close_stdin();
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("end"));
}

TEST_F(ChildProcessTest, ACrashIsToldFromAnEnd) {
    start("crash");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_NE(exit.code, ChildExit::kEndedByOthers);
    EXPECT_THAT(exit.description, HasSubstr(words_of_a_crash()));
}

TEST_F(ChildProcessTest, WhatACrashCutOffIsNoLine) {
    start("cut");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_THAT(lines, ElementsAre("whole"));
}

TEST_F(ChildProcessTest, AMissingProgramIsToldLaterNotAtOnce) {
    ports::ChildProcessRequest request;
    request.program = "/no/such/program";
    start(std::move(request));
    EXPECT_EQ(exits, 0);
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::FailedToStart);
    EXPECT_THAT(exit.description, HasSubstr("/no/such/program"));
}

TEST_F(ChildProcessTest, KillsTheChildrenOfTheChildToo) {
    start("family");
    ASSERT_TRUE(has_lines());
    const auto grandchild = std::stoll(lines[0]);
    EXPECT_TRUE(lives(grandchild));
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_EQ(exit.code, ChildExit::kEndedByOthers);
    EXPECT_TRUE(wait_for([&] { return !lives(grandchild); }));
}

TEST_F(ChildProcessTest, ItsEndKillsAndSaysNothing) {
    start("family");
    ASSERT_TRUE(has_lines());
    const auto pid = child->process_id();
    child.reset();
    EXPECT_FALSE(lives(pid));
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
    EXPECT_EQ(exits, 0);
}

TEST_F(ChildProcessTest, MayBeDestroyedWhenItEnds) {
    ports::ChildProcessRequest request;
    request.program = CHILD_PROGRAM;
    request.arguments = {"here"};
    bool gone = false;
    request.on_exit = [&](const ChildExit&) {
        child.reset();
        gone = true;
    };
    child = launcher.start(std::move(request));
    EXPECT_TRUE(wait_for([&] { return gone; }));
}

TEST_F(ChildProcessTest, ALongLineIsAWholeLine) {
    start("long");
    ASSERT_TRUE(ended());
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].size(), 1'000'000U);
    EXPECT_EQ(lines[1], "after");
}

TEST_F(ChildProcessTest, AnEndlessLineEndsTheChild) {
    start("endless");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_THAT(exit.description, HasSubstr("longer than 1048576 bytes"));
    EXPECT_TRUE(lines.empty());
}

TEST_F(ChildProcessTest, KeepsOnlyTheLastWordsOnStandardError) {
    start("despair");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.last_stderr.size(), 4096U);
    EXPECT_TRUE(exit.last_stderr.ends_with("the reason\n"));
}

TEST_F(ChildProcessTest, TellsTheProcessorTimeOfTheChild) {
    start("spin");
    EXPECT_TRUE(wait_for([this] { return child->processor_time().used > base::Duration{50}; }));
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(child->processor_time().used, base::Duration{0}) << "nobody is there any more";
}

TEST_F(ChildProcessTest, APausedFamilyStandsStillAndGoesOnWhereItWas) {
    start("ticking-family");
    ASSERT_TRUE(wait_for([this] { return last_tick("own") > 0 && last_tick("child") > 0; }));
    for (int round = 0; round < 3; ++round) {
        child->pause();
        child->pause();
        const auto asked = now_in_microseconds();
        pass(std::chrono::milliseconds(200)); // also for what is in the pipe
        EXPECT_LT(last_tick("own"), asked + kMostMicroseconds);
        EXPECT_LT(last_tick("child"), asked + kMostMicroseconds);
        const auto said = lines.size();
        pass(std::chrono::milliseconds(100));
        EXPECT_EQ(lines.size(), said);
        child->resume();
        ASSERT_TRUE(
            wait_for([&] { return last_tick("own") > asked + 200'000 && last_tick("child") > asked + 200'000; }));
    }
    EXPECT_EQ(exits, 0);
}

TEST_F(ChildProcessTest, APausedChildCanBeKilled) {
    start("family");
    ASSERT_TRUE(has_lines());
    child->pause();
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.code, ChildExit::kEndedByOthers);
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
}

TEST_F(ChildProcessTest, TheEndOfAPausedChildIsItsEnd) {
    start("family");
    ASSERT_TRUE(has_lines());
    const auto pid = child->process_id();
    child->pause();
    child.reset();
    EXPECT_FALSE(lives(pid));
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
}

TEST_F(ChildProcessTest, PausingWhatHasEndedHarmsNobody) {
    start("here");
    ASSERT_TRUE(ended());
    child->pause();
    child->resume();
    EXPECT_EQ(exits, 1);
}

TEST_F(ChildProcessTest, AChildThatIsPausedAtOnceStillStarts) {
    start("here");
    child->pause();
    child->resume();
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("here"));
}

class ChildOfAKilledParent : public testing::TestWithParam<const char*> {};

TEST_P(ChildOfAKilledParent, DiesToo) {
    QProcess parent;
    parent.start(QStringLiteral(LAUNCHER_PARENT), {QString::fromLatin1(GetParam())});
    ASSERT_TRUE(parent.waitForReadyRead());
    const auto child = parent.readLine().trimmed().toLongLong();
    ASSERT_GT(child, 0);
    ASSERT_TRUE(lives(child));
    parent.kill();
    ASSERT_TRUE(parent.waitForFinished());
    EXPECT_TRUE(wait_for([&] { return !lives(child); }));
}

INSTANTIATE_TEST_SUITE_P(Running, ChildOfAKilledParent, testing::Values("running", "paused"));

} // namespace
} // namespace framehand::test
