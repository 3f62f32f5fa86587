// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/posix_file_system.h"
#include "platform/linux/systemd_service.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::platform {
namespace {

using ports::ServiceState;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

/// A systemd that knows one unit.
struct FakeSystemd {
    std::string show =
        "LoadState=loaded\nUnitFileState=enabled\nActiveState=active\nStatusText=waiting for jobs\n"
        "MainPID=42\nNRestarts=3\nResult=success\nExecMainStatus=0\nFragmentPath=/u/framehandd.service\n";
    std::map<std::string, FinishedProgram> answers; ///< verb -> answer, where it is not success
    std::vector<std::string> failing;               ///< walls that a service cannot have here
    std::vector<std::string> verbs;                 ///< that were asked for, without "show"

    SystemdService::Run run() {
        return [this](const std::vector<std::string>& command, base::Duration) -> base::Result<FinishedProgram> {
            if (command[0] == "systemd-run") {
                const bool fails = std::ranges::any_of(failing, [&](const auto& wall) {
                    return std::ranges::find(command, "--property=" + wall) != command.end();
                });
                return FinishedProgram{fails ? 1 : 0, "", ""};
            }
            const auto& verb = command[3];
            if (const auto found = answers.find(verb); found != answers.end()) {
                verbs.push_back(verb);
                return found->second;
            }
            if (verb == "show") {
                return FinishedProgram{0, show, ""};
            }
            verbs.push_back(verb);
            return FinishedProgram{};
        };
    }
};

class SystemdServiceTest : public testing::Test {
protected:
    SystemdService service(ServiceProgram program = {{"/opt/fh/framehandd", "auto"}, {}}) {
        return {
            std::move(program),
            {m_folder.path() / "user", {m_folder.path() / "etc", m_folder.path() / "usr"}, m_folder.path() / "linger"},
            m_files,
            m_systemd.run()};
    }

    [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(m_folder.path() / name); }

    test::TempFolder m_folder;
    PosixFileSystem m_files;
    FakeSystemd m_systemd;
};

TEST_F(SystemdServiceTest, WritesAUnitForAProgramThatNoPackageBrought) {
    ASSERT_TRUE(service().install());
    EXPECT_THAT(m_folder.read("user/framehandd.service"), HasSubstr("\nExecStart=/opt/fh/framehandd auto\n"));
    EXPECT_THAT(m_folder.read("user/framehandd.service"), Not(HasSubstr("@E")));
    EXPECT_FALSE(has("user/framehandd.service.d"));
    EXPECT_EQ(m_systemd.verbs, (std::vector<std::string>{"daemon-reload", "enable"}));
}

TEST_F(SystemdServiceTest, UsesThePackagesUnitWhereItStartsTheSameProgram) {
    m_folder.write("user/framehandd.service", "an old one of our own");
    m_folder.write("usr/framehandd.service", service_unit({{"/opt/fh/framehandd", "auto"}, {}}));
    ASSERT_TRUE(service().install());
    EXPECT_FALSE(has("user/framehandd.service"));
}

TEST_F(SystemdServiceTest, WritesAUnitOfItsOwnWhereAnAdministratorHidesThePackagesOne) {
    m_folder.write("etc/framehandd.service", "[Service]\nExecStart=/bin/false\n");
    m_folder.write("usr/framehandd.service", service_unit({{"/opt/fh/framehandd", "auto"}, {}}));
    ASSERT_TRUE(service().install());
    EXPECT_TRUE(has("user/framehandd.service"));
}

TEST_F(SystemdServiceTest, LowersTheWallsThatTheMachineCannotGive) {
    m_systemd.failing = {"PrivateUsers=yes"};
    ASSERT_TRUE(service().install());
    EXPECT_THAT(m_folder.read("user/framehandd.service.d/without-walls.conf"), HasSubstr("PrivateUsers=no\n"));
    EXPECT_THAT(m_folder.read("user/framehandd.service.d/without-walls.conf"), HasSubstr("ProtectSystem=no\n"));
    m_systemd.failing.clear();
    ASSERT_TRUE(service().install());
    EXPECT_FALSE(has("user/framehandd.service.d"));
}

TEST_F(SystemdServiceTest, LowersNoWallThatStands) {
    m_systemd.failing = {"ProtectKernelLogs=yes"};
    ASSERT_TRUE(service().install());
    EXPECT_THAT(m_folder.read("user/framehandd.service.d/without-walls.conf"),
                EndsWith("[Service]\nProtectKernelLogs=no\n"));
}

TEST_F(SystemdServiceTest, LowersNoWallWhereNothingCanBeTried) {
    m_systemd.failing = {"Type=oneshot"};
    ASSERT_TRUE(service().install());
    EXPECT_FALSE(has("user/framehandd.service.d"));
}

TEST(SystemdUnit, HasEveryWallThatIsTriedBefore) {
    const auto unit = service_unit({{"/x", "auto"}, {}});
    for (const auto& wall : walls_in_namespaces()) {
        EXPECT_THAT(unit, HasSubstr("\n" + std::string(wall.up) + "\n"));
    }
}

TEST_F(SystemdServiceTest, LeavesNothingOfItsOwnBehind) {
    m_systemd.failing = {"PrivateUsers=yes"};
    ASSERT_TRUE(service().install());
    m_folder.write("user/framehandd.service.d/mine.conf", "[Service]\nNice=5\n");
    m_systemd.verbs.clear();
    ASSERT_TRUE(service().remove());
    EXPECT_EQ(m_systemd.verbs, (std::vector<std::string>{"disable", "daemon-reload", "reset-failed"}));
    EXPECT_FALSE(has("user/framehandd.service"));
    EXPECT_FALSE(has("user/framehandd.service.d/without-walls.conf"));
    EXPECT_TRUE(has("user/framehandd.service.d/mine.conf"));
}

TEST_F(SystemdServiceTest, RemovesNothingWhereNothingIs) {
    m_systemd.show = "LoadState=not-found\nActiveState=inactive\nResult=success\n";
    m_systemd.answers["reset-failed"] = {1, "", "Unit framehandd.service not loaded."};
    EXPECT_TRUE(service().remove());
    EXPECT_EQ(m_systemd.verbs, (std::vector<std::string>{"daemon-reload", "reset-failed"}));
}

TEST_F(SystemdServiceTest, TellsTheStateOfARunningOne) {
    auto state = service().status();
    ASSERT_TRUE(state) << state.error().text();
    EXPECT_EQ(state->activity, ServiceState::Activity::Running);
    EXPECT_TRUE(state->installed);
    EXPECT_EQ(state->said, "waiting for jobs");
    EXPECT_EQ(state->process_id, 42);
    EXPECT_EQ(state->restarts, 3);
    EXPECT_EQ(state->unit, "/u/framehandd.service");
    EXPECT_FALSE(state->runs_without_login);
    EXPECT_THAT(state->advice, HasSubstr("enable-linger"));
    m_folder.write("linger", "");
    state = service().status();
    ASSERT_TRUE(state);
    EXPECT_TRUE(state->runs_without_login);
    EXPECT_EQ(state->advice, "");
}

TEST_F(SystemdServiceTest, TellsWhyAFailedOneFailed) {
    m_systemd.show = "LoadState=loaded\nUnitFileState=disabled\nActiveState=failed\nStatusText=\nMainPID=0\n"
                     "NRestarts=0\nResult=exit-code\nExecMainStatus=2\n";
    const auto state = service().status();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->activity, ServiceState::Activity::Failed);
    EXPECT_FALSE(state->installed);
    EXPECT_EQ(state->said, "it ended with exit code 2");
    m_systemd.show = "ActiveState=failed\nResult=watchdog\n";
    EXPECT_EQ(service().status()->said, "it hung and was ended");
}

TEST_F(SystemdServiceTest, AFailedStartSaysWhatTheDaemonSaidAndEndsTheAttempts) {
    m_systemd.answers["start"] = {1, "", "Job for framehandd.service failed."};
    m_systemd.show =
        "LoadState=loaded\nActiveState=activating\nStatusText=nas_mount_path is not set\nResult=exit-code\n";
    const auto started = service().start();
    ASSERT_FALSE(started);
    EXPECT_THAT(started.error().text(), HasSubstr("nas_mount_path is not set"));
    EXPECT_EQ(m_systemd.verbs, (std::vector<std::string>{"start", "stop"}));
}

TEST_F(SystemdServiceTest, DoesNotStartWhatIsNotInstalled) {
    m_systemd.show = "LoadState=not-found\n";
    const auto started = service().start();
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(m_systemd.verbs.empty());
}

TEST_F(SystemdServiceTest, WritesNothingWhereThereIsNoSystemdForUsers) {
    m_systemd.answers["show"] = {1, "", "Failed to connect to bus: No such file or directory"};
    const auto installed = service().install();
    ASSERT_FALSE(installed);
    EXPECT_EQ(installed.error().code, base::ErrorCode::Unsupported);
    EXPECT_FALSE(has("user"));
}

TEST_F(SystemdServiceTest, AMachineWithoutSystemctlIsUnsupported) {
    SystemdService service(
        {{"/x/framehandd", "auto"}, {}}, {m_folder.path() / "user", {}, "/x"}, m_files,
        [](const auto&, base::Duration limit) { return run_program({"/nowhere/systemctl"}, limit); });
    const auto state = service.status();
    ASSERT_FALSE(state);
    EXPECT_EQ(state.error().code, base::ErrorCode::Unsupported);
}

TEST(SystemdUnit, QuotesWhatSystemdWouldRead) {
    EXPECT_EQ(exec_word("/usr/bin/framehandd"), "/usr/bin/framehandd");
    EXPECT_EQ(exec_word("/home/a b/100 % \"x\"\\$HOME"), R"("/home/a b/100 %% \"x\"\\$$HOME")");
    EXPECT_EQ(exec_word(""), "\"\"");
    EXPECT_EQ(environment_word("A=$1 50%"), "\"A=$1 50%%\"");
    const auto unit = service_unit({{"/a b/f", "auto"}, {{"KEY", "x y"}}});
    EXPECT_THAT(unit, HasSubstr("\nExecStart=\"/a b/f\" auto\nEnvironment=\"KEY=x y\"\n"));
}

TEST(ServiceProgram, IsTheDaemonBesideThisProgram) {
    const auto program = service_program("/usr/bin", {}, {"auto", "--config", "/c.yml"});
    EXPECT_EQ(program.command, (std::vector<std::string>{"/usr/bin/framehandd", "auto", "--config", "/c.yml"}));
    EXPECT_TRUE(program.environment.empty());
}

TEST(ServiceProgram, IsTheAppImageThatThisProgramLiesIn) {
    const std::map<std::string, std::string> environment{{"APPIMAGE", "/home/a/F.AppImage"},
                                                         {"APPDIR", "/tmp/.mount_x"}};
    const auto inside = service_program("/tmp/.mount_x/usr/bin", environment, {"auto"});
    EXPECT_EQ(inside.command, (std::vector<std::string>{"/home/a/F.AppImage", "framehandd", "auto"}));
    EXPECT_EQ(inside.environment.at("APPIMAGE_EXTRACT_AND_RUN"), "1");
    const auto outside = service_program("/usr/bin", environment, {"auto"});
    EXPECT_EQ(outside.command.front(), "/usr/bin/framehandd");
}

TEST(RunProgram, GivesWhatAProgramSaidAndHowItEnded) {
    const auto done = run_program({"sh", "-c", "echo out; echo err >&2; exit 3"}, base::Duration(60'000));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->status, 3);
    EXPECT_EQ(done->out, "out\n");
    EXPECT_EQ(done->err, "err\n");
    const auto slow = run_program({"sleep", "1000"}, base::Duration(20));
    ASSERT_FALSE(slow);
    EXPECT_EQ(slow.error().code, base::ErrorCode::Timeout);
}

} // namespace
} // namespace framehand::platform
