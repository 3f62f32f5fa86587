// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/due_service.h"
#include "tests/support/fake_background_service.h"

#include <gmock/gmock.h>

namespace framehand::desktop {
namespace {

using Activity = ports::ServiceState::Activity;
using testing::ElementsAre;

class DueServiceTest : public testing::Test {
protected:
    DueServiceTest() { service.state.installed = true; }

    /// What the service manager is asked for.
    std::vector<std::string> asked_for(Activity activity) {
        service.state.activity = activity;
        service.calls.clear();
        bring_up({service, [this](const ports::ServiceState& state) {
                      EXPECT_EQ(state.activity, Activity::Stopped) << "only then it says anything";
                      return has_run;
                  }});
        return service.calls;
    }

    test::FakeBackgroundService service;
    bool has_run = false;
};

TEST_F(DueServiceTest, OneThatStartsLaterThanTheAppIsStartedNow) {
    EXPECT_THAT(asked_for(Activity::Stopped), ElementsAre("status", "start"));
    EXPECT_EQ(service.state.activity, Activity::Running);
}

TEST_F(DueServiceTest, OneThatStartsIsWaitedForAndOneThatHasFailedIsTriedOnceMore) {
    has_run = true;
    EXPECT_THAT(asked_for(Activity::Starting), ElementsAre("status", "start"));
    EXPECT_THAT(asked_for(Activity::Failed), ElementsAre("status", "start"));
}

TEST_F(DueServiceTest, OneThatSomebodyHasStoppedStaysStopped) {
    has_run = true;
    EXPECT_THAT(asked_for(Activity::Stopped), ElementsAre("status"));
    EXPECT_THAT(asked_for(Activity::Stopping), ElementsAre("status"));
}

TEST_F(DueServiceTest, OneThatRunsNeedsNothing) {
    EXPECT_THAT(asked_for(Activity::Running), ElementsAre("status"));
}

TEST_F(DueServiceTest, OneThatDoesNotStartByItselfIsNotStarted) {
    service.state.installed = false;
    for (const auto activity : {Activity::Stopped, Activity::Starting, Activity::Failed}) {
        EXPECT_THAT(asked_for(activity), ElementsAre("status"));
    }
}

TEST_F(DueServiceTest, WithoutAServiceManagerThereIsNone) {
    service.failure = base::fail(base::ErrorCode::Unsupported, "there is no systemd for users");
    EXPECT_THAT(asked_for(Activity::Stopped), ElementsAre("status"));
}

} // namespace
} // namespace framehand::desktop
