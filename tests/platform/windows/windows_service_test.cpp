// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/account.h"
#include "platform/windows/service_host.h"
#include "platform/windows/service_manager.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_service.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <random>

namespace framehand::platform {
namespace {

using testing::HasSubstr;
using Activity = ports::ServiceState::Activity;

/// The service manager of this machine, which lets only administrators in, and a service of a name that nobody has.
struct WindowsServiceTest : testing::Test {
    void SetUp() override {
        if (!open_service_manager(SC_MANAGER_CONNECT | SC_MANAGER_CREATE_SERVICE)) {
            GTEST_SKIP() << "it takes an administrator";
        }
    }

    void TearDown() override { (void)service("works").remove(); }

    [[nodiscard]] WindowsService service(const char* mode) const {
        const auto text = [](const std::filesystem::path& path) { return to_utf8(path.native()); };
        return {{{SERVICE_PROGRAM, mode, to_utf8(name), text(folder.path() / "events.txt")},
                 folder.path() / "settings" / "config.yml",
                 folder.path() / "data",
                 {}},
                WindowsService::Rights::AsTheyAre,
                {name, L"A test of Framehand"}};
    }

    /// As "sc pause" and "sc continue" do it.
    void control(DWORD wish, DWORD pending) const {
        const auto handle = open_service(SC_MANAGER_CONNECT, name, SERVICE_PAUSE_CONTINUE | SERVICE_QUERY_STATUS);
        ASSERT_TRUE(handle) << handle.error().text();
        SERVICE_STATUS status{};
        ASSERT_TRUE(::ControlService(handle->get(), wish, &status)) << ::GetLastError();
        ASSERT_TRUE(wait_while(*handle, pending));
    }

    [[nodiscard]] DWORD raw_state() const {
        const auto handle = open_service(SC_MANAGER_CONNECT, name, SERVICE_QUERY_STATUS);
        return handle ? query_service(*handle)->dwCurrentState : 0;
    }

    test::TempFolder folder;
    const std::wstring name = L"framehand_test_" + std::to_wstring(std::random_device()());
};

TEST_F(WindowsServiceTest, IsInstalledStartedAskedStoppedAndRemoved) {
    auto one = service("works");
    EXPECT_EQ(*one.status(), ports::ServiceState{});
    EXPECT_EQ(one.start().error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(one.stop());
    EXPECT_TRUE(one.remove());

    ASSERT_TRUE(one.install()) << one.install().error().text();
    auto state = one.status();
    ASSERT_TRUE(state) << state.error().text();
    EXPECT_TRUE(state->installed);
    EXPECT_TRUE(state->runs_without_login);
    EXPECT_EQ(state->activity, Activity::Stopped);
    EXPECT_THAT(state->unit.string(), HasSubstr("HKEY_LOCAL_MACHINE\\SYSTEM"));
    const auto parameters = read_service_parameters(service_parameters_place(name));
    ASSERT_TRUE(parameters);
    EXPECT_EQ(parameters->owner_sid, *own_user());
    EXPECT_EQ(parameters->data_folder, folder.path() / "data");
    EXPECT_TRUE(std::filesystem::is_directory(folder.path() / "settings"));

    const auto started = one.start();
    ASSERT_TRUE(started) << started.error().text();
    state = one.status();
    EXPECT_EQ(state->activity, Activity::Running);
    EXPECT_GT(state->process_id, 0);
    EXPECT_EQ(state->restarts, 0);
    EXPECT_TRUE(one.start()) << "it runs already";
    EXPECT_TRUE(one.install()) << "over the one that runs";

    const auto stopped = one.stop();
    ASSERT_TRUE(stopped) << stopped.error().text();
    EXPECT_EQ(one.status()->activity, Activity::Stopped);
    EXPECT_EQ(one.status()->said, "");
    EXPECT_EQ(folder.read("events.txt"), "ready\nstop\nend\n");

    ASSERT_TRUE(one.remove());
    EXPECT_FALSE(one.status()->installed);
    EXPECT_EQ(read_service_parameters(service_parameters_place(name)), std::nullopt);
}

TEST_F(WindowsServiceTest, PausesAndContinuesOnItsOwnThread) {
    auto one = service("works");
    ASSERT_TRUE(one.install());
    ASSERT_TRUE(one.start());
    control(SERVICE_CONTROL_PAUSE, SERVICE_PAUSE_PENDING);
    EXPECT_EQ(raw_state(), DWORD(SERVICE_PAUSED));
    EXPECT_EQ(one.status()->activity, Activity::Running);
    control(SERVICE_CONTROL_CONTINUE, SERVICE_CONTINUE_PENDING);
    EXPECT_EQ(raw_state(), DWORD(SERVICE_RUNNING));
    ASSERT_TRUE(one.stop());
    EXPECT_EQ(folder.read("events.txt"), "ready\npause\nresume\nstop\nend\n");
}

TEST_F(WindowsServiceTest, SaysWhatTheDaemonSaidOfItsSettings) {
    auto one = service("refuses");
    ASSERT_TRUE(one.install());
    const auto started = one.start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().text(), "the service could not be started: config.yml:7: unknown key \"nas\"");
    EXPECT_EQ(one.status()->activity, Activity::Failed);
    EXPECT_EQ(one.status()->said, "config.yml:7: unknown key \"nas\"");
}

TEST_F(WindowsServiceTest, SaysWithWhatADaemonEndedThatSaidNothing) {
    auto one = service("fails");
    ASSERT_TRUE(one.install());
    const auto started = one.start();
    ASSERT_FALSE(started);
    EXPECT_THAT(started.error().text(), HasSubstr("it ended with exit code 7"));
    EXPECT_EQ(one.status()->activity, Activity::Failed);
}

TEST_F(WindowsServiceTest, WorksForWhomAnInstallerNames) {
    auto one = service("works");
    const auto other = folder.path() / "other";
    ASSERT_TRUE(one.install_for({"S-1-5-21-1-2-3-1001", other / "config.yml", other / "data"}));
    const auto parameters = read_service_parameters(service_parameters_place(name));
    ASSERT_TRUE(parameters);
    EXPECT_EQ(*parameters, (ServiceParameters{"S-1-5-21-1-2-3-1001", other / "config.yml", other / "data"}));
    EXPECT_FALSE(one.install_for({"nobody", other / "config.yml", other / "data"}));
    EXPECT_FALSE(one.install_for({"S-1-5-21-1-2-3-1001", "config.yml", other / "data"}));
}

TEST_F(WindowsServiceTest, IsStartedAgainAfterEveryFailure) {
    auto one = service("works");
    ASSERT_TRUE(one.install());
    const auto handle = open_service(SC_MANAGER_CONNECT, name, SERVICE_QUERY_CONFIG);
    ASSERT_TRUE(handle);
    std::array<std::max_align_t, 64> answer{};
    auto* data = reinterpret_cast<BYTE*>(answer.data());
    DWORD size = 0;
    const auto ask = [&](DWORD what) {
        return ::QueryServiceConfig2W(handle->get(), what, data, sizeof(answer), &size) != FALSE;
    };
    if (!ask(SERVICE_CONFIG_FAILURE_ACTIONS)) {
        GTEST_SKIP() << "this service manager has no recovery actions";
    }
    const auto* failure = reinterpret_cast<const SERVICE_FAILURE_ACTIONSW*>(data);
    ASSERT_EQ(failure->cActions, 3U);
    EXPECT_EQ(failure->lpsaActions[0].Type, SC_ACTION_RESTART);
    EXPECT_EQ(failure->lpsaActions[0].Delay, 5'000U);
    EXPECT_EQ(failure->lpsaActions[2].Delay, 60'000U);
    ASSERT_TRUE(ask(SERVICE_CONFIG_FAILURE_ACTIONS_FLAG));
    EXPECT_TRUE(reinterpret_cast<const SERVICE_FAILURE_ACTIONS_FLAG*>(data)->fFailureActionsOnNonCrashFailures);
}

TEST_F(WindowsServiceTest, HalfOfItIsNone) {
    auto one = service("works");
    EXPECT_FALSE(one.install_for({"nobody", folder.path() / "config.yml", folder.path() / "data"}));
    EXPECT_FALSE(one.status()->installed);
}

TEST_F(WindowsServiceTest, ItsProgramMustBeThere) {
    WindowsService gone({{R"(C:\no such folder\framehandd.exe)"}, L"C:\\a\\b.yml", L"C:\\a", {}},
                        WindowsService::Rights::AsTheyAre, {name, L"A test of Framehand"});
    EXPECT_EQ(gone.install().error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(gone.status()->installed);
}

TEST(WindowsServiceProgram, StartsTheDaemonBesideThisProgram) {
    const auto usual =
        windows_service_program(L"C:\\Program Files\\Framehand", L"C:\\u\\config.yml", L"C:\\u\\data", {});
    EXPECT_THAT(usual.command, testing::ElementsAre("C:\\Program Files\\Framehand\\framehandd.exe", "auto"));
    EXPECT_EQ(usual.config_file, L"C:\\u\\config.yml");
    const auto other =
        windows_service_program(L"C:/fh", L"C:\\u\\config.yml", L"C:\\u\\data", std::filesystem::path(L"D:\\ö.yml"));
    EXPECT_THAT(other.command, testing::ElementsAre("C:\\fh\\framehandd.exe", "auto", "--config", "D:\\ö.yml"));
    EXPECT_THAT(other.administrators_program,
                testing::ElementsAre("C:\\fh\\framehandctl.exe", "--config", "D:\\ö.yml"));
    EXPECT_EQ(other.config_file, L"D:\\ö.yml");
}

TEST(ServiceHost, SaysThatNoServiceManagerHasStartedThisProcess) {
    ServiceHost host;
    EXPECT_EQ(host.run([](ServiceHost&) { return 0; }), std::nullopt);
    EXPECT_EQ(host.patience(), std::nullopt);
    host.say("nobody listens");
    host.ended(0);
    EXPECT_EQ(host.control(SERVICE_CONTROL_STOP, 0), DWORD(ERROR_SERVICE_CANNOT_ACCEPT_CTRL));
    EXPECT_EQ(host.control(SERVICE_CONTROL_INTERROGATE, 0), DWORD(NO_ERROR));
}

} // namespace
} // namespace framehand::platform
