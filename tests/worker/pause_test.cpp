// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause.h"

#include <gtest/gtest.h>

#include <chrono>

namespace framehand::worker {
namespace {

using namespace std::chrono_literals;
using policy::Cause;
using policy::Decision;
using policy::OwnerPause;
using policy::PauseReason;
using policy::Verdict;
using policy::Wishes;

constexpr base::WallTime kNow{1'790'000'000s};

TEST(Pause, IsNoneWhereNothingIsAgainstWork) {
    EXPECT_EQ(pause_of({}, {}, {}, kNow), std::nullopt);
    EXPECT_EQ(pause_of({}, {}, Pause{{{PauseReason::InUse, {}, {}, {}}}, PauseWhen::Now, kNow, {}}, kNow),
              std::nullopt);
}

TEST(Pause, OfTheOwnerBeganWhenHeAskedForIt) {
    const Wishes wishes{OwnerPause{PauseWhen::Now, kNow - 1h, kNow + 1h}, {}};
    const Decision decision{Verdict::Pause, {{PauseReason::ByYou, {}, kNow + 1h, {}}}, kNow + 1h};
    EXPECT_EQ(pause_of(decision, wishes, {}, kNow), (Pause{decision.causes, PauseWhen::Now, kNow - 1h, kNow + 1h}));
}

TEST(Pause, ByItselfKeepsItsBeginWhileItsCausesChange) {
    const Decision first{Verdict::Pause, {{PauseReason::InUse, {}, {}, 5min}}, {}};
    const auto begun = pause_of(first, {}, {}, kNow);
    ASSERT_TRUE(begun);
    EXPECT_EQ(begun->since, kNow);
    const Decision second{Verdict::Pause, {{PauseReason::OnBattery, {}, {}, 10s}}, {}};
    const auto later = pause_of(second, {}, begun, kNow + 1min);
    ASSERT_TRUE(later);
    EXPECT_EQ(later->since, kNow);
    EXPECT_EQ(later->causes, second.causes);
}

TEST(Pause, AfterTheJobWaitsForItAndOtherCausesDoNot) {
    const Wishes wishes{OwnerPause{PauseWhen::AfterJob, kNow - 1h, {}}, {}};
    const auto waiting = pause_of({}, wishes, {}, kNow);
    ASSERT_TRUE(waiting);
    EXPECT_EQ(waiting->when, PauseWhen::AfterJob);
    EXPECT_EQ(sentence(*waiting), "paused by you");
    const Decision in_use{Verdict::Pause, {{PauseReason::InUse, {}, {}, 5min}}, {}};
    const auto paused = pause_of(in_use, wishes, waiting, kNow);
    ASSERT_TRUE(paused);
    EXPECT_EQ(paused->when, PauseWhen::Now);
    EXPECT_EQ(paused->since, kNow);
    const Decision done{Verdict::Pause, {{PauseReason::AfterJob, {}, {}, {}}}, {}};
    EXPECT_EQ(pause_of(done, wishes, waiting, kNow)->since, kNow - 1h);
}

TEST(Pause, TellsPeopleAllAndSourcesTheHeaviest) {
    Pause pause{{{PauseReason::InUse, {}, {}, 5min}, {PauseReason::OnBattery, {}, {}, 10s}}, PauseWhen::Now, kNow, {}};
    EXPECT_EQ(sentence(pause), "keyboard or mouse in use; on battery");
    EXPECT_EQ(sentence_for_source(pause), "keyboard or mouse in use");
    pause.causes.insert(pause.causes.begin(), Cause{});
    EXPECT_EQ(sentence_for_source(pause), "paused by its owner");
}

} // namespace
} // namespace framehand::worker
