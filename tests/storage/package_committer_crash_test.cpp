// SPDX-License-Identifier: GPL-3.0-or-later
// Stops a commit at every single change that it makes on the disk.
#include "tests/storage/commit_world.h"

#include <gtest/gtest.h>

#include <functional>

namespace framehand::test {
namespace {

using storage::Recovery;

class CommitterCrash : public ::testing::TestWithParam<CommitScenario> {};

/// False if the process got to the end of `work` before that step.
bool killed_at(CommitWorld& world, std::size_t step, const std::function<void()>& work) {
    world.files.kill_at_step(step);
    bool killed = false;
    try {
        work();
    } catch (const ProcessKilled&) {
        killed = true;
    }
    world.files.lift_faults();
    return killed;
}

void expect_recovers(CommitWorld& world) {
    const auto recovery = world.recover();
    ASSERT_TRUE(recovery) << recovery.error().text();
    if (recovery->outcome == Recovery::Outcome::Finished) {
        EXPECT_FALSE(recovery->receipt->cleanup_error);
    } else if (recovery->outcome == Recovery::Outcome::Undone) {
        EXPECT_EQ(world.check_untouched(), "");
    }
}

void expect_commits(CommitWorld& world) {
    const auto receipt = world.commit();
    ASSERT_TRUE(receipt) << receipt.error().text();
    EXPECT_FALSE(receipt->cleanup_error);
    EXPECT_EQ(world.check_published(), "");
    EXPECT_EQ(world.problem, "");
}

TEST_P(CommitterCrash, CommittingAgainFinishesAfterAKillAtEveryStep) {
    bool killed = true;
    for (std::size_t step = 1; killed && !HasFailure(); ++step) {
        SCOPED_TRACE("killed at step " + std::to_string(step));
        CommitWorld world(GetParam());
        world.watch();
        killed = killed_at(world, step, [&] { (void)world.commit(); });
        expect_commits(world);
    }
}

TEST_P(CommitterCrash, RecoveryFinishesOrUndoesAfterAKillAtEveryStep) {
    bool killed = true;
    for (std::size_t step = 1; killed && !HasFailure(); ++step) {
        SCOPED_TRACE("killed at step " + std::to_string(step));
        CommitWorld world(GetParam());
        world.watch();
        killed = killed_at(world, step, [&] { (void)world.commit(); });
        expect_recovers(world);
        expect_commits(world);
    }
}

TEST_P(CommitterCrash, RecoveryItselfMayBeKilledToo) {
    bool first_killed = true;
    for (std::size_t first = 1; first_killed && !HasFailure(); first += 5) {
        bool second_killed = true;
        for (std::size_t second = 1 + first % 3; second_killed && !HasFailure(); second += 3) {
            SCOPED_TRACE("killed at step " + std::to_string(first) + ", then at step " + std::to_string(second));
            CommitWorld world(GetParam());
            world.watch();
            first_killed = killed_at(world, first, [&] { (void)world.commit(); });
            second_killed = killed_at(world, second, [&] { (void)world.recover(); });
            expect_recovers(world);
            expect_commits(world);
        }
    }
}

TEST_P(CommitterCrash, UndoRestoresTheShareExactlyUnlessReadersSeeTheNewPackage) {
    bool killed = true;
    for (std::size_t step = 1; killed && !HasFailure(); ++step) {
        bool undo_killed = true;
        for (std::size_t second = 1 + step % 11; undo_killed && !HasFailure(); second += 11) {
            SCOPED_TRACE("killed at step " + std::to_string(step) + ", undo at step " + std::to_string(second));
            CommitWorld world(GetParam());
            world.watch();
            killed = killed_at(world, step, [&] { (void)world.commit(); });
            undo_killed = killed_at(world, second, [&] { (void)world.undo(); });
            const auto undone = world.undo();
            ASSERT_TRUE(undone) << undone.error().text();
            const auto& index = world.new_package.files.at("index.m3u8");
            if (world.files.content(world.destination / "index.m3u8") == index) {
                EXPECT_EQ(world.check_published(), "");
            } else {
                EXPECT_EQ(world.check_untouched(), "");
            }
            EXPECT_EQ(world.problem, "");
        }
    }
}

TEST_P(CommitterCrash, APowerCutAtEveryStepLosesNothingThatReadersSaw) {
    for (std::uint32_t seed = 0; seed < 3; ++seed) {
        bool killed = true;
        for (std::size_t step = 1; killed && !HasFailure(); ++step) {
            SCOPED_TRACE("power cut at step " + std::to_string(step) + ", seed " + std::to_string(seed));
            CommitWorld world(GetParam());
            world.watch();
            killed = killed_at(world, step, [&] { (void)world.commit(); });
            world.files.lose_power(seed);
            EXPECT_EQ(world.check_readers(), "");
            if (seed % 2 == 0) {
                expect_recovers(world);
            }
            expect_commits(world);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Everywhere, CommitterCrash, ::testing::ValuesIn(commit_scenarios()),
                         [](const auto& scenario) { return scenario.param.name; });

} // namespace
} // namespace framehand::test
