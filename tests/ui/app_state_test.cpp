// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_states.h"
#include "ui/app_state.h"

namespace framehand::ui {
namespace {

Snapshot with_link(Link link) {
    Snapshot snapshot;
    snapshot.link = link;
    return snapshot;
}

TEST(AppState, FollowsTheWorker) {
    for (const auto* phase : {"preparing", "transcoding", "committing", "reporting"}) {
        EXPECT_EQ(app_state(test::with_phase(phase)), AppState::Working) << phase;
    }
    EXPECT_EQ(app_state(snapshot_of(test::idle_state())), AppState::Idle);
    EXPECT_EQ(app_state(test::with_phase("connecting")), AppState::Waiting);
    EXPECT_EQ(app_state(test::with_phase("not_ready")), AppState::Error);
    EXPECT_EQ(app_state(test::with_phase("stopped")), AppState::Offline);
    EXPECT_EQ(app_state(test::with_phase("a phase of the future")), AppState::Idle);
    EXPECT_EQ(app_state(snapshot_of({{"worker", nullptr}})), AppState::Idle);
}

TEST(AppState, AnOrchestratorThatIsAwayIsWaitedFor) {
    auto state = test::idle_state();
    state["worker"]["orchestrator_reachable"] = false;
    EXPECT_EQ(app_state(snapshot_of(state)), AppState::Waiting);
}

TEST(AppState, AStartThatFailsNeedsSomebody) {
    auto state = test::idle_state();
    state["worker"]["phase"] = "starting";
    EXPECT_EQ(app_state(snapshot_of(state)), AppState::Idle);
    state["worker"]["last_error"] = "the transcoder is missing";
    EXPECT_EQ(app_state(snapshot_of(state)), AppState::Error);
}

TEST(AppState, APauseIsByYouOrByTheMachine) {
    EXPECT_EQ(app_state(snapshot_of(test::paused_state("by_you"))), AppState::PausedByYou);
    EXPECT_EQ(app_state(snapshot_of(test::paused_state("after_job"))), AppState::PausedByYou);
    EXPECT_EQ(app_state(snapshot_of(test::paused_state("in_use"))), AppState::Waiting);
    EXPECT_EQ(app_state(snapshot_of(test::paused_state("a reason of the future"))), AppState::Waiting);
}

TEST(AppState, WhatEndsFirstIsStillWork) {
    auto copying = test::paused_state("in_use");
    copying["worker"]["phase"] = "committing";
    EXPECT_EQ(app_state(snapshot_of(copying)), AppState::Working);
    auto later = test::paused_state("by_you");
    later["worker"]["phase"] = "transcoding";
    later["worker"]["pause"]["after_job"] = true;
    EXPECT_EQ(app_state(snapshot_of(later)), AppState::Working);
}

TEST(AppState, WithoutADaemonItIsOfflineOrWrong) {
    EXPECT_EQ(app_state(with_link(Link::Starting)), AppState::Offline);
    EXPECT_EQ(app_state(with_link(Link::Offline)), AppState::Offline);
    EXPECT_EQ(app_state(with_link(Link::Refused)), AppState::Error);
}

TEST(Possible, IsWhatMakesSense) {
    const auto working = possible(snapshot_of(test::working_state()));
    EXPECT_EQ(working, (Possible{.pause = true, .finish_then_pause = true, .ignore_in_use = true}));
    const auto idle = possible(snapshot_of(test::idle_state()));
    EXPECT_EQ(idle, (Possible{.pause = true, .ignore_in_use = true}));
    const auto paused = possible(snapshot_of(test::paused_state("by_you")));
    EXPECT_EQ(paused, (Possible{.resume = true, .ignore_in_use = true}));
    const auto waiting = possible(snapshot_of(test::paused_state("in_use")));
    EXPECT_EQ(waiting, (Possible{.pause = true, .finish_then_pause = true, .ignore_in_use = true}));
}

TEST(Possible, APauseAfterTheJobCanBeMadeOneNowOrTakenBack) {
    auto state = test::paused_state("by_you");
    state["worker"]["phase"] = "transcoding";
    state["worker"]["pause"]["after_job"] = true;
    EXPECT_EQ(possible(snapshot_of(state)), (Possible{.pause = true, .resume = true, .ignore_in_use = true}));
}

TEST(Possible, InputThatIsIgnoredCanBeHeededAgain) {
    auto state = test::idle_state();
    state["worker"]["ignore_in_use_until"] = "2026-11-21T15:00:00.000Z";
    EXPECT_EQ(possible(snapshot_of(state)), (Possible{.pause = true, .heed_in_use = true}));
}

TEST(Possible, WithoutAWorkerNothingAndWithoutADaemonItsStart) {
    EXPECT_EQ(possible(snapshot_of({{"worker", nullptr}})), Possible{});
    EXPECT_EQ(possible(with_link(Link::Starting)), Possible{});
    EXPECT_EQ(possible(with_link(Link::Offline)), Possible{.start = true});
    EXPECT_EQ(possible(with_link(Link::Refused)), Possible{.start = true});
}

} // namespace
} // namespace framehand::ui
