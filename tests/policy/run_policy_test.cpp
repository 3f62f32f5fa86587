// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/run_policy.h"
#include "tests/support/fake_local_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <set>

namespace framehand::policy {
namespace {

using namespace std::chrono_literals;
using base::Duration;
using ports::Reading;
using testing::ElementsAre;

/// A person's desk on which nothing is against work, and time that passes in steps.
class RunPolicyTest : public testing::Test {
protected:
    RunPolicyTest() {
        observed.presence = {steady, Reading<Duration>::known(1h), Reading<bool>::known(false),
                             Reading<bool>::known(false), Reading<bool>::known(true)};
        observed.listed_programs = Reading<std::vector<std::string>>::known({});
        observed.other_cpu_percent = Reading<double>::known(3);
        observed.on_battery = observed.power_saver = observed.metered_network = Reading<bool>::known(false);
        observed.celsius = Reading<double>::known(60);
        observed.free_bytes = Reading<std::uint64_t>::known(100'000'000'000);
        settings.work_hours = settings::parse_week_grid("Mon-Sun 06:00-24:00").value();
    }

    /// The same look at the machine after this time.
    Decision after(Duration time) {
        steady += time;
        wall += time;
        observed.presence.at = steady;
        return now();
    }

    Decision now() {
        auto decided = decide(settings, observed, wishes, work, {wall, steady, local_time}, memory);
        memory = decided.memory;
        return decided.decision;
    }

    std::vector<PauseReason> reasons(const Decision& decision) {
        EXPECT_EQ(decision.verdict == Verdict::Run, decision.causes.empty());
        std::vector<PauseReason> found;
        for (const auto& cause : decision.causes) {
            found.push_back(cause.reason);
        }
        return found;
    }

    void expect_run_before_pause_after(Duration last_run, Duration first_pause) {
        EXPECT_EQ(after(last_run).verdict, Verdict::Run);
        EXPECT_EQ(after(first_pause - last_run).verdict, Verdict::Pause);
    }

    /// The sign is gone now, work goes on after `hold` and no sooner.
    void expect_hold(Duration hold) {
        if (hold > 0ms) {
            EXPECT_EQ(now().verdict, Verdict::Pause);
            EXPECT_EQ(after(hold - 1ms).verdict, Verdict::Pause);
            EXPECT_EQ(after(1ms).verdict, Verdict::Run);
        } else {
            EXPECT_EQ(now().verdict, Verdict::Run);
        }
    }

    settings::Settings settings;
    Observed observed;
    Wishes wishes;
    Work work = Work::Job;
    test::FakeLocalTime local_time{1h};
    base::WallTime wall = std::chrono::sys_days(std::chrono::year(2026) / 11 / 21) + 11h; // Saturday noon
    base::SteadyTime steady{500'000s};
    Memory memory;
};

TEST_F(RunPolicyTest, NothingAgainstItRuns) {
    EXPECT_EQ(now(), Decision{});
}

TEST_F(RunPolicyTest, EveryReasonPausesAloneWithItsOwnWords) {
    struct Case {
        PauseReason reason;
        std::function<void()> sets;
        std::string sentence;
        std::string goes_on;
    };

    settings.other_cpu_time = 0ms;
    const std::vector<Case> cases{
        {PauseReason::ByYou,
         [&] {
             wishes.pause = OwnerPause{PauseWhen::Now, wall, {}};
         },
         "paused by you", "once resumed"},
        {PauseReason::AfterJob,
         [&] {
             wishes.pause = OwnerPause{PauseWhen::AfterJob, wall, {}};
             work = Work::None;
         },
         "paused by you after the last job", "once resumed"},
        {PauseReason::InUse, [&] { observed.presence.idle = Reading<Duration>::known(0ms); },
         "keyboard or mouse in use", "after 5 min without input"},
        {PauseReason::PresenceUnknown,
         [&] { observed.presence.idle = Reading<Duration>::unknown("there is no X server"); },
         "nobody can tell whether this PC is in use (there is no X server)", "once that can be told"},
        {PauseReason::FullScreen, [&] { observed.presence.full_screen = Reading<bool>::known(true); },
         "a program fills the screen", "15 s after it is left"},
        {PauseReason::Game, [&] { observed.presence.game = Reading<bool>::known(true); }, "a game runs",
         "15 s after its end"},
        {PauseReason::Program,
         [&] {
             observed.listed_programs = Reading<std::vector<std::string>>::known({"blender", "vlc"});
         },
         "the program blender runs", "15 s after its end"},
        {PauseReason::OtherLoad, [&] { observed.other_cpu_percent = Reading<double>::known(25.1); },
         "other programs need the CPU (over 25 %)", "30 s after they are done"},
        {PauseReason::OnBattery, [&] { observed.on_battery = Reading<bool>::known(true); }, "on battery",
         "10 s after it is plugged in"},
        {PauseReason::PowerSaver, [&] { observed.power_saver = Reading<bool>::known(true); }, "the power saver is on",
         "10 s after it is switched off"},
        {PauseReason::OutsideHours, [&] { settings.work_hours = settings::WeekGrid(); }, "outside the hours for work",
         "once hours for work are set"},
        {PauseReason::MeteredNetwork, [&] { observed.metered_network = Reading<bool>::known(true); },
         "the network is metered", "10 s after another network is used"},
        {PauseReason::TooHot, [&] { observed.celsius = Reading<double>::known(95.5); },
         "this PC is too hot (over 95 °C)", "1 min after it has cooled down"},
        {PauseReason::LowDisk, [&] { observed.free_bytes = Reading<std::uint64_t>::known(499'999'999); },
         "the disk for unfinished work is nearly full (less than 500.0 MB free)", "10 s after there is space"},
    };
    ASSERT_EQ(cases.size(), kPauseReasons.size());
    std::set<std::string> ids;
    const auto before = std::tuple(settings, observed);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& row = cases.at(i);
        SCOPED_TRACE(to_string(row.reason));
        EXPECT_EQ(row.reason, kPauseReasons.at(i)) << "the order of weight";
        EXPECT_TRUE(ids.emplace(to_string(row.reason)).second);
        row.sets();
        const auto decision = now();
        ASSERT_THAT(reasons(decision), ElementsAre(row.reason));
        EXPECT_EQ(sentence(decision.causes.front()), row.sentence);
        EXPECT_EQ(goes_on(decision.causes.front()), row.goes_on);
        const auto json = to_json(decision.causes.front());
        EXPECT_EQ(json["id"], to_string(row.reason));
        EXPECT_EQ(json["sentence"], row.sentence);
        EXPECT_TRUE(json["until"].is_null());
        EXPECT_EQ(json["hold_sec"], static_cast<double>(decision.causes.front().hold.count()) / 1000);
        std::tie(settings, observed) = before;
        wishes = {};
        work = Work::Job;
        memory = {};
    }
}

TEST_F(RunPolicyTest, AllReasonsAtOnceComeInTheOrderOfTheirWeight) {
    settings.other_cpu_time = 0ms;
    settings.work_hours = settings::WeekGrid();
    wishes.pause = OwnerPause{PauseWhen::Now, wall, {}};
    observed.presence.idle = Reading<Duration>::known(0ms);
    observed.presence.full_screen = observed.presence.game = Reading<bool>::known(true);
    observed.listed_programs = Reading<std::vector<std::string>>::known({"vlc"});
    observed.other_cpu_percent = Reading<double>::known(100);
    observed.on_battery = observed.power_saver = observed.metered_network = Reading<bool>::known(true);
    observed.celsius = Reading<double>::known(105);
    observed.free_bytes = Reading<std::uint64_t>::known(0);
    const auto all = reasons(now());
    EXPECT_TRUE(std::ranges::is_sorted(all));
    EXPECT_EQ(all.size(), kPauseReasons.size() - 2) << "all but those that exclude one that is there";
}

TEST_F(RunPolicyTest, WithoutCourtesyOnlyTheOwnersPauseCounts) {
    settings.courtesy = settings::Courtesy::Off;
    settings.work_hours = settings::WeekGrid();
    observed.presence.idle = Reading<Duration>::known(0ms);
    observed.on_battery = Reading<bool>::known(true);
    EXPECT_EQ(now(), Decision{});
    wishes.pause = OwnerPause{PauseWhen::Now, wall, wall + 1h};
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::ByYou));
}

TEST_F(RunPolicyTest, EachReasonCanBeSwitchedOffAlone) {
    settings.other_cpu_time = 0ms;
    const std::vector<std::pair<std::function<void()>, std::function<void()>>> pairs{
        {[&] { observed.presence.idle = Reading<Duration>::known(0ms); },
         [&] { settings.while_in_use = settings::While::Run; }},
        {[&] { observed.presence.idle = Reading<Duration>::unknown("why"); },
         [&] { settings.while_in_use = settings::While::Run; }},
        {[&] { observed.presence.full_screen = Reading<bool>::known(true); },
         [&] { settings.while_full_screen = settings::While::Run; }},
        {[&] { observed.presence.game = Reading<bool>::known(true); },
         [&] { settings.while_full_screen = settings::While::Run; }},
        {[&] { observed.other_cpu_percent = Reading<double>::known(100); }, [&] { settings.other_cpu_limit = 0; }},
        {[&] { observed.on_battery = Reading<bool>::known(true); },
         [&] { settings.while_on_battery = settings::While::Run; }},
        {[&] { observed.power_saver = Reading<bool>::known(true); },
         [&] { settings.while_power_saver = settings::While::Run; }},
        {[&] { observed.metered_network = Reading<bool>::known(true); },
         [&] { settings.while_metered = settings::While::Run; }},
        {[&] { observed.celsius = Reading<double>::known(120); }, [&] { settings.temperature_limit = 0; }},
        {[&] { observed.free_bytes = Reading<std::uint64_t>::known(0); }, [&] { settings.low_disk_limit = 0; }},
    };
    const auto before = std::tuple(settings, observed);
    for (const auto& [sets, switches_off] : pairs) {
        memory = {};
        sets();
        const auto paused = reasons(now());
        ASSERT_EQ(paused.size(), 1U);
        memory = {};
        switches_off();
        EXPECT_EQ(now(), Decision{}) << to_string(paused.front());
        std::tie(settings, observed) = before;
    }
}

TEST_F(RunPolicyTest, InputPausesAtOnceAndWorkGoesOnAfterTheIdleTime) {
    observed.presence.idle = Reading<Duration>::known(0ms);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::InUse));
    observed.presence.idle = Reading<Duration>::known(5min - 1ms);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::InUse));
    observed.presence.idle = Reading<Duration>::known(5min);
    EXPECT_EQ(now(), Decision{});
    settings.idle_before_work = 10min;
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::InUse));
}

TEST_F(RunPolicyTest, AReportOfInputAgesAndThenIsNone) {
    observed.presence.idle = Reading<Duration>::known(5min - 20s);
    const auto told = steady;
    steady += 19s;
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::InUse));
    steady = told + 20s;
    EXPECT_EQ(now(), Decision{}) << "nothing was told since, so nothing was pressed";
    steady = told + 30s;
    EXPECT_EQ(now(), Decision{});
    steady += 1ms;
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::PresenceUnknown));
    EXPECT_EQ(now().causes.front().detail, "the last report is older than 30 s");
    observed.presence.session = Reading<bool>::known(false);
    EXPECT_EQ(now(), Decision{});
}

TEST_F(RunPolicyTest, WhatUnknownPresenceMeansIsASetting) {
    using settings::PresenceUnknown;
    const auto none = Reading<bool>::unknown("why");
    observed.presence.idle = Reading<Duration>::unknown("why");
    const std::tuple<PresenceUnknown, Reading<bool>, bool> cases[] = {
        {PresenceUnknown::Auto, Reading<bool>::known(true), true},
        {PresenceUnknown::Auto, Reading<bool>::known(false), false},
        {PresenceUnknown::Auto, none, false},
        {PresenceUnknown::InUse, Reading<bool>::known(false), true},
        {PresenceUnknown::InUse, none, true},
        {PresenceUnknown::Idle, Reading<bool>::known(true), false},
    };
    for (const auto& [setting, session, pauses] : cases) {
        settings.presence_unknown = setting;
        observed.presence.session = session;
        EXPECT_EQ(now().verdict == Verdict::Pause, pauses);
    }
}

TEST_F(RunPolicyTest, NothingElseThatIsUnknownPauses) {
    observed = {};
    observed.presence.at = steady;
    EXPECT_EQ(now(), Decision{}) << "a machine that tells nothing, without a session";
}

TEST_F(RunPolicyTest, InputIsIgnoredUntilTheTimeIsOverAndNothingElseIs) {
    observed.presence.idle = Reading<Duration>::known(0ms);
    wishes.ignore_in_use_until = wall + 1h;
    EXPECT_EQ(now(), Decision{});
    EXPECT_EQ(after(1h - 1ms), Decision{});
    observed.on_battery = Reading<bool>::known(true);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::OnBattery));
    EXPECT_THAT(reasons(after(1ms)), ElementsAre(PauseReason::InUse, PauseReason::OnBattery));
}

TEST_F(RunPolicyTest, SignsThatGoMustBeGoneForAWhile) {
    struct Case {
        std::function<void(bool)> sign;
        Duration hold;
    };

    settings.other_cpu_time = 0ms;
    const std::vector<Case> cases{
        {[&](bool on) { observed.presence.full_screen.value = on; }, 15s},
        {[&](bool on) { observed.presence.game.value = on; }, 15s},
        {[&](bool on) { observed.listed_programs.value = std::vector<std::string>(on ? 1 : 0, "vlc"); }, 15s},
        {[&](bool on) { observed.other_cpu_percent.value = on ? 26 : 25; }, 30s},
        {[&](bool on) { observed.on_battery.value = on; }, 10s},
        {[&](bool on) { observed.power_saver.value = on; }, 10s},
        {[&](bool on) { observed.metered_network.value = on; }, 10s},
        {[&](bool on) { observed.celsius.value = on ? 96 : 85; }, 1min},
        {[&](bool on) { observed.free_bytes.value = on ? 0 : 625'000'000; }, 10s},
    };
    for (const auto& [sign, hold] : cases) {
        sign(true);
        EXPECT_EQ(now().verdict, Verdict::Pause);
        sign(false);
        const auto held = now();
        ASSERT_EQ(held.causes.size(), 1U);
        SCOPED_TRACE(sentence(held.causes.front()));
        EXPECT_EQ(held.causes.front().hold, hold);
        EXPECT_EQ(after(hold - 1ms).verdict, Verdict::Pause);
        sign(true);
        EXPECT_EQ(after(1ms).verdict, Verdict::Pause);
        sign(false);
        expect_hold(hold);
        EXPECT_EQ(after(1h).verdict, Verdict::Run);
    }
}

TEST_F(RunPolicyTest, AListedProgramIsNamedAlsoWhileItsEndIsHeld) {
    observed.listed_programs = Reading<std::vector<std::string>>::known({"vlc"});
    (void)now();
    observed.listed_programs = Reading<std::vector<std::string>>::known({});
    EXPECT_EQ(sentence(after(1s).causes.front()), "the program vlc runs");
}

TEST_F(RunPolicyTest, OtherProgramsMayUseTheCpuForAMoment) {
    observed.other_cpu_percent = Reading<double>::known(80);
    EXPECT_EQ(now(), Decision{});
    EXPECT_EQ(after(10s - 1ms), Decision{});
    observed.other_cpu_percent = Reading<double>::known(25);
    EXPECT_EQ(after(1ms), Decision{}) << "a gap begins the count again";
    observed.other_cpu_percent = Reading<double>::known(80);
    EXPECT_EQ(after(1ms), Decision{});
    expect_run_before_pause_after(10s - 1ms, 10s);
    observed.other_cpu_percent = Reading<double>::known(0);
    expect_hold(30s);
}

TEST_F(RunPolicyTest, HeatAndSpaceMustBeClearlyBackBeforeTheHoldBegins) {
    observed.celsius = Reading<double>::known(95.1);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::TooHot));
    observed.celsius = Reading<double>::known(85.1);
    EXPECT_EQ(after(1h).verdict, Verdict::Pause);
    observed.celsius = Reading<double>::known(85);
    expect_hold(1min);
    observed.celsius = Reading<double>::known(95);
    EXPECT_EQ(after(1h).verdict, Verdict::Run) << "below the limit it may rise again";
    observed.free_bytes = Reading<std::uint64_t>::known(499'999'999);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::LowDisk));
    observed.free_bytes = Reading<std::uint64_t>::known(624'999'999);
    EXPECT_EQ(after(1h).verdict, Verdict::Pause);
    observed.free_bytes = Reading<std::uint64_t>::known(625'000'000);
    expect_hold(10s);
    observed.free_bytes = Reading<std::uint64_t>::known(500'000'000);
    EXPECT_EQ(after(1h).verdict, Verdict::Run);
}

TEST_F(RunPolicyTest, ASignThatCanNoLongerBeMeasuredIsGone) {
    observed.on_battery = Reading<bool>::known(true);
    EXPECT_EQ(now().verdict, Verdict::Pause);
    observed.on_battery = Reading<bool>::unknown("UPower went away");
    expect_hold(10s);
}

TEST_F(RunPolicyTest, HoursSayWhenTheyBegin) {
    settings.work_hours = settings::parse_week_grid("Sat-Sun 22:00-07:00").value(); // 12:00 local now
    const auto decision = now();
    ASSERT_THAT(reasons(decision), ElementsAre(PauseReason::OutsideHours));
    EXPECT_EQ(decision.until, wall + 10h);
    EXPECT_EQ(after(10h - 1ms).verdict, Verdict::Pause);
    EXPECT_EQ(after(1ms), Decision{});
    EXPECT_EQ(after(9h - 1ms), Decision{});
    EXPECT_EQ(now().until, std::nullopt);
    const auto over = after(1ms);
    EXPECT_EQ(over.until, wall + 15h);
}

TEST_F(RunPolicyTest, UntilIsTheLatestOfAllAndNoneWhereOneIsOpen) {
    settings.work_hours = settings::parse_week_grid("Sat-Sun 22:00-07:00").value();
    wishes.pause = OwnerPause{PauseWhen::Now, wall, wall + 11h};
    EXPECT_EQ(now().until, wall + 11h);
    wishes.pause->until = wall + 1h;
    EXPECT_EQ(now().until, wall + 10h);
    observed.on_battery = Reading<bool>::known(true);
    EXPECT_EQ(now().until, std::nullopt);
    EXPECT_EQ(now().causes.front().until, wall + 1h);
}

TEST_F(RunPolicyTest, TheOwnersPauseEndsAtItsTime) {
    wishes.pause = OwnerPause{PauseWhen::Now, wall, wall + 15min};
    EXPECT_EQ(now().until, wall + 15min);
    EXPECT_EQ(after(15min - 1ms).verdict, Verdict::Pause);
    EXPECT_EQ(after(1ms), Decision{});
}

TEST_F(RunPolicyTest, FinishThenStopLetsTheJobEndButOtherReasonsPauseItAllTheSame) {
    wishes.pause = OwnerPause{PauseWhen::AfterJob, wall, {}};
    EXPECT_EQ(now(), Decision{});
    observed.presence.idle = Reading<Duration>::known(0ms);
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::InUse));
    observed.presence.idle = Reading<Duration>::known(1h);
    work = Work::None;
    EXPECT_THAT(reasons(now()), ElementsAre(PauseReason::AfterJob));
}

TEST_F(RunPolicyTest, TheSameArgumentsGiveTheSameAnswer) {
    observed.other_cpu_percent = Reading<double>::known(80);
    const Moment moment{wall, steady, local_time};
    const auto first = decide(settings, observed, wishes, work, moment, memory);
    const auto second = decide(settings, observed, wishes, work, moment, memory);
    EXPECT_EQ(first.decision, second.decision);
    EXPECT_EQ(first.memory, second.memory);
    EXPECT_EQ(memory, Memory{});
}

} // namespace
} // namespace framehand::policy
