// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/child_process_fixture.h"

#include <QDeadlineTimer>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <memory>
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

/// "S", "R", "T", ... of a process, "" once it is gone.
std::string state_of(std::int64_t pid) {
    std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(stat), {}};
    const auto end = text.rfind(')');
    return end != std::string::npos && end + 2 < text.size() ? text.substr(end + 2, 1) : std::string();
}

class QtChildProcessLauncherTest : public test::ChildProcessFixture {
protected:
    void shell(const std::string& script, Priority priority = Priority::Normal) {
        ports::ChildProcessRequest request;
        request.program = "/bin/sh";
        request.arguments = {"-c", script};
        request.priority = priority;
        start(std::move(request));
    }
};

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

TEST_F(QtChildProcessLauncherTest, InheritsNoDescriptorsButTheStandardStreams) {
    int leaky[2] = {-1, -1};
    ASSERT_EQ(::pipe(leaky), 0); // without close-on-exec, as some libraries do it
    shell("ls /proc/$$/fd");
    ASSERT_TRUE(ended());
    EXPECT_THAT(lines, ElementsAre("0", "1", "2"));
    ::close(leaky[0]);
    ::close(leaky[1]);
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

} // namespace
} // namespace framehand::platform
