// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_writer.h"
#include "tests/support/rooted.h"
#include "tests/ui/fake_services.h"
#include "ui/first_run/first_run.h"

#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

using testing::ElementsAre;
using Work = FirstRunChoices::Work;

const std::string kNas = test::rooted("/mnt/nas").string();

/// As it is in the settings file.
std::string nas_line() {
    return settings::with_value("", "", "nas_mount_path", kNas, {test::rooted("/home/ann"), test::rooted("/")}).value();
}

class FirstRunTest : public testing::Test {
protected:
    void load() {
        run.load();
        fake.answer_settings();
        run.choices.start_at_login = false;
    }

    /// What is planned, "key: before -> after".
    [[nodiscard]] std::vector<std::string> plan() const {
        std::vector<std::string> lines;
        for (const auto& change : run.plan()) {
            lines.push_back((change.what.isEmpty() ? change.where : change.what).toStdString() + ": " +
                            change.before.toStdString() + " -> " + change.after.toStdString());
        }
        return lines;
    }

    void apply() {
        run.apply(
            [this](const FirstRun::Step& step) {
                steps.push_back((step.ok ? "ok " : "failed ") + step.words.toStdString());
            },
            [this](bool ok) { ended = ok; });
        fake.settle();
    }

    test::FakeServices fake{"# mine\n"};
    FirstRun run{fake.services};
    std::vector<std::string> steps;
    std::optional<bool> ended;
};

TEST_F(FirstRunTest, PlansOnlyWhatDiffers) {
    load();
    EXPECT_THAT(plan(), testing::IsEmpty());
    run.choices.nas_folder = QString::fromStdString(kNas);
    EXPECT_THAT(plan(), ElementsAre("nas_mount_path: not set -> " + kNas));
    run.choices.orchestrator_url = QStringLiteral("http://nas:8787");
    run.choices.work = Work::Nights;
    EXPECT_THAT(plan(), ElementsAre("orchestrator_url: http://127.0.0.1:8787 -> http://nas:8787",
                                    "nas_mount_path: not set -> " + kNas, "work_hours: always -> Mon-Sun 22:00-07:00"));
    run.choices.work = Work::Always;
    run.choices.start_at_login = true;
    run.choices.as_service = true;
    EXPECT_EQ(plan().size(), 5U);
    EXPECT_EQ(plan()[2], "while_in_use: pause -> run");
    EXPECT_THAT(plan()[4], testing::StartsWith("Background service of this user"));
    fake.service.its_kind = ports::BackgroundService::Kind::OfTheMachine;
    EXPECT_THAT(plan()[4], testing::StartsWith("Background service of this machine"));
    EXPECT_EQ(fake.file(), "# mine\n") << "planning changes nothing";
    EXPECT_THAT(fake.asked, testing::IsEmpty());
}

TEST_F(FirstRunTest, WhatIsSetIsExactlyWhatWasPlanned) {
    load();
    run.choices.nas_folder = QString::fromStdString(kNas);
    run.choices.work = Work::Nights;
    run.choices.start_at_login = true;
    ASSERT_EQ(run.plan().size(), 3U);
    apply();
    EXPECT_EQ(ended, true);
    EXPECT_EQ(fake.file(), "# mine\n" + nas_line() + "work_hours: \"Mon-Sun 22:00-07:00\"\n");
    EXPECT_TRUE(fake.login.on);
    EXPECT_THAT(fake.asked, ElementsAre("restart"));
    EXPECT_EQ(steps.size(), 3U);
    EXPECT_THAT(plan(), testing::IsEmpty()) << "nothing is left";
}

TEST_F(FirstRunTest, BeginsWithWhatIsThere) {
    test::FakeServices other("orchestrator_url: http://nas:8787\n" + nas_line() + "while_in_use: run\n");
    other.login.on = true;
    FirstRun again(other.services);
    again.load();
    other.answer_settings();
    EXPECT_EQ(again.choices.orchestrator_url.toStdString(), "http://nas:8787");
    EXPECT_EQ(again.choices.nas_folder.toStdString(), kNas);
    EXPECT_EQ(again.choices.work, Work::Always);
    EXPECT_TRUE(again.plan().empty());
}

TEST(FirstRunAgain, TheChoiceIsWhatTheSettingsMean) {
    const std::pair<const char*, Work> cases[] = {
        {"# mine\n", Work::WhenNobodyUsesIt},
        {"work_hours: \"Mon-Sun 22:00-07:00\"\n", Work::Nights},
        {"while_in_use: run\n", Work::Always},
        {"work_hours: \"Mon-Fri 18:00-08:00\"\n", Work::AsItIs},
        {"work_hours: \"Mon-Sun 22:00-07:00\"\nwhile_in_use: run\n", Work::AsItIs},
        {"work_hours: \"Mon-Fri 18:00-08:00\"\nwhile_in_use: run\n", Work::AsItIs},
    };
    for (const auto& [file, work] : cases) {
        test::FakeServices fake(file);
        fake.login.on = true;
        FirstRun run(fake.services);
        run.load();
        fake.answer_settings();
        EXPECT_EQ(run.choices.work, work) << file;
        EXPECT_EQ(run.has_own_hours(), work == Work::AsItIs) << file;
        EXPECT_TRUE(run.plan().empty()) << file;
    }
}

TEST(FirstRunAgain, OwnHoursStayUnlessAnotherChoiceIsMade) {
    const std::string mine = "work_hours: \"Mon-Fri 18:00-08:00\"\n";
    test::FakeServices fake(mine);
    fake.login.on = true;
    FirstRun run(fake.services);
    run.load();
    fake.answer_settings();
    run.choices.nas_folder = QString::fromStdString(kNas);
    ASSERT_EQ(run.plan().size(), 1U);
    EXPECT_EQ(run.plan()[0].what.toStdString(), "nas_mount_path");
    bool ended = false;
    run.apply([](const FirstRun::Step&) {}, [&](bool ok) { ended = ok; });
    fake.settle();
    EXPECT_TRUE(ended);
    EXPECT_EQ(fake.file(), mine + nas_line());
    run.choices.work = Work::Nights;
    ASSERT_EQ(run.plan().size(), 1U);
    EXPECT_EQ(run.plan()[0].what.toStdString(), "work_hours");
}

TEST_F(FirstRunTest, EndsWithTheFirstStepThatFails) {
    load();
    run.choices.nas_folder = QString::fromStdString(kNas);
    run.choices.orchestrator_url = QStringLiteral("nowhere");
    run.choices.start_at_login = true;
    apply();
    EXPECT_EQ(ended, false);
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_THAT(steps[0], testing::HasSubstr("failed"));
    EXPECT_EQ(fake.file(), "# mine\n");
    EXPECT_FALSE(fake.login.on);
    EXPECT_THAT(fake.asked, testing::IsEmpty());
}

TEST_F(FirstRunTest, AServiceTakesThePlaceOfTheOwnDaemon) {
    load();
    run.choices.nas_folder = QString::fromStdString(kNas);
    run.choices.as_service = true;
    apply();
    EXPECT_EQ(ended, true);
    EXPECT_THAT(fake.asked, testing::IsEmpty()) << "the own daemon is not restarted";
    EXPECT_THAT(fake.service.asked, ElementsAre("install and start"));
}

TEST_F(FirstRunTest, AServiceThatCannotBeInstalledIsSaid) {
    load();
    run.choices.as_service = true;
    fake.service.outcome = base::fail(base::ErrorCode::Unsupported, "there is no systemd for users");
    apply();
    EXPECT_EQ(ended, false);
    EXPECT_THAT(steps, ElementsAre("failed there is no systemd for users"));
}

TEST_F(FirstRunTest, NeedNotStayUntilTheServiceRuns) {
    std::vector<std::string> said;
    {
        FirstRun closed(fake.services);
        closed.load();
        fake.answer_settings();
        closed.choices.start_at_login = false;
        closed.choices.as_service = true;
        closed.apply([&](const FirstRun::Step& step) { said.push_back(step.words.toStdString()); },
                     [&](bool) { said.emplace_back("ended"); });
    }
    EXPECT_THAT(fake.service.asked, ElementsAre("install and start"));
    fake.service.answer();
    EXPECT_THAT(said, testing::IsEmpty()) << "nobody is there to read it";
}

TEST_F(FirstRunTest, ADaemonThatDoesNotStartIsSaid) {
    load();
    fake.restart_outcome = base::fail(base::ErrorCode::Unavailable, "the port is taken");
    run.choices.nas_folder = QString::fromStdString(kNas);
    apply();
    EXPECT_EQ(ended, false);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[1], "failed the port is taken");
}

} // namespace
} // namespace framehand::ui
