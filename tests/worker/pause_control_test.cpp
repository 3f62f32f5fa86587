// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause_control.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace framehand::worker {
namespace {

using base::Duration;

constexpr Duration kQuarter{900'000};

class PauseControlTest : public testing::Test {
protected:
    PauseControlTest() { start(); }

    void start() {
        control = std::make_unique<PauseControl>(files, "/data", timers, background, clock, base::Logger());
        control->on_change = [this] { ++changes; };
        control->load();
    }

    void pause(std::optional<Duration> time = {}) { control->pause(policy::PauseWhen::Now, time); }

    /// Once the disk has done all that it was asked.
    [[nodiscard]] bool remembered() {
        background.run_all();
        return on_disk();
    }

    [[nodiscard]] bool on_disk() const { return files.content("/data/pause.json").has_value(); }

    void break_disk() {
        files.fail({1, base::ErrorCode::NoSpace, test::FaultFileSystem::When::Before,
                    test::FaultFileSystem::Until::Lifted, "/data"});
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeBackground background;
    test::FaultFileSystem files;
    int changes = 0;
    std::unique_ptr<PauseControl> control;
};

TEST_F(PauseControlTest, HoldsUntilResumed) {
    EXPECT_FALSE(control->current());
    pause();
    ASSERT_TRUE(control->current());
    EXPECT_EQ(control->current()->since, clock.wall());
    EXPECT_FALSE(control->current()->until);
    EXPECT_EQ(changes, 1);
    timers.advance(kQuarter * 1000);
    EXPECT_TRUE(control->current());
    control->resume();
    EXPECT_FALSE(control->current());
    EXPECT_FALSE(remembered());
    control->resume();
    EXPECT_EQ(changes, 2);
}

TEST_F(PauseControlTest, EndsWhenItsTimeIsOver) {
    pause(kQuarter);
    timers.advance(kQuarter - Duration{1});
    EXPECT_TRUE(control->current());
    timers.advance(Duration{1});
    EXPECT_FALSE(control->current());
    EXPECT_EQ(changes, 2);
    EXPECT_FALSE(remembered());
    EXPECT_EQ(timers.pending(), 0U);
}

TEST_F(PauseControlTest, ANewTimeReplacesTheOld) {
    pause(kQuarter);
    timers.advance(kQuarter / 2);
    pause(kQuarter);
    timers.advance(kQuarter - Duration{1});
    EXPECT_TRUE(control->current());
    pause();
    timers.advance(kQuarter * 100);
    EXPECT_TRUE(control->current());
}

TEST_F(PauseControlTest, SurvivesARestart) {
    control->pause(policy::PauseWhen::AfterJob, kQuarter);
    const auto before = control->current();
    control.reset();
    clock.advance(kQuarter / 3);
    start();
    EXPECT_EQ(control->current(), before);
    timers.advance(kQuarter - kQuarter / 3);
    EXPECT_FALSE(control->current());
}

TEST_F(PauseControlTest, OneWhoseTimeIsOverIsForgottenAtTheNextStart) {
    pause(kQuarter);
    control.reset();
    clock.advance(kQuarter);
    start();
    EXPECT_FALSE(control->current());
    EXPECT_FALSE(remembered());
}

TEST_F(PauseControlTest, SleepOfTheMachineCounts) {
    pause(kQuarter);
    clock.jump_wall(kQuarter); // timers stood still meanwhile
    timers.advance(Duration{30'000});
    EXPECT_FALSE(control->current());
}

TEST_F(PauseControlTest, AClockThatIsSetBackDoesNotMakeItLonger) {
    pause(kQuarter);
    clock.jump_wall(-kQuarter * 1000);
    timers.advance(kQuarter);
    EXPECT_FALSE(control->current());

    pause(kQuarter);
    control.reset();
    clock.jump_wall(-kQuarter * 1000);
    start();
    EXPECT_TRUE(control->current());
    timers.advance(kQuarter);
    EXPECT_FALSE(control->current());
}

TEST_F(PauseControlTest, HoldsBeforeTheDiskIsAskedAnything) {
    control->on_change = [this] {
        ++changes;
        EXPECT_TRUE(control->current());
        EXPECT_EQ(background.waiting(), 0U);
    };
    const auto calls = files.calls();
    pause();
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(files.calls(), calls) << "by the thread that everything waits for";
    EXPECT_EQ(background.waiting(), 1U);
    EXPECT_TRUE(remembered());
}

TEST_F(PauseControlTest, OneWriteRunsAtATimeAndTheNewestStateIsTheLast) {
    pause();
    control->resume();
    pause(kQuarter);
    control->resume();
    pause(kQuarter * 2);
    EXPECT_EQ(background.waiting(), 1U);
    std::vector<std::string> written;
    files.on_step([&](const auto&) {
        if (const auto now = files.content("/data/pause.json"); now && (written.empty() || written.back() != *now)) {
            written.push_back(*now);
        }
    });
    const auto last = control->current();
    background.run_all();
    EXPECT_EQ(written.size(), 2U) << "states that are past already are not written";
    files.on_step({});
    start();
    EXPECT_EQ(control->current(), last);

    pause();
    control->resume();
    EXPECT_FALSE(remembered());
}

TEST_F(PauseControlTest, TheLastStateIsWrittenBeforeTheEnd) {
    pause();
    control.reset();
    EXPECT_TRUE(on_disk());
    start();
    control->resume();
    pause(kQuarter);
    control->resume();
    control->stop();
    EXPECT_FALSE(on_disk());
    EXPECT_EQ(background.waiting(), 0U);
}

TEST_F(PauseControlTest, AKillBeforeTheWriteBringsBackTheStateBefore) {
    pause();
    background.run_all();
    const auto before = control->current();
    clock.advance(kQuarter);
    control->resume();
    background.abandon();
    test::FaultFileSystem::Failure gone;
    gone.until = test::FaultFileSystem::Until::Lifted;
    files.fail(gone); // the dead write nothing
    control.reset();
    files.lift_faults();
    start();
    EXPECT_EQ(control->current(), before);
}

TEST_F(PauseControlTest, HoldsAlsoWhenTheDiskIsFullWhichIsTriedAgain) {
    break_disk();
    pause();
    EXPECT_FALSE(remembered());
    EXPECT_TRUE(control->current());
    EXPECT_EQ(changes, 1);
    EXPECT_EQ(background.waiting(), 0U) << "not again and again";
    files.lift_faults();
    pause(kQuarter);
    EXPECT_TRUE(remembered());

    break_disk();
    control->resume();
    background.run_all();
    files.lift_faults();
    EXPECT_TRUE(on_disk());
    control->stop();
    EXPECT_FALSE(on_disk());
}

TEST_F(PauseControlTest, AFileThatCannotBeReadIsSetAside) {
    for (const auto* text : {"{", "{}", R"({"version": 2, "reason": "by_you", "since_ms": 1})",
                             R"({"version": 1, "reason": "by_moon", "since_ms": 1})"}) {
        SCOPED_TRACE(text);
        background.run_all();
        files.put_file("/data/pause.json", text);
        start();
        EXPECT_FALSE(control->current());
        EXPECT_FALSE(remembered());
        EXPECT_EQ(files.content("/data/pause.corrupt.json"), text);
    }
}

} // namespace
} // namespace framehand::worker
