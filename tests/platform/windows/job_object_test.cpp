// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/job_object.h"
#include "tests/platform/windows/running_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace framehand::platform {
namespace {

using test::is_gone;
using test::RunningProgram;
using testing::Contains;

constexpr DWORD kLong = 30'000;

JobObject job(const JobLimits& limits = {}) {
    auto made = JobObject::create(limits);
    EXPECT_TRUE(made);
    return std::move(*made);
}

std::int64_t now_in_microseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

TEST(JobObject, HoldsWhatItsProcessesStart) {
    auto held = job();
    RunningProgram program({L"spawn"}, &held);
    const auto child = static_cast<DWORD>(std::stoul(program.line().value()));
    EXPECT_TRUE(held.has(program.process()));
    EXPECT_THAT(held.process_ids(), Contains(program.id()));
    EXPECT_THAT(held.process_ids(), Contains(child));
    held.terminate(42);
    EXPECT_EQ(program.ended_within(kLong), 42U);
    EXPECT_TRUE(is_gone(child, kLong));
}

TEST(JobObject, AProcessElsewhereIsNotInIt) {
    const auto held = job();
    const RunningProgram program({L"sleep"});
    EXPECT_FALSE(held.has(program.process()));
    EXPECT_TRUE(held.process_ids().empty());
}

TEST(JobObject, EndsItsProcessesWithItsLastHandle) {
    JobLimits limits;
    limits.at_the_end = JobLimits::AtTheEnd::KillProcesses;
    auto held = std::make_unique<JobObject>(job(limits));
    const RunningProgram program({L"sleep"}, held.get());
    EXPECT_FALSE(program.ended_within(0));
    held.reset();
    EXPECT_TRUE(program.ended_within(kLong));
}

TEST(JobObject, LeavesThemIfItIsToldSo) {
    auto held = std::make_unique<JobObject>(job());
    RunningProgram program({L"tick"}, held.get());
    held.reset();
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(program.line());
    }
}

TEST(JobObject, AChildDoesNotOutliveAParentThatIsKilled) {
    RunningProgram parent({L"parent"});
    const auto child = static_cast<DWORD>(std::stoul(parent.line().value()));
    EXPECT_FALSE(is_gone(child, 0));
    parent.kill();
    EXPECT_TRUE(is_gone(child, kLong));
}

TEST(JobObject, SuspendsWithin50MillisecondsAndLetsGoOn) {
    auto held = job();
    RunningProgram program({L"tick"}, &held);
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(program.line());
        held.suspend();
        held.suspend();
        const auto asked = now_in_microseconds();
        EXPECT_FALSE(program.ended_within(200));
        const auto lines = program.lines_so_far();
        if (!lines.empty()) {
            EXPECT_LT(std::stoll(lines.back()), asked + 50'000);
        }
        EXPECT_FALSE(program.ended_within(200));
        EXPECT_TRUE(program.lines_so_far().empty()) << "it still runs";
        held.resume();
        ASSERT_TRUE(program.line()) << "one resume is enough";
    }
}

TEST(JobObject, ASuspendedOneCanBeEnded) {
    auto held = job();
    const RunningProgram program({L"tick"}, &held);
    held.suspend();
    held.terminate(7);
    EXPECT_EQ(program.ended_within(kLong), 7U);
    held.resume();
}

TEST(JobObject, LimitsTheNumberOfProcesses) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps no limits of job objects";
    }
    JobLimits limits;
    limits.most_processes = 1;
    auto held = job(limits);
    RunningProgram program({L"spawn"}, &held);
    EXPECT_THAT(program.line().value(), testing::StartsWith("refused"));
}

TEST(JobObject, LimitsTheMemory) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps no limits of job objects";
    }
    JobLimits limits;
    limits.process_memory = 300'000'000;
    auto held = job(limits);
    EXPECT_EQ(RunningProgram({L"take", L"100000000"}, &held).line(), "taken");
    EXPECT_EQ(RunningProgram({L"take", L"400000000"}, &held).line(), "refused");
}

TEST(JobObject, GivesItsProcessesAPriority) {
    JobLimits limits;
    limits.priority_class = IDLE_PRIORITY_CLASS;
    auto held = job(limits);
    const RunningProgram program({L"sleep"}, &held);
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps no limits of job objects";
    }
    EXPECT_EQ(::GetPriorityClass(program.process()), static_cast<DWORD>(IDLE_PRIORITY_CLASS));
}

} // namespace
} // namespace framehand::platform
