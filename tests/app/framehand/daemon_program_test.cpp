// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"
#include "core/base/program_file.h"
#include "tests/support/rooted.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace framehand::desktop {
namespace {

using testing::ElementsAre;

class DaemonProgramTest : public testing::Test {
protected:
    DaemonProgramTest() {
        request.dirs = settings::xdg_dirs({}, folder.path(), folder.path());
        request.host_name = "pc";
    }

    test::TempFolder folder;
    settings::LoadRequest request;
};

TEST_F(DaemonProgramTest, BeforeAnybodyHasSaidWhereTheVideosAreItIsOnlySetUp) {
    request.dirs.runtime_dir = test::rooted("/run/user/7").string();
    const auto program = daemon_program(request, {}, "/opt/framehand");
    ASSERT_TRUE(program) << program.error().text();
    EXPECT_EQ(program->purpose, DaemonProgram::Purpose::SetUp);
    EXPECT_THAT(program->arguments,
                ElementsAre("orchestrator", "--listen-address", "127.0.0.1", "--listen-port", "0", "--api-socket",
                            (test::rooted("/run/user/7") / "framehand" / "agent.sock").string(), "--log-file",
                            (request.dirs.data_dir / "framehandd.log").string()));
    Options options;
    options.api_socket = "/run/a.sock";
    EXPECT_THAT(daemon_program(request, options, "/opt/framehand")->arguments, testing::Contains("/run/a.sock"));
}

TEST_F(DaemonProgramTest, WithoutAnOrchestratorThisPcIsOne) {
    request.environment["WORKER_NAS_MOUNT_PATH"] = "/mnt/nas";
    const auto program = daemon_program(request, {}, "/opt/framehand");
    ASSERT_TRUE(program) << program.error().text();
    EXPECT_EQ(program->path, std::filesystem::path("/opt/framehand") / base::program_file("framehandd"));
    const auto data = request.dirs.data_dir;
    EXPECT_THAT(program->arguments, ElementsAre("all", "--log-file", (data / "framehandd.log").string()));
    EXPECT_EQ(program->errors, data / "framehandd.errors");
}

TEST_F(DaemonProgramTest, ForAnOrchestratorItWorks) {
    folder.write("own.yml", "nas_mount_path: nas\norchestrator_url: http://nas.local:8787\nlog_file: my.log\n");
    request.config_path = folder.path() / "own.yml";
    Options options;
    options.config_path = request.config_path;
    options.api_socket = "/run/a.sock";
    const auto program = daemon_program(request, options, "/opt/framehand");
    ASSERT_TRUE(program) << program.error().text();
    EXPECT_THAT(program->arguments,
                ElementsAre("worker", "--config", request.config_path->string(), "--api-socket", "/run/a.sock"));
}

TEST_F(DaemonProgramTest, WrongSettingsAreSaid) {
    folder.write("own.yml", "orchestrator_urll: x\n");
    request.config_path = folder.path() / "own.yml";
    const auto program = daemon_program(request, {}, "/opt/framehand");
    ASSERT_FALSE(program);
    EXPECT_THAT(program.error().text(), testing::HasSubstr("orchestrator_urll"));
}

} // namespace
} // namespace framehand::desktop
