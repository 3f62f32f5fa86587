// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/service_actions.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_background_service.h"

#include <gmock/gmock.h>

#include <optional>

namespace framehand::desktop {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Action = ui::ServiceCalls::Action;

class ServiceActionsTest : public testing::Test {
protected:
    ServiceActionsTest() {
        actions.emplace(ServiceActions::Parts{background, service,
                                              [this](std::function<void()> done) {
                                                  asked.emplace_back("end daemon");
                                                  daemon_ended = std::move(done);
                                              },
                                              [this] { asked.emplace_back("start daemon"); }});
    }

    void ask(Action action) {
        actions->ask(action, [this](const ui::ServiceCalls::Answer& answer) { answers.push_back(answer); });
    }

    test::FakeBackground background;
    test::FakeBackgroundService service;
    std::vector<std::string> asked;
    std::function<void()> daemon_ended;
    std::vector<ui::ServiceCalls::Answer> answers;
    std::optional<ServiceActions> actions;
};

TEST_F(ServiceActionsTest, TheServiceStartsOnceTheOwnDaemonHasEnded) {
    ask(Action::InstallAndStart);
    EXPECT_THAT(asked, ElementsAre("end daemon"));
    EXPECT_EQ(background.waiting(), 0U);
    daemon_ended();
    background.run_all();
    EXPECT_THAT(service.calls, ElementsAre("install", "start", "status"));
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_TRUE(answers[0].outcome);
    EXPECT_EQ(answers[0].state->activity, ports::ServiceState::Activity::Running);
    EXPECT_THAT(asked, ElementsAre("end daemon")) << "there is a daemon";
}

TEST_F(ServiceActionsTest, WithoutAServiceTheOwnDaemonWorksAgain) {
    for (const auto action : {Action::Start, Action::InstallAndStart}) {
        asked.clear();
        answers.clear();
        service.failure = base::fail(base::ErrorCode::Unavailable, "exit code 2");
        ask(action);
        daemon_ended();
        background.run_all();
        EXPECT_THAT(asked, ElementsAre("end daemon", "start daemon"));
        ASSERT_EQ(answers.size(), 1U);
        EXPECT_EQ(answers[0].outcome.error().text(), "exit code 2");
    }
    service.failure.reset();
    asked.clear();
    ask(Action::Remove);
    background.run_all();
    EXPECT_THAT(asked, ElementsAre("start daemon"));
}

TEST_F(ServiceActionsTest, NothingElseTouchesTheOwnDaemon) {
    ask(Action::Look);
    ask(Action::Install);
    ask(Action::Stop);
    background.run_all();
    service.failure = base::fail(base::ErrorCode::Unsupported, "there is no systemd for users");
    ask(Action::Look);
    ask(Action::Install);
    ask(Action::Stop);
    ask(Action::Remove);
    background.run_all();
    EXPECT_EQ(answers.size(), 7U);
    EXPECT_TRUE(answers[3].outcome);
    EXPECT_FALSE(answers[3].state);
    EXPECT_THAT(asked, IsEmpty());
}

TEST_F(ServiceActionsTest, OneFollowsTheOtherInTheirOrder) {
    service.state.installed = true;
    ask(Action::Start);
    ask(Action::Look);
    EXPECT_EQ(background.waiting(), 0U) << "the first waits for the own daemon";
    daemon_ended();
    EXPECT_EQ(background.waiting(), 1U) << "the service manager is asked one thing at a time";
    background.run_all();
    EXPECT_THAT(service.calls, ElementsAre("start", "status", "status"));
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[1].state->activity, ports::ServiceState::Activity::Running);
}

TEST_F(ServiceActionsTest, AnAnswerMayAskForMore) {
    actions->ask(Action::Install, [this](const ui::ServiceCalls::Answer&) { ask(Action::Look); });
    background.run_all();
    EXPECT_THAT(service.calls, ElementsAre("install", "status", "status"));
    EXPECT_EQ(answers.size(), 1U);
}

TEST_F(ServiceActionsTest, ADaemonThatEndsAfterTheAppBringsNothingAbout) {
    ask(Action::Start);
    actions.reset();
    daemon_ended();
    EXPECT_THAT(service.calls, IsEmpty());
    EXPECT_THAT(answers, IsEmpty());
}

} // namespace
} // namespace framehand::desktop
