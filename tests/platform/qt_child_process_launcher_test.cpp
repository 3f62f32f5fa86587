// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_process_hooks.h"
#include "platform/qt/qt_child_process_launcher.h"
#include "tests/platform/wait_for.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <sched.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace framehand::platform {
namespace {

using ports::ChildExit;
using Priority = ports::ChildProcessRequest::Priority;
using test::wait_for;
using testing::ElementsAre;
using testing::HasSubstr;

/// False once it is gone or only waits to be reaped.
bool lives(std::int64_t pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(stat), {}};
    const auto end = text.rfind(')');
    return end != std::string::npos && end + 2 < text.size() && text[end + 2] != 'Z';
}

/// "S", "R", "T", ... of a process, "" once it is gone.
std::string state_of(std::int64_t pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(stat), {}};
    const auto end = text.rfind(')');
    return end != std::string::npos && end + 2 < text.size() ? text.substr(end + 2, 1) : std::string();
}

class QtChildProcessLauncherTest : public testing::Test {
protected:
    void shell(const std::string& script, Priority priority = Priority::Normal) {
        ports::ChildProcessRequest request;
        request.program = "/bin/sh";
        request.arguments = {"-c", script};
        request.priority = priority;
        start(std::move(request));
    }

    void start(ports::ChildProcessRequest request) {
        request.on_line = [this](std::string_view line) { lines.emplace_back(line); };
        request.on_stderr_line = [this](std::string_view line) { errors.emplace_back(line); };
        request.on_exit = [this](const ChildExit& how) {
            ++exits;
            exit = how;
        };
        child = launcher.start(std::move(request));
    }

    bool ended() {
        return wait_for([this] { return exits > 0; });
    }

    QtChildProcessLauncher launcher{std::make_shared<LinuxProcessHooks>()};
    std::vector<std::string> lines;
    std::vector<std::string> errors;
    int exits = 0;
    ChildExit exit;
    std::unique_ptr<ports::ChildProcess> child;
};

TEST_F(QtChildProcessLauncherTest, PassesLinesBothWaysAndTellsTheStatus) {
    shell("read a; echo \"got $a\"; printf 'two\\r\\nlast without end'; echo oops >&2; exit 3");
    child->write("hello\n");
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("got hello", "two", "last without end"));
    EXPECT_THAT(errors, ElementsAre("oops"));
    EXPECT_EQ(exit.kind, ChildExit::Kind::Exited);
    EXPECT_EQ(exit.code, 3);
    EXPECT_EQ(exit.description, "exit code 3");
    EXPECT_EQ(exit.last_stderr, "oops\n");
    EXPECT_EQ(exits, 1);
}

TEST_F(QtChildProcessLauncherTest, ClosingItsInputIsSeenByTheChild) {
    shell("cat >/dev/null; echo end");
    EXPECT_TRUE(lines.empty());
    child->close_stdin();
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("end"));
}

TEST_F(QtChildProcessLauncherTest, ACrashNamesItsSignal) {
    shell("kill -SEGV $$");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_EQ(exit.code, SIGSEGV);
    EXPECT_THAT(exit.description, HasSubstr("killed by signal 11 (Segmentation fault)"));
}

TEST_F(QtChildProcessLauncherTest, WhatACrashCutOffIsNoLine) {
    shell("echo whole; printf '{\"event\": \"pro'; kill -KILL $$");
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("whole"));
    EXPECT_EQ(exit.code, ChildExit::kEndedByOthers);
}

TEST_F(QtChildProcessLauncherTest, AMissingProgramIsToldLaterNotAtOnce) {
    ports::ChildProcessRequest request;
    request.program = "/no/such/program";
    start(std::move(request));
    EXPECT_EQ(exits, 0);
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::FailedToStart);
    EXPECT_THAT(exit.description, HasSubstr("/no/such/program"));
}

TEST_F(QtChildProcessLauncherTest, KillsTheChildrenOfTheChildToo) {
    shell("sleep 1000 & echo $!; wait");
    ASSERT_TRUE(wait_for([this] { return !lines.empty(); }));
    const auto grandchild = std::stoll(lines[0]);
    EXPECT_TRUE(lives(grandchild));
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_EQ(exit.code, SIGKILL);
    EXPECT_TRUE(wait_for([&] { return !lives(grandchild); }));
}

TEST_F(QtChildProcessLauncherTest, ItsEndKillsAndSaysNothing) {
    shell("sleep 1000 & echo $!; wait");
    ASSERT_TRUE(wait_for([this] { return !lines.empty(); }));
    const auto pid = child->process_id();
    child.reset();
    EXPECT_FALSE(lives(pid));
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
    EXPECT_EQ(exits, 0);
}

TEST_F(QtChildProcessLauncherTest, MayBeDestroyedWhenItEnds) {
    ports::ChildProcessRequest request;
    request.program = "/bin/echo";
    request.arguments = {"one"};
    bool gone = false;
    request.on_exit = [&](const ChildExit&) {
        child.reset();
        gone = true;
    };
    child = launcher.start(std::move(request));
    EXPECT_TRUE(wait_for([&] { return gone; }));
}

TEST_F(QtChildProcessLauncherTest, ALongLineIsAWholeLine) {
    shell("head -c 1000000 /dev/zero | tr '\\0' x; echo; echo after");
    ASSERT_TRUE(ended());
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].size(), 1'000'000U);
    EXPECT_EQ(lines[1], "after");
}

TEST_F(QtChildProcessLauncherTest, AnEndlessLineEndsTheChild) {
    shell("cat /dev/zero");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.kind, ChildExit::Kind::Crashed);
    EXPECT_THAT(exit.description, HasSubstr("longer than 1048576 bytes"));
    EXPECT_TRUE(lines.empty());
}

TEST_F(QtChildProcessLauncherTest, KeepsOnlyTheLastWordsOnStandardError) {
    shell("head -c 100000 /dev/zero | tr '\\0' y >&2; echo >&2; echo the reason >&2");
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.last_stderr.size(), 4096U);
    EXPECT_TRUE(exit.last_stderr.ends_with("the reason\n"));
}

TEST_F(QtChildProcessLauncherTest, InheritsNoDescriptorsButTheStandardStreams) {
    int leaky[2] = {-1, -1};
    ASSERT_EQ(::pipe(leaky), 0); // without close-on-exec, as some libraries do it
    shell("ls /proc/$$/fd");
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("0", "1", "2"));
    ::close(leaky[0]);
    ::close(leaky[1]);
}

TEST_F(QtChildProcessLauncherTest, TellsTheProcessorTimeOfTheChild) {
    shell("while :; do :; done");
    EXPECT_TRUE(wait_for([this] { return child->processor_time().used > base::Duration{50}; }));
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(child->processor_time().used, base::Duration{0}) << "nobody is there any more";
}

TEST_F(QtChildProcessLauncherTest, AnIdleChildHasTheLowestPriorityInASessionOfItsOwn) {
    shell("read a", Priority::Idle);
    const auto pid = static_cast<pid_t>(child->process_id());
    ASSERT_TRUE(wait_for([&] { return ::getsid(pid) == pid && ::sched_getscheduler(pid) == SCHED_IDLE; }));
    EXPECT_TRUE(wait_for([&] { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(pid)) == 19; }));
    std::ifstream file("/proc/" + std::to_string(pid) + "/autogroup");
    if (std::string autogroup; file && std::getline(file, autogroup)) {
        EXPECT_THAT(autogroup, testing::EndsWith(" nice 19"));
    }
    EXPECT_NE(::getsid(0), pid);
    EXPECT_EQ(::sched_getscheduler(0), SCHED_OTHER) << "the parent's own priority stays";
}

TEST_F(QtChildProcessLauncherTest, APausedFamilyStandsStillAndGoesOnWhereItWas) {
    shell("(while :; do :; done) & echo $!; while :; do :; done");
    ASSERT_TRUE(wait_for([this] { return !lines.empty(); }));
    const auto pid = child->process_id();
    const auto grandchild = std::stoll(lines[0]);
    for (int round = 0; round < 3; ++round) {
        child->pause();
        child->pause();
        ASSERT_TRUE(wait_for([&] { return state_of(pid) == "T" && state_of(grandchild) == "T"; }));
        const auto used = child->processor_time().used;
        QDeadlineTimer some_time(100);
        (void)wait_for([&] { return some_time.hasExpired(); });
        EXPECT_EQ(child->processor_time().used, used);
        child->resume();
        ASSERT_TRUE(wait_for([&] { return child->processor_time().used > used + base::Duration{20}; }));
        EXPECT_EQ(state_of(grandchild), "R");
    }
    EXPECT_EQ(exits, 0);
}

TEST_F(QtChildProcessLauncherTest, APausedChildCanBeKilled) {
    shell("sleep 1000 & echo $!; wait");
    ASSERT_TRUE(wait_for([this] { return !lines.empty(); }));
    child->pause();
    child->kill();
    ASSERT_TRUE(ended());
    EXPECT_EQ(exit.code, SIGKILL);
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
}

TEST_F(QtChildProcessLauncherTest, TheEndOfAPausedChildIsItsEnd) {
    shell("sleep 1000 & echo $!; wait");
    ASSERT_TRUE(wait_for([this] { return !lines.empty(); }));
    const auto pid = child->process_id();
    child->pause();
    child.reset();
    EXPECT_FALSE(lives(pid));
    EXPECT_TRUE(wait_for([&] { return !lives(std::stoll(lines[0])); }));
}

TEST_F(QtChildProcessLauncherTest, PausingWhatHasEndedHarmsNobody) {
    shell("exit 0");
    ASSERT_TRUE(ended());
    child->pause();
    child->resume();
    EXPECT_EQ(exits, 1);
}

TEST_F(QtChildProcessLauncherTest, AChildThatIsPausedAtOnceStillStarts) {
    shell("echo here");
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
    if (std::string_view(GetParam()) == "paused") {
        ASSERT_TRUE(wait_for([&] { return state_of(child) == "T"; }));
    }
    parent.kill();
    ASSERT_TRUE(parent.waitForFinished());
    EXPECT_TRUE(wait_for([&] { return !lives(child); }));
}

INSTANTIATE_TEST_SUITE_P(Running, ChildOfAKilledParent, testing::Values("running", "paused"));

} // namespace
} // namespace framehand::platform
