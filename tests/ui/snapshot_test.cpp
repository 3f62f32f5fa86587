// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_states.h"
#include "ui/snapshot.h"

#include <limits>

namespace framehand::ui {
namespace {

using base::Json;

TEST(Snapshot, HoldsWhatTheDaemonTells) {
    auto state = test::paused_state("in_use", 300);
    state["worker"]["pause"]["until"] = "2026-11-21T14:30:00.000Z";
    state["worker"]["ignore_in_use_until"] = "2026-11-21T15:00:00.000Z";
    const auto snapshot = snapshot_of(state);
    EXPECT_EQ(snapshot.link, Link::Online);
    EXPECT_EQ(snapshot.phase, Phase::Paused);
    ASSERT_TRUE(snapshot.job && snapshot.pause);
    EXPECT_EQ(snapshot.job->title, QStringLiteral("Sintel"));
    EXPECT_EQ(snapshot.job->path, QStringLiteral("movies/Sintel.mkv"));
    EXPECT_DOUBLE_EQ(snapshot.job->percent, 43.9);
    EXPECT_DOUBLE_EQ(snapshot.job->eta_sec, 240);
    EXPECT_EQ(snapshot.job->rungs, QStringList({QStringLiteral("1080p"), QStringLiteral("720p")}));
    EXPECT_EQ(snapshot.pause->until.toUTC().time(), QTime(14, 30));
    EXPECT_FALSE(snapshot.pause->by_owner);
    ASSERT_EQ(snapshot.pause->causes.size(), 1U);
    EXPECT_EQ(snapshot.pause->causes[0].id, QStringLiteral("in_use"));
    EXPECT_DOUBLE_EQ(snapshot.pause->causes[0].hold_sec, 300);
    EXPECT_EQ(snapshot.ignore_in_use_until.toUTC().time(), QTime(15, 0));
    EXPECT_EQ(snapshot.jobs_completed, 2U);
    EXPECT_EQ(snapshot.jobs_failed, 1U);
    EXPECT_TRUE(snapshot.orchestrator_reachable);
}

TEST(Snapshot, TakesWhateverAnotherVersionSays) {
    EXPECT_EQ(snapshot_of(Json()).phase, Phase::NoWorker);
    EXPECT_EQ(snapshot_of(Json::array({1})).phase, Phase::NoWorker);
    EXPECT_EQ(snapshot_of(Json{{"worker", 7}}).phase, Phase::NoWorker);
    EXPECT_EQ(snapshot_of(Json{{"worker", Json::object()}}).phase, Phase::Unknown);
    const auto odd = snapshot_of(Json::parse(R"({"worker": {
        "phase": "dreaming", "job": {"percent": 1e9, "fps": -3, "eta_sec": "soon", "rungs": [1, "720p"], "input": 5},
        "pause": {"reasons": [4, {}], "until": "tomorrow"}, "jobs_completed": -4, "orchestrator_reachable": 1}})"));
    EXPECT_EQ(odd.phase, Phase::Unknown);
    ASSERT_TRUE(odd.job && odd.pause);
    EXPECT_DOUBLE_EQ(odd.job->percent, 100);
    EXPECT_DOUBLE_EQ(odd.job->fps, 0);
    EXPECT_DOUBLE_EQ(odd.job->eta_sec, -1);
    EXPECT_EQ(odd.job->rungs, QStringList(QStringLiteral("720p")));
    EXPECT_FALSE(odd.pause->until.isValid());
    EXPECT_EQ(odd.pause->causes.size(), 1U);
    EXPECT_EQ(odd.jobs_completed, 0U);
    EXPECT_FALSE(odd.orchestrator_reachable);
}

TEST(Snapshot, TheTitleOfAVideoIsItsNameForPeople) {
    EXPECT_EQ(title_of(QStringLiteral("movies/Sintel (2010).mkv")), QStringLiteral("Sintel (2010)"));
    EXPECT_EQ(title_of(QStringLiteral("Sintel")), QStringLiteral("Sintel"));
    EXPECT_EQ(title_of(QStringLiteral("a/Mr. Robot")), QStringLiteral("Mr. Robot"));
    EXPECT_EQ(title_of(QStringLiteral("a/.mkv")), QStringLiteral(".mkv"));
    EXPECT_EQ(title_of(QStringLiteral("a/b.c/film.2160p.x265.mp4")), QStringLiteral("film.2160p.x265"));
    EXPECT_EQ(title_of(QStringLiteral("a/two\nlines\t.mkv")), QStringLiteral("two lines"));
    EXPECT_EQ(title_of(QStringLiteral("a/")), QStringLiteral("a/"));
    EXPECT_TRUE(title_of({}).isEmpty());
}

TEST(Snapshot, KnowsHowFarAMeasurementIsAndWhySettingsAreNotInForce) {
    auto state = test::idle_state();
    EXPECT_EQ(snapshot_of(state).measuring, std::nullopt);
    EXPECT_EQ(snapshot_of(state).settings_problem, QString());
    state["measuring"] = {{"encoder", "libx264"}, {"done", 2}, {"of", 9}};
    state["settings_problem"] = "the port is taken";
    EXPECT_EQ(snapshot_of(state).measuring, (MeasuringView{QStringLiteral("libx264"), 2, 9}));
    EXPECT_EQ(snapshot_of(state).settings_problem.toStdString(), "the port is taken");
    state["measuring"] = {{"done", 1e300}, {"of", "many"}};
    EXPECT_EQ(snapshot_of(state).measuring, (MeasuringView{{}, 10'000, 0}));
    state["worker"] = nullptr;
    EXPECT_TRUE(snapshot_of(state).measuring) << "an orchestrator measures, too";
}

} // namespace
} // namespace framehand::ui
