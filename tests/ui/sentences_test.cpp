// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_states.h"
#include "ui/sentences.h"

#include <gmock/gmock.h>

#include <set>

namespace framehand::ui {
namespace {

using base::Json;

std::string summary(const Snapshot& snapshot) {
    return Sentences::summary(snapshot, test::noon()).toStdString();
}

std::string summary(const Json& state) {
    return summary(snapshot_of(state));
}

/// In the time of this place.
std::string at(int hour, int minute) {
    return QDateTime(QDate(2026, 11, 21), QTime(hour, minute)).toUTC().toString(Qt::ISODateWithMs).toStdString();
}

TEST(Sentences, AJobIsToldWithItsProgress) {
    EXPECT_EQ(summary(test::working_state()), "Transcoding Sintel, 43 %, 87 fps, 4 min left");
    auto early = test::working_state();
    early["worker"]["job"]["fps"] = 0;
    early["worker"]["job"]["eta_sec"] = -1;
    EXPECT_EQ(summary(early), "Transcoding Sintel, 43 %");
    EXPECT_EQ(summary(test::with_phase("preparing")), "Preparing Sintel");
    EXPECT_EQ(summary(test::with_phase("committing")), "Copying Sintel to its place");
    EXPECT_EQ(summary(test::with_phase("reporting")), "Reporting the end of Sintel");
}

TEST(Sentences, AHundredPercentAreNotSaidBeforeTheEnd) {
    JobView job;
    job.percent = 99.99;
    EXPECT_EQ(Sentences::percent(job).toStdString(), "99 %");
    job.fps = 3.14;
    EXPECT_EQ(Sentences::fps(job).toStdString(), "3.1 fps");
    job.speed = 0.24;
    EXPECT_EQ(Sentences::speed(job).toStdString(), "0.2 times as fast as it plays");
    EXPECT_TRUE(Sentences::time_left(job).isEmpty()) << "unknown";
}

TEST(Sentences, APauseOfYoursSaysItsEnd) {
    auto state = test::paused_state("by_you");
    EXPECT_EQ(summary(state), "Paused by you until you resume");
    state["worker"]["pause"]["until"] = at(14, 30);
    EXPECT_EQ(summary(state), "Paused by you until 14:30");
    EXPECT_EQ(Sentences::next(snapshot_of(state), test::noon()).toStdString(), "Until 14:30");
    auto snapshot = snapshot_of(state);
    snapshot.pause->until = test::noon().addDays(1);
    EXPECT_EQ(summary(snapshot), "Paused by you until tomorrow, 12:00");
    snapshot.pause->until = test::noon().addDays(7);
    EXPECT_EQ(summary(snapshot), "Paused by you until 28/11/2026 12:00");
}

TEST(Sentences, EachReasonToWaitSaysWhyAndWhatMakesItGoOn) {
    struct Row {
        const char* id;
        double hold_sec;
        const char* detail;
        const char* words;
    };

    const Row rows[] = {
        {"in_use", 300, "", "Waiting: you are using this PC. Goes on after 5 min without input"},
        {"presence_unknown", 0, "",
         "Waiting: nobody can tell whether this PC is in use. Goes on once it can be told whether this PC is in use"},
        {"full_screen", 15, "", "Waiting: a program fills the screen. Goes on 15 s after the full screen is left"},
        {"game", 15, "", "Waiting: a game runs. Goes on 15 s after the game ends"},
        {"program", 0, "blender", "Waiting: blender runs. Goes on after the program ends"},
        {"other_load", 30, "",
         "Waiting: other programs need the processor. Goes on 30 s after the other programs are done"},
        {"on_battery", 10, "", "Waiting: on battery. Goes on 10 s after this PC is plugged in"},
        {"power_saver", 10, "", "Waiting: the power saver is on. Goes on 10 s after the power saver is switched off"},
        {"outside_hours", 0, "", "Waiting: outside the hours for work. Goes on once hours for work are set"},
        {"metered_network", 10, "", "Waiting: the network is metered. Goes on 10 s after another network is used"},
        {"too_hot", 60, "over 95 °C",
         "Waiting: this PC is too hot (over 95 °C). Goes on 1 min after this PC has cooled down"},
        {"low_disk", 10, "",
         "Waiting: the disk for unfinished work is nearly full. Goes on 10 s after there is space on the disk"},
        {"a reason of the future", 0, "", "Waiting: the daemon's sentence. Goes on: when it says so"},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(summary(test::paused_state(row.id, row.hold_sec, row.detail)), row.words);
    }
}

TEST(Sentences, SeveralReasonsAreAllNamedAndTheHeaviestSaysHowItEnds) {
    auto state = test::paused_state("in_use", 300);
    state["worker"]["pause"]["reasons"].push_back({{"id", "on_battery"}, {"hold_sec", 10}});
    EXPECT_EQ(summary(state), "Waiting: you are using this PC; on battery. Goes on after 5 min without input");
}

TEST(Sentences, HoursForWorkSayUntilWhen) {
    auto state = test::paused_state("outside_hours");
    state["worker"]["pause"]["until"] = at(22, 0);
    EXPECT_EQ(summary(state), "Waiting: outside the hours for work. Until 22:00");
}

TEST(Sentences, APauseToComeIsSaid) {
    auto state = test::paused_state("by_you");
    state["worker"]["phase"] = "transcoding";
    state["worker"]["pause"]["after_job"] = true;
    EXPECT_EQ(Sentences::next(snapshot_of(state), test::noon()).toStdString(), "Then paused until you resume");
    EXPECT_TRUE(summary(state).starts_with("Transcoding Sintel, 43 %"));
    auto copying = test::paused_state("in_use", 300);
    copying["worker"]["phase"] = "committing";
    EXPECT_EQ(Sentences::next(snapshot_of(copying), test::noon()).toStdString(), "Then it pauses");
}

TEST(Sentences, WithoutAJobItSaysWhatItIsReadyFor) {
    EXPECT_EQ(summary(test::idle_state()), "Ready, there is no job");
    auto away = test::idle_state();
    away["worker"]["orchestrator_reachable"] = false;
    EXPECT_EQ(summary(away), "Waiting: the orchestrator at http://127.0.0.1:8787 does not answer");
    auto starting = test::idle_state();
    starting["worker"]["phase"] = "starting";
    EXPECT_EQ(summary(starting), "Finding out what this PC can do");
    EXPECT_EQ(summary(Json{{"worker", nullptr}}), "This PC hands out jobs and takes none itself");
}

TEST(Sentences, WhatNeedsSomebodyIsNamed) {
    auto share = test::idle_state();
    share["worker"]["phase"] = "not_ready";
    share["worker"]["reason"] = "the share is not mounted: /mnt/nas";
    EXPECT_EQ(summary(share), "Cannot work: the share is not mounted: /mnt/nas");
    Snapshot refused;
    refused.link = Link::Refused;
    refused.problem = QStringLiteral("nas_mount_path is not set");
    EXPECT_EQ(summary(refused), "Framehand cannot run: nas_mount_path is not set");
    Snapshot off;
    EXPECT_EQ(summary(off), "Framehand is starting");
    off.link = Link::Offline;
    EXPECT_EQ(summary(off), "Framehand does not run");
}

} // namespace
} // namespace framehand::ui
