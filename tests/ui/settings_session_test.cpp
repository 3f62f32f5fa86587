// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "ui/settings/settings_session.h"

#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using base::ErrorCode;
using State = SettingsSession::State;

class SettingsSessionTest : public testing::Test {
protected:
    void load() {
        session.load();
        fake.answer_settings();
        ASSERT_EQ(session.state(), State::Ready);
    }

    void type(const std::string& key, const char* text) { session.set(key, QString::fromUtf8(text)); }

    test::FakeServices fake{"# mine\nthreads: 2\nsync_interval: 10s\n"};
    SettingsSession session{fake.daemon, fake.timers};
};

TEST_F(SettingsSessionTest, ReadsWhatTheDaemonDescribes) {
    EXPECT_EQ(session.state(), State::Loading);
    load();
    EXPECT_EQ(session.draft().value("threads").toStdString(), "2");
    EXPECT_FALSE(session.can_apply());
}

TEST_F(SettingsSessionTest, SaysWhyTheSettingsCannotBeRead) {
    session.load();
    fake.daemon.answer("settings.describe", base::fail(ErrorCode::Unavailable, "no daemon runs"));
    EXPECT_EQ(session.state(), State::Unavailable);
    EXPECT_EQ(session.problem().toStdString(), "no daemon runs");
    session.load();
    fake.daemon.answer("settings.describe", base::Json::array());
    EXPECT_EQ(session.state(), State::Unavailable);
    load();
    EXPECT_EQ(session.problem().toStdString(), "");
}

TEST_F(SettingsSessionTest, ChecksOnceTheTypingStops) {
    load();
    type("sync_interval", "s");
    fake.timers.advance(SettingsSession::kCheckDelay / 2);
    type("sync_interval", "so");
    fake.timers.advance(SettingsSession::kCheckDelay / 2);
    EXPECT_TRUE(fake.daemon.open().empty());
    fake.timers.advance(SettingsSession::kCheckDelay);
    ASSERT_EQ(fake.daemon.open().size(), 1U);
    fake.answer_settings();
    EXPECT_THAT(session.draft().mistake("sync_interval").toStdString(), testing::HasSubstr("expected a time"));
    EXPECT_FALSE(session.can_apply());
    type("sync_interval", "5s");
    fake.settle();
    EXPECT_TRUE(session.can_apply());
}

TEST_F(SettingsSessionTest, AnAnswerToWhatWasTypedBeforeIsTooLate) {
    load();
    type("threads", "many");
    fake.timers.advance(SettingsSession::kCheckDelay);
    type("threads", "4");
    fake.answer_settings();
    EXPECT_EQ(session.draft().mistake("threads").toStdString(), "");
}

TEST_F(SettingsSessionTest, AppliesAllAndReadsThemAgain) {
    load();
    type("threads", "4");
    session.reset("sync_interval");
    base::Result<AppliedSettings> outcome = base::fail(ErrorCode::Internal, "no answer");
    session.apply([&](const auto& what) { outcome = what; });
    EXPECT_EQ(session.state(), State::Applying);
    EXPECT_FALSE(session.can_apply());
    fake.answer_settings();
    ASSERT_TRUE(outcome) << outcome.error().text();
    EXPECT_TRUE(outcome->next_job.contains(QStringLiteral("threads")) ||
                outcome->restart.contains(QStringLiteral("threads")) ||
                outcome->at_once.contains(QStringLiteral("threads")));
    EXPECT_EQ(session.state(), State::Ready);
    EXPECT_FALSE(session.draft().is_changed());
    EXPECT_EQ(session.draft().value("threads").toStdString(), "4");
    EXPECT_EQ(fake.file(), "# mine\nthreads: 4\n");
}

TEST_F(SettingsSessionTest, WhatIsRefusedStaysInTheDraftAndIsSaid) {
    load();
    type("threads", "many");
    bool refused = false;
    session.apply([&](const auto& what) { refused = !what; });
    fake.answer_settings();
    EXPECT_TRUE(refused);
    EXPECT_EQ(session.draft().value("threads").toStdString(), "many");
    EXPECT_NE(session.draft().mistake("threads").toStdString(), "");
    EXPECT_FALSE(session.can_apply());
    EXPECT_EQ(fake.file(), "# mine\nthreads: 2\nsync_interval: 10s\n");
}

TEST_F(SettingsSessionTest, AnEndedSessionTakesNoAnswers) {
    {
        SettingsSession other(fake.daemon, fake.timers);
        other.load();
        other.set("threads", QStringLiteral("4"));
    }
    fake.settle();
    EXPECT_TRUE(fake.daemon.open().empty());
}

} // namespace
} // namespace framehand::ui
