// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/desktop_app.h"
#include "core/api/local_server.h"
#include "tests/app/framehand/fake_desktop.h"
#include "tests/platform/this_system.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_background.h"
#include "tests/support/fake_background_service.h"
#include "tests/support/fake_senses.h"
#include "tests/ui/fake_services.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <memory>
#include <optional>

namespace framehand::desktop {
namespace {

using base::Json;
using test::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

/// Which daemon the app comes to.
class DesktopAppTest : public testing::Test {
protected:
    DesktopAppTest() {
        std::filesystem::create_directories(socket().parent_path());
        unasked_service.state.installed = true;
        dispatcher.add("state.subscribe", [this](const Json&, api::Session& session) -> base::Result<Json> {
            session.subscribe();
            return Json{{"seq", events.latest().sequence}, {"state", events.latest().state}};
        });
    }

    [[nodiscard]] std::filesystem::path socket() const { return fake.folder.path() / "run" / "agent.sock"; }

    void open() {
        auto ways = OwnDaemon::plain_ways();
        ways.prepare = [this](QProcess&) { ++own_starts; };
        app.emplace(DesktopApp::Parts{
            fake.timers,     notifications, senses.input,
            senses.screen,   fake.clock,    tray_host,
            background,      service,       {unasked_service, [](const ports::ServiceState&) { return false; }},
            shares,          fake.login,    fake.programs,
            *identity,       fake.secrets,  fake.app,
            theme,           socket(),      [this] { return program; },
            std::move(ways), [] {}});
        app->start(FirstWindow::Hidden);
    }

    void daemon_begins() {
        server = std::make_unique<api::LocalServer>(dispatcher, events, *identity, "1.2.3", base::Logger());
        ASSERT_TRUE(server->listen(socket()));
    }

    [[nodiscard]] bool own_daemon_starts() {
        return wait_for([this] { return own_starts > 0; });
    }

    test::FakeServices fake{"# mine\n"};
    test::FakeBackground background;
    test::FakeBackgroundService service;
    test::FakeBackgroundService unasked_service;
    test::FakeSenses senses{fake.clock};
    test::ShownNotifications notifications;
    test::TwoShares shares;
    test::NoTray tray_host;
    test::NoColours colours;
    ui::Theme theme{colours, ui::Appearance::System};
    const std::unique_ptr<ports::PeerIdentity> identity = test::make_peer_identity();
    base::Result<DaemonProgram> program =
        DaemonProgram{fake.folder.path() / "framehandd", {}, fake.folder.path() / "errors"};
    int own_starts = 0;
    api::Dispatcher dispatcher;
    api::EventHub events{Json::object()};
    std::unique_ptr<api::LocalServer> server;
    std::optional<DesktopApp> app;
};

TEST_F(DesktopAppTest, TheServiceThatIsDueIsBroughtUpAndFollowed) {
    open();
    fake.timers.advance(base::Duration{3'000});
    EXPECT_EQ(background.waiting(), 1U) << "asked once, although it has tried to connect again";
    EXPECT_EQ(own_starts, 0) << "it would take the service's place";
    daemon_begins();
    background.run_all();
    EXPECT_THAT(unasked_service.calls, ElementsAre("status", "start"));
    EXPECT_THAT(service.calls, IsEmpty()) << "which may ask for an administrator";
    ASSERT_TRUE(wait_for([this] { return events.watched(); }));
    server.reset();
    daemon_begins();
    ASSERT_TRUE(wait_for([this] {
        fake.timers.advance(api::LiveClient::kFirstRetry);
        return events.watched();
    })) << "one that begins anew is waited for";
    EXPECT_EQ(own_starts, 0);
}

TEST_F(DesktopAppTest, WithoutAServiceItStartsItsOwn) {
    unasked_service.state.installed = false;
    open();
    EXPECT_EQ(own_starts, 0);
    background.run_all();
    EXPECT_TRUE(own_daemon_starts());
    EXPECT_THAT(unasked_service.calls, ElementsAre("status"));
}

TEST_F(DesktopAppTest, AServiceThatItDoesNotReachIsNoneForIt) {
    open();
    background.run_all();
    EXPECT_TRUE(own_daemon_starts());
    EXPECT_THAT(unasked_service.calls, ElementsAre("status", "start"));
}

TEST_F(DesktopAppTest, TheServiceIsNotAskedBeforeThereAreSettingsToWorkWith) {
    program->purpose = DaemonProgram::Purpose::SetUp;
    open();
    EXPECT_TRUE(own_daemon_starts());
    app.reset();
    program = base::fail(base::ErrorCode::InvalidArgument, "unknown key \"nas\"");
    open();
    EXPECT_EQ(background.waiting(), 0U);
    EXPECT_THAT(unasked_service.calls, IsEmpty());
}

TEST_F(DesktopAppTest, ADaemonThatRunsIsFollowedAtOnce) {
    daemon_begins();
    open();
    ASSERT_TRUE(wait_for([this] { return events.watched(); }));
    EXPECT_EQ(background.waiting(), 0U);
    EXPECT_EQ(own_starts, 0);
}

} // namespace
} // namespace framehand::desktop
