// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/daemon_program.h"

#include "core/api/socket_path.h"
#include "core/base/program_file.h"

namespace framehand::desktop {

base::Result<DaemonProgram> daemon_program(const settings::LoadRequest& request, const Options& options,
                                           const std::filesystem::path& program_dir) {
    FH_ASSIGN(const auto loaded, settings::load(request));
    const auto source = loaded.sources.find("orchestrator_url");
    const bool has_orchestrator = source != loaded.sources.end() && source->second != "default";
    const auto& data = loaded.settings.data_dir;

    DaemonProgram program;
    program.path = program_dir / base::program_file("framehandd");
    program.errors = data / "framehandd.errors";
    if (loaded.settings.nas_mount_path.empty()) {
        // Handing out jobs needs no videos. Nobody knows it: its port is any, and its place is the app's.
        program.purpose = DaemonProgram::Purpose::SetUp;
        program.arguments = {"orchestrator", "--listen-address", "127.0.0.1", "--listen-port", "0"};
    } else {
        program.arguments = {has_orchestrator ? "worker" : "all"};
    }
    const auto add = [&program](std::string flag, const std::filesystem::path& value) {
        program.arguments.push_back(std::move(flag));
        program.arguments.push_back(value.string());
    };
    if (options.config_path) {
        add("--config", *options.config_path);
    }
    if (options.api_socket) {
        add("--api-socket", *options.api_socket);
    } else if (program.purpose == DaemonProgram::Purpose::SetUp) {
        add("--api-socket", api::default_socket_path(request.dirs.runtime_dir, data));
    }
    if (loaded.settings.log_file.empty()) {
        add("--log-file", data / "framehandd.log");
    }
    return program;
}

} // namespace framehand::desktop
