// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/transcoder_process.h"
#include "tests/support/fake_child_process.h"
#include "tests/support/fake_timers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace framehand::worker {
namespace {

using base::Duration;
using base::ErrorCode;
using testing::HasSubstr;

class TranscoderProcessTest : public testing::Test {
protected:
    TranscoderProcessTest() {
        TranscoderProcess::Callbacks callbacks;
        callbacks.on_progress = [this](const jobs::TranscodeProgress& progress) { percent = progress.percent; };
        callbacks.on_end = [this](base::Result<jobs::PackageManifest> ended) {
            EXPECT_FALSE(result) << "told twice";
            result = std::move(ended);
            fall = process->fall();
            process.reset();
        };
        process = std::make_unique<TranscoderProcess>(launcher, timers, clock,
                                                      TranscoderOptions{"/bin/framehand-transcoder", Duration{300'000}},
                                                      base::Logger(), std::move(callbacks));
        process->start({});
    }

    void say(const jobs::TranscodeEvent& event) { launcher.last().line(base::dump_json(jobs::to_json(event))); }

    static jobs::PackageManifest manifest() {
        jobs::PackageManifest made;
        made.layout = {"0123456789ab", "out", "index.m3u8", {""}, "audio", "text", ""};
        made.files = {{"index.m3u8", 3, std::string(64, 'a')}};
        return made;
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeChildProcessLauncher launcher;
    double percent = -1;
    std::optional<base::Result<jobs::PackageManifest>> result;
    TranscoderProcess::Fall fall = TranscoderProcess::Fall::None;
    std::unique_ptr<TranscoderProcess> process;
};

TEST_F(TranscoderProcessTest, WritesTheSpecAsOneLineAndKeepsTheLifelineOpen) {
    const auto& input = launcher.last().input;
    EXPECT_TRUE(input.ends_with('\n'));
    EXPECT_EQ(std::count(input.begin(), input.end(), '\n'), 1);
    EXPECT_FALSE(launcher.last().input_closed);
    EXPECT_GE(launcher.last().request.max_line_bytes, std::size_t{16} << 20U) << "a long film has many segments";
}

TEST_F(TranscoderProcessTest, TheLimitsOfItsOptionsStandInTheSpec) {
    TranscoderOptions options{"/bin/framehand-transcoder", Duration{300'000}};
    options.limits.limits.memory_bytes = 700'000'000;
    options.limits.confinement = jobs::Confinement::None;
    TranscoderProcess limited(launcher, timers, clock, options, base::Logger(), {});
    limited.start({});
    const auto json = base::parse_json(launcher.last().input, "spec");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["limits"]["memory_bytes"], 700'000'000);
    EXPECT_EQ((*json)["sandbox"], false);
}

TEST_F(TranscoderProcessTest, EndsWithTheManifest) {
    jobs::TranscodeProgress progress;
    progress.percent = 42;
    say(progress);
    EXPECT_DOUBLE_EQ(percent, 42);
    say(jobs::TranscodeDone{manifest()});
    EXPECT_FALSE(result) << "only once the child is gone";
    launcher.last().exit();
    ASSERT_TRUE(result && *result);
    EXPECT_EQ(**result, manifest());
}

TEST_F(TranscoderProcessTest, AManifestCountsEvenIfTheChildThenFalls) {
    say(jobs::TranscodeDone{manifest()});
    launcher.last().crash(11);
    ASSERT_TRUE(result);
    EXPECT_TRUE(*result);
}

TEST_F(TranscoderProcessTest, PassesOnTheChildsOwnError) {
    const auto error = base::fail(ErrorCode::CorruptData, "no video in a.mkv", "EOF");
    say(jobs::TranscodeFailed{error});
    launcher.last().exit(1);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error(), error);
}

TEST_F(TranscoderProcessTest, ACrashIsToldWithItsSignalAndLastWords) {
    launcher.last().crash(6, "terminate called\n");
    ASSERT_TRUE(result && !*result);
    EXPECT_THAT(result->error().message, HasSubstr("signal 6"));
    EXPECT_EQ(result->error().cause, "terminate called");
}

TEST_F(TranscoderProcessTest, AnEndWithoutAResultIsAnError) {
    launcher.last().exit(0);
    ASSERT_TRUE(result && !*result);
    EXPECT_THAT(result->error().message, HasSubstr("without a result (exit code 0)"));
}

TEST_F(TranscoderProcessTest, WhatTaskManagersEndWithoutAWordIsNoFaultOfTheFilm) {
    launcher.last().exit(1);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(fall, TranscoderProcess::Fall::ByOthers);
}

TEST_F(TranscoderProcessTest, AFailureThatWasToldIsNoFall) {
    say(jobs::TranscodeFailed{base::fail(ErrorCode::CorruptData, "no video in a.mkv")});
    launcher.last().exit(1);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(fall, TranscoderProcess::Fall::None);
}

TEST_F(TranscoderProcessTest, FallsAreToldApart) {
    launcher.last().crash(11);
    EXPECT_EQ(fall, TranscoderProcess::Fall::Own);
}

TEST_F(TranscoderProcessTest, AProgramThatCannotBeStartedIsAnError) {
    launcher.last().fail_to_start();
    ASSERT_TRUE(result && !*result);
    EXPECT_THAT(result->error().message, HasSubstr("could not be started"));
}

TEST_F(TranscoderProcessTest, ALineThatIsNoEventEndsIt) {
    for (const auto* line : {"{\"event\": \"dance\"}"}) {
        launcher.last().line(line);
        EXPECT_TRUE(launcher.last().killed);
        launcher.last().crash(9);
        ASSERT_TRUE(result && !*result);
        EXPECT_EQ(result->error().code, ErrorCode::Internal);
        EXPECT_THAT(result->error().text(), HasSubstr("dance"));
    }
}

TEST_F(TranscoderProcessTest, BinaryNoiseEndsIt) {
    launcher.last().line(std::string("\0\xff\xfe{", 4));
    EXPECT_TRUE(launcher.last().killed);
    launcher.last().crash(9);
    EXPECT_FALSE(*result);
}

TEST_F(TranscoderProcessTest, StandingStillForTooLongEndsIt) {
    timers.advance(Duration{299'999});
    EXPECT_FALSE(launcher.last().killed);
    timers.advance(Duration{1});
    EXPECT_TRUE(launcher.last().killed);
    EXPECT_FALSE(result) << "only once the child is gone";
    launcher.last().crash(9);
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error().code, ErrorCode::Timeout);
    EXPECT_EQ(result->error().message, "no progress for 5 min");
}

TEST_F(TranscoderProcessTest, EachKindOfMovementFeedsTheWatchdog) {
    jobs::TranscodeProgress progress;
    for (int i = 1; i <= 3; ++i) {
        timers.advance(Duration{299'000});
        progress.frames += i == 1 ? 1 : 0;
        progress.bytes_written += i == 2 ? 1 : 0;
        progress.phase = i == 3 ? jobs::TranscodeProgress::Phase::Verify : progress.phase;
        say(progress);
    }
    timers.advance(Duration{299'000});
    EXPECT_FALSE(launcher.last().killed);
    progress.fps = 3; // says something, but nothing has moved
    say(progress);
    timers.advance(Duration{2'000});
    EXPECT_TRUE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, AChildThatOthersLeaveNoProcessorIsNotTakenForHung) {
    auto& time = launcher.last().processor_time;
    const auto starve = [&] {
        for (int i = 0; i < 30; ++i) {
            time.waited += Duration{9'500};
            time.used += Duration{200};
            timers.advance(Duration{10'000});
        }
    };
    for (int i = 0; i < 3; ++i) {
        starve();
        EXPECT_FALSE(launcher.last().killed);
    }
    timers.advance(Duration{300'000});
    EXPECT_TRUE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, APauseDoesNotMakeAStarvingChildAHungOne) {
    auto& time = launcher.last().processor_time;
    timers.advance(Duration{150'000});
    time.waited += Duration{140'000};
    timers.advance(Duration{149'999});
    process->pause();
    timers.advance(Duration{1'000'000});
    process->resume();
    timers.advance(Duration{1});
    EXPECT_FALSE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, AChildThatReportsIsNotAskedForItsProcessorTime) {
    for (int i = 1; i < 20; ++i) {
        timers.advance(Duration{100'000});
        jobs::TranscodeProgress progress;
        progress.frames = i;
        say(progress);
    }
    EXPECT_EQ(launcher.last().times_asked, 0);
}

TEST_F(TranscoderProcessTest, AChildThatTurnsInCirclesIsHungEvenIfItsThreadsWaitForEachOther) {
    launcher.last().processor_time = {Duration{600'000}, Duration{5'000'000}};
    timers.advance(Duration{300'000});
    EXPECT_TRUE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, TimeWhilePausedIsNotTheChildsFault) {
    timers.advance(Duration{200'000});
    process->pause();
    process->pause();
    EXPECT_TRUE(launcher.last().paused);
    timers.advance(Duration{100'000'000});
    EXPECT_FALSE(launcher.last().killed);
    process->resume();
    EXPECT_FALSE(launcher.last().paused);
    timers.advance(Duration{99'999});
    EXPECT_FALSE(launcher.last().killed);
    timers.advance(Duration{1});
    EXPECT_TRUE(launcher.last().killed) << "a pause in between does not feed the watchdog";
}

TEST_F(TranscoderProcessTest, WhatItSaidBeforeThePauseCounts) {
    timers.advance(Duration{299'000});
    process->pause();
    jobs::TranscodeProgress progress;
    progress.percent = 7;
    say(progress);
    EXPECT_DOUBLE_EQ(percent, 7);
    process->resume();
    timers.advance(Duration{299'999});
    EXPECT_FALSE(launcher.last().killed);
    timers.advance(Duration{1});
    EXPECT_TRUE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, AChildMayEndWhilePaused) {
    say(jobs::TranscodeDone{manifest()});
    process->pause();
    launcher.last().exit();
    ASSERT_TRUE(result);
    EXPECT_TRUE(*result);
    EXPECT_EQ(timers.pending(), 0U);
}

TEST_F(TranscoderProcessTest, ResumingWhatIsNotPausedDoesNothing) {
    timers.advance(Duration{299'000});
    process->resume();
    timers.advance(Duration{1000});
    EXPECT_TRUE(launcher.last().killed);
}

TEST_F(TranscoderProcessTest, ItsEndIsTheChildsEnd) {
    process.reset();
    EXPECT_TRUE(launcher.last().destroyed);
    EXPECT_FALSE(result);
    EXPECT_EQ(timers.pending(), 0U);
}

} // namespace
} // namespace framehand::worker
