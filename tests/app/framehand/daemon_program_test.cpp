// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"
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

TEST_F(DaemonProgramTest, WithoutAnOrchestratorThisPcIsOne) {
    const auto program = daemon_program(request, {}, "/opt/framehand");
    ASSERT_TRUE(program) << program.error().text();
    EXPECT_EQ(program->path, "/opt/framehand/framehandd");
    const auto data = request.dirs.data_dir;
    EXPECT_THAT(program->arguments, ElementsAre("all", "--log-file", (data / "framehandd.log").string()));
    EXPECT_EQ(program->errors, data / "framehandd.errors");
}

TEST_F(DaemonProgramTest, ForAnOrchestratorItWorks) {
    folder.write("own.yml", "orchestrator_url: http://nas.local:8787\nlog_file: my.log\n");
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
