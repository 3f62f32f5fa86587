// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/awake_keeper.h"
#include "tests/support/fake_senses.h"

#include <gtest/gtest.h>

namespace framehand::worker {
namespace {

TEST(AwakeKeeper, KeepsAwakeExactlyWhileAJobReallyRuns) {
    test::FakeSenses::Sleep sleep;
    AwakeKeeper keeper(sleep);
    WorkerState state;
    const std::pair<WorkerPhase, int> steps[] = {
        {WorkerPhase::Starting, 0},  {WorkerPhase::Connecting, 0},  {WorkerPhase::Idle, 0},
        {WorkerPhase::Preparing, 1}, {WorkerPhase::Transcoding, 1}, {WorkerPhase::Transcoding, 1},
        {WorkerPhase::Paused, 0},    {WorkerPhase::Transcoding, 1}, {WorkerPhase::Committing, 1},
        {WorkerPhase::Reporting, 0}, {WorkerPhase::NotReady, 0},    {WorkerPhase::Preparing, 1},
        {WorkerPhase::Stopped, 0},
    };
    for (const auto& [phase, holds] : steps) {
        state.phase = phase;
        keeper.follow(state);
        EXPECT_EQ(sleep.holds, holds) << to_string(phase);
    }
}

} // namespace
} // namespace framehand::worker
