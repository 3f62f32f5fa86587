// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/courtesy.h"
#include "core/settings/field_table.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_senses.h"
#include "tests/support/fake_timers.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace framehand::policy {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

class CourtesyTest : public testing::Test {
protected:
    CourtesyTest() {
        settings.temp_dir = "/staging";
        files.put_directory("/staging");
    }

    void start(Work work = Work::Job) {
        courtesy = std::make_unique<Courtesy>(
            Courtesy::Parts{{senses.input, senses.screen, senses.game, senses.screen, senses.programs, senses.load,
                             senses.power, senses.network, senses.heat, senses.sleep, senses.local_time},
                            timers,
                            clock,
                            background,
                            files,
                            {}},
            settings);
        courtesy->on_change = [this] { ++changes; };
        courtesy->set_work(work);
        courtesy->start();
    }

    std::vector<PauseReason> reasons() const {
        std::vector<PauseReason> found;
        for (const auto& cause : courtesy->decision().causes) {
            found.push_back(cause.reason);
        }
        return found;
    }

    settings::Settings settings;
    test::FakeClock clock;
    test::FakeTimers timers{clock};
    test::FakeBackground background;
    test::FaultFileSystem files;
    test::FakeSenses senses{clock};
    std::unique_ptr<Courtesy> courtesy;
    int changes = 0;
};

TEST_F(CourtesyTest, AKeyPressPausesWithTheNextTurnOfTheLoopAndIdleTimeEndsThat) {
    start();
    EXPECT_THAT(reasons(), IsEmpty());
    senses.press_a_key();
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    timers.advance(5min - 1s);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    EXPECT_EQ(changes, 1) << "a change is told once";
    timers.advance(1s + settings.courtesy_interval);
    EXPECT_THAT(reasons(), IsEmpty());
    EXPECT_EQ(changes, 2);
}

TEST_F(CourtesyTest, ASourceThatDoesNotTellIsLookedAtInTheInterval) {
    start();
    timers.advance(10s);
    senses.input.last = clock.steady();
    timers.advance(settings.courtesy_interval);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
}

TEST_F(CourtesyTest, WithoutAJobItLooksSeldomAndWithOneOftenAgain) {
    start(Work::None);
    timers.advance(0ms);
    EXPECT_EQ(senses.input.looks, Courtesy::kWithoutJob);
    const auto before = senses.input.reports;
    timers.advance(10s);
    EXPECT_EQ(senses.input.reports - before, 5);
    courtesy->set_work(Work::Job);
    timers.advance(0ms);
    EXPECT_EQ(senses.input.looks, settings.courtesy_interval);
    const auto with_job = senses.input.reports;
    const auto asked = senses.programs.asked;
    timers.advance(10s);
    EXPECT_EQ(senses.input.reports - with_job, 20);
    EXPECT_EQ(senses.programs.asked - asked, 10) << "no more than once a second";
}

TEST_F(CourtesyTest, EverySenseReachesTheDecision) {
    settings.pause_for_programs = {"blender"};
    settings.other_cpu_time = 0ms;
    start();
    const auto yes = ports::Reading<bool>::known(true);
    senses.game.runs = yes;
    test::FakeSenses::tell(senses.game.on_change);
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::Game));
    senses.power.battery = senses.power.saver = yes;
    test::FakeSenses::tell(senses.power.on_change);
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::Game, PauseReason::OnBattery, PauseReason::PowerSaver));
    senses.network.costs = yes;
    test::FakeSenses::tell(senses.network.on_change);
    timers.advance(0ms);
    EXPECT_EQ(reasons().back(), PauseReason::MeteredNetwork);
    senses.screen.full = yes;
    senses.programs.runs = "blender";
    senses.load.now = ports::Reading<double>::known(50);
    senses.heat.now = ports::Reading<double>::known(99);
    senses.input.why_unknown = "no server";
    timers.advance(1s);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::PresenceUnknown, PauseReason::FullScreen, PauseReason::Game,
                                       PauseReason::Program, PauseReason::OtherLoad, PauseReason::OnBattery,
                                       PauseReason::PowerSaver, PauseReason::MeteredNetwork, PauseReason::TooHot));
}

TEST_F(CourtesyTest, InputThatCannotBeSeenForLongIsStillUnknownAndNothingElseGrowsOld) {
    senses.input.why_unknown = "no server";
    senses.screen.session = ports::Reading<bool>::known(false);
    start();
    timers.advance(1h);
    EXPECT_THAT(reasons(), IsEmpty());
    senses.game.runs = ports::Reading<bool>::known(true);
    test::FakeSenses::tell(senses.game.on_change);
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::Game));
}

TEST_F(CourtesyTest, WhatSomebodyInTheSessionReportsCountsUntilItIsOld) {
    senses.input.why_unknown = "no server";
    start();
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::PresenceUnknown));
    courtesy->report_presence(1h, {});
    EXPECT_THAT(reasons(), IsEmpty());
    courtesy->report_presence(0ms, {});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    courtesy->report_presence(1h, true);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::FullScreen));
    courtesy->report_presence(1h, false);
    timers.advance(settings.activity_hold + 1s);
    EXPECT_THAT(reasons(), IsEmpty());
    timers.advance(settings.presence_max_age);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::PresenceUnknown));
    EXPECT_EQ(courtesy->decision().causes.front().detail, "the last report of input is old");
    senses.game.runs = ports::Reading<bool>::known(true);
    timers.advance(1s);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::PresenceUnknown, PauseReason::Game)) << "what is seen here counts";
}

TEST_F(CourtesyTest, OfAReportAndTheOwnSensesTheOneCountsThatSawMore) {
    start();
    courtesy->report_presence(1min, {});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    courtesy->report_presence(2h, false);
    EXPECT_THAT(reasons(), IsEmpty());
    senses.screen.full = ports::Reading<bool>::known(true);
    senses.press_a_key();
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse, PauseReason::FullScreen));
}

TEST_F(CourtesyTest, TheDiskIsAskedNowAndThenAwayFromTheLoop) {
    files.set_capacity("/staging", 400'000'000);
    start();
    EXPECT_THAT(reasons(), IsEmpty()) << "it has not answered";
    EXPECT_EQ(background.waiting(), 1U);
    timers.advance(1min);
    EXPECT_EQ(background.waiting(), 1U) << "a disk that hangs is not asked again";
    background.run_all();
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::LowDisk));
    files.set_capacity("/staging", 900'000'000);
    timers.advance(Courtesy::kDisk);
    background.run_all();
    timers.advance(settings.condition_hold + 1s);
    EXPECT_THAT(reasons(), IsEmpty());
}

TEST_F(CourtesyTest, WishesAreDecidedAtOnce) {
    start();
    courtesy->set_owner_pause(OwnerPause{PauseWhen::Now, clock.wall(), {}});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::ByYou));
    courtesy->set_owner_pause({});
    EXPECT_THAT(reasons(), IsEmpty());
    senses.press_a_key();
    timers.advance(0ms);
    courtesy->ignore_in_use(1h);
    EXPECT_THAT(reasons(), IsEmpty());
    EXPECT_EQ(courtesy->wishes().ignore_in_use_until, clock.wall() + 1h);
    timers.advance(59min);
    senses.press_a_key();
    timers.advance(1min);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    EXPECT_EQ(courtesy->wishes().ignore_in_use_until, std::nullopt);
    courtesy->ignore_in_use(1h);
    courtesy->ignore_in_use({});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
}

TEST_F(CourtesyTest, APauseDoesNotWaitForTheSensesWhichAreLookedAtSoonAfter) {
    start();
    const auto reports = senses.input.reports;
    courtesy->set_owner_pause(OwnerPause{PauseWhen::Now, clock.wall(), {}});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::ByYou));
    EXPECT_EQ(senses.input.reports, reports);
    timers.advance(0ms);
    EXPECT_GT(senses.input.reports, reports);
}

TEST_F(CourtesyTest, TellsWhenInputCountsAgainThoughNothingElseChanges) {
    for (const settings::Courtesy setting : {settings::Courtesy::On, settings::Courtesy::Off}) {
        settings.courtesy = setting;
        start();
        courtesy->ignore_in_use(1h);
        changes = 0;
        timers.advance(1h);
        EXPECT_EQ(changes, 1);
        EXPECT_EQ(courtesy->wishes().ignore_in_use_until, std::nullopt);
    }
}

TEST_F(CourtesyTest, AClockThatIsSetBackDoesNotIgnoreInputForLonger) {
    start();
    courtesy->ignore_in_use(1h);
    clock.jump_wall(-5h);
    timers.advance(1h);
    EXPECT_EQ(courtesy->wishes().ignore_in_use_until, std::nullopt);
}

TEST_F(CourtesyTest, FinishThenStopStopsOnceTheJobIsDone) {
    start();
    courtesy->set_owner_pause(OwnerPause{PauseWhen::AfterJob, clock.wall(), {}});
    EXPECT_THAT(reasons(), IsEmpty());
    courtesy->set_work(Work::None);
    EXPECT_THAT(reasons(), IsEmpty()) << "never from inside";
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::AfterJob));
}

TEST_F(CourtesyTest, SwitchedOffItLooksAtNothingButObeys) {
    settings.courtesy = settings::Courtesy::Off;
    start();
    senses.press_a_key();
    timers.advance(1min);
    EXPECT_EQ(senses.input.reports, 0);
    EXPECT_EQ(timers.pending(), 0U);
    EXPECT_EQ(background.waiting(), 0U);
    courtesy->set_owner_pause(OwnerPause{PauseWhen::Now, clock.wall(), {}});
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::ByYou));
}

struct LiveChange {
    const char* key;
    const char* value;
    /// Brings the machine to where the setting matters. The clock stands still afterwards.
    void (*prepare)(test::FakeSenses& senses, test::FakeTimers& timers, Courtesy& courtesy);
    std::vector<PauseReason> before;
    std::vector<PauseReason> after;
};

class CourtesyAppliesAtOnce : public CourtesyTest, public testing::WithParamInterface<LiveChange> {};

const auto kYes = ports::Reading<bool>::known(true);
const auto kNo = ports::Reading<bool>::known(false);

const LiveChange kLiveChanges[] = {
    {"courtesy", "off", [](auto& senses, auto&, auto&) { senses.press_a_key(); }, {PauseReason::InUse}, {}},
    {"work_hours", "never", [](auto&, auto&, auto&) {}, {}, {PauseReason::OutsideHours}},
    {"while_in_use", "run", [](auto& senses, auto&, auto&) { senses.press_a_key(); }, {PauseReason::InUse}, {}},
    {"idle_before_work",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.press_a_key();
         timers.advance(2s);
     },
     {PauseReason::InUse},
     {}},
    {"presence_unknown",
     "idle",
     [](auto& senses, auto&, auto&) { senses.input.why_unknown = "no server"; },
     {PauseReason::PresenceUnknown},
     {}},
    {"presence_max_age",
     "10s",
     [](auto& senses, auto& timers, auto& courtesy) {
         senses.input.why_unknown = "no server";
         courtesy.report_presence(1h, {});
         timers.advance(20s);
     },
     {},
     {PauseReason::PresenceUnknown}},
    {"while_full_screen",
     "run",
     [](auto& senses, auto&, auto&) { senses.screen.full = kYes; },
     {PauseReason::FullScreen},
     {}},
    {"pause_for_programs",
     "vlc",
     [](auto& senses, auto&, auto&) { senses.programs.runs = "vlc"; },
     {},
     {PauseReason::Program}},
    {"activity_hold",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.game.runs = kYes;
         timers.advance(1s);
         senses.game.runs = kNo;
         timers.advance(5s);
     },
     {PauseReason::Game},
     {}},
    {"other_cpu_limit",
     "0",
     [](auto& senses, auto& timers, auto&) {
         senses.load.now = ports::Reading<double>::known(50);
         timers.advance(12s);
     },
     {PauseReason::OtherLoad},
     {}},
    {"other_cpu_time",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.load.now = ports::Reading<double>::known(50);
         timers.advance(5s);
     },
     {},
     {PauseReason::OtherLoad}},
    {"other_cpu_hold",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.load.now = ports::Reading<double>::known(50);
         timers.advance(12s);
         senses.load.now = ports::Reading<double>::known(2);
         timers.advance(5s);
     },
     {PauseReason::OtherLoad},
     {}},
    {"while_on_battery",
     "run",
     [](auto& senses, auto&, auto&) { senses.power.battery = kYes; },
     {PauseReason::OnBattery},
     {}},
    {"while_power_saver",
     "run",
     [](auto& senses, auto&, auto&) { senses.power.saver = kYes; },
     {PauseReason::PowerSaver},
     {}},
    {"while_metered",
     "run",
     [](auto& senses, auto&, auto&) { senses.network.costs = kYes; },
     {PauseReason::MeteredNetwork},
     {}},
    {"condition_hold",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.power.battery = kYes;
         timers.advance(1s);
         senses.power.battery = kNo;
         timers.advance(5s);
     },
     {PauseReason::OnBattery},
     {}},
    {"temperature_limit",
     "0",
     [](auto& senses, auto&, auto&) { senses.heat.now = ports::Reading<double>::known(99); },
     {PauseReason::TooHot},
     {}},
    {"temperature_margin",
     "1",
     [](auto& senses, auto& timers, auto&) {
         senses.heat.now = ports::Reading<double>::known(99);
         timers.advance(2s);
         senses.heat.now = ports::Reading<double>::known(90);
         timers.advance(2min);
     },
     {PauseReason::TooHot},
     {}},
    {"temperature_hold",
     "1s",
     [](auto& senses, auto& timers, auto&) {
         senses.heat.now = ports::Reading<double>::known(99);
         timers.advance(2s);
         senses.heat.now = ports::Reading<double>::known(50);
         timers.advance(10s);
     },
     {PauseReason::TooHot},
     {}},
    {"low_disk_limit", "0", [](auto&, auto&, auto&) {}, {PauseReason::LowDisk}, {}},
};

TEST_P(CourtesyAppliesAtOnce, WithoutWaitingForAnything) {
    const LiveChange& change = GetParam();
    if (change.key == std::string("low_disk_limit")) {
        files.set_capacity("/staging", 400'000'000);
    }
    start();
    background.run_all();
    change.prepare(senses, timers, *courtesy);
    timers.advance(2s);
    ASSERT_EQ(reasons(), change.before);
    ASSERT_TRUE(settings::find_field(change.key)->parse(settings, change.value, {}));
    courtesy->apply(settings);
    EXPECT_EQ(reasons(), change.after);
    timers.advance(2s);
    EXPECT_EQ(reasons(), change.after) << "and it stays so";
}

INSTANTIATE_TEST_SUITE_P(EverySetting, CourtesyAppliesAtOnce, testing::ValuesIn(kLiveChanges),
                         [](const auto& of) { return std::string(of.param.key); });

TEST(CourtesySettings, EachOneThatAppliesAtOnceIsInTheTable) {
    for (const auto& field : settings::fields()) {
        // Of these two tests of their own tell: how often is looked, and what the worker does.
        if (field.group != settings::Group::When || field.key == "courtesy_interval" || field.key == "keep_awake") {
            continue;
        }
        EXPECT_EQ(field.applies, settings::Applies::AtOnce) << field.key;
        EXPECT_EQ(std::ranges::count(kLiveChanges, field.key,
                                     [](const LiveChange& one) { return std::string_view(one.key); }),
                  1)
            << field.key;
    }
}

TEST_F(CourtesyTest, ANewIntervalHoldsAtOnce) {
    start();
    settings.courtesy_interval = 5s;
    courtesy->apply(settings);
    EXPECT_EQ(senses.input.looks, 5s);
    const auto before = senses.input.reports;
    timers.advance(10s);
    EXPECT_EQ(senses.input.reports - before, 2);
}

TEST_F(CourtesyTest, OtherSettingsDoNotCutTheTimeShortForWhichASignThatWentIsWaitedFor) {
    start();
    senses.power.battery = kYes;
    timers.advance(1s);
    senses.power.battery = kNo;
    timers.advance(1s);
    settings.work_hours = settings::WeekGrid::always();
    settings.while_metered = settings::While::Run;
    courtesy->apply(settings);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::OnBattery));
}

TEST_F(CourtesyTest, SwitchedOffAndOnAgainItLooksAgain) {
    start();
    settings.courtesy = settings::Courtesy::Off;
    courtesy->apply(settings);
    senses.press_a_key();
    timers.advance(1min);
    EXPECT_THAT(reasons(), IsEmpty());
    settings.courtesy = settings::Courtesy::On;
    courtesy->apply(settings);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
    EXPECT_EQ(senses.input.looks, settings.courtesy_interval);
    timers.advance(6min);
    senses.press_a_key();
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse)) << "the senses are heard again";
}

TEST_F(CourtesyTest, WakingFromSleepIsLookedAtAtOnce) {
    start(Work::None);
    senses.input.last = clock.steady();
    test::FakeSenses::tell(senses.sleep.on_wake);
    timers.advance(0ms);
    EXPECT_THAT(reasons(), ElementsAre(PauseReason::InUse));
}

TEST_F(CourtesyTest, AfterItsEndTheSensesCallNobody) {
    start();
    courtesy.reset();
    senses.press_a_key();
    EXPECT_EQ(timers.pending(), 0U);
}

} // namespace
} // namespace framehand::policy
