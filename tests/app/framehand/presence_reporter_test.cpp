// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/presence_reporter.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_senses.h"
#include "tests/support/fake_timers.h"

#include <gmock/gmock.h>

#include <vector>

namespace framehand::desktop {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct Told {
    base::Duration idle;
    std::optional<bool> full_screen;
    bool operator==(const Told&) const = default;
};

class PresenceReporterTest : public testing::Test {
protected:
    /// What is told in this time.
    std::vector<Told> pass(base::Duration time) {
        told.clear();
        timers.advance(time);
        return told;
    }

    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeSenses senses{clock};
    std::vector<Told> told;
    PresenceReporter reporter{
        {senses.input, senses.screen, timers, clock, [this](base::Duration idle, std::optional<bool> full_screen) {
             told.push_back({idle, full_screen});
         }}};
};

TEST_F(PresenceReporterTest, TellsAtOnceAndThenThatNothingHasChanged) {
    reporter.start();
    EXPECT_THAT(told, ElementsAre(Told{3'600s, false}));
    EXPECT_THAT(pass(11s), ElementsAre(Told{3'605s, false}, Told{3'610s, false}));
}

TEST_F(PresenceReporterTest, TellsOfATouchAndOfAFullScreenWithoutWaiting) {
    reporter.start();
    told.clear();
    senses.press_a_key();
    EXPECT_THAT(told, ElementsAre(Told{0ms, false}));
    senses.screen.full = ports::Reading<bool>::known(true);
    EXPECT_THAT(pass(1s), ElementsAre(Told{1s, true}));
    EXPECT_THAT(pass(2s), IsEmpty());
}

TEST_F(PresenceReporterTest, SaysNothingOfWhatItCannotSee) {
    senses.input.why_unknown = "there is no X server";
    reporter.start();
    EXPECT_THAT(pass(60s), IsEmpty());
    senses.input.why_unknown.clear();
    senses.screen.full = ports::Reading<bool>::unknown("there is no X server");
    EXPECT_THAT(pass(1s), ElementsAre(Told{3'661s, std::nullopt}));
}

TEST_F(PresenceReporterTest, IsSilentForADaemonThatSeesItselfAndBeginsAnew) {
    reporter.start();
    reporter.stop();
    told.clear();
    senses.press_a_key();
    EXPECT_THAT(told, IsEmpty());
    EXPECT_THAT(pass(60s), IsEmpty());
    EXPECT_EQ(timers.pending(), 0U);
    reporter.start();
    EXPECT_THAT(told, ElementsAre(Told{60s, false}));
}

} // namespace
} // namespace framehand::desktop
