// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_states.h"
#include "ui/notice.h"

namespace framehand::ui {
namespace {

TEST(Notices, TellOfAFinishedJobByItsName) {
    auto after = test::idle_state();
    after["worker"]["jobs_completed"] = 3;
    const auto notice = Notices::between(snapshot_of(test::working_state()), snapshot_of(after));
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->kind, Notice::Kind::Finished);
    EXPECT_EQ(notice->title.toStdString(), "Sintel is finished");
}

TEST(Notices, TellOfAFailedJobWithItsCause) {
    auto after = test::idle_state();
    after["worker"]["jobs_failed"] = 2;
    after["worker"]["last_error"] = "the video has no pictures";
    const auto notice = Notices::between(snapshot_of(test::working_state()), snapshot_of(after));
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->kind, Notice::Kind::Failed);
    EXPECT_EQ(notice->title.toStdString(), "Sintel failed");
    EXPECT_EQ(notice->text.toStdString(), "the video has no pictures");
}

TEST(Notices, TellOnceThatSomebodyIsNeeded) {
    Snapshot refused;
    refused.link = Link::Refused;
    refused.problem = QStringLiteral("nas_mount_path is not set");
    const auto notice = Notices::between(Snapshot(), refused);
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->kind, Notice::Kind::NeedsAttention);
    EXPECT_EQ(notice->text.toStdString(), "Framehand cannot run: nas_mount_path is not set");
    EXPECT_FALSE(Notices::between(refused, refused));
}

TEST(Notices, SayNothingOfWhatWasBeforeOrStaysTheSame) {
    const auto working = snapshot_of(test::working_state());
    EXPECT_FALSE(Notices::between(Snapshot(), working)) << "jobs of before the app's start";
    EXPECT_FALSE(Notices::between(working, working));
    auto anew = test::idle_state();
    anew["worker"]["jobs_completed"] = 0;
    EXPECT_FALSE(Notices::between(working, snapshot_of(anew))) << "a daemon that began anew";
}

} // namespace
} // namespace framehand::ui
