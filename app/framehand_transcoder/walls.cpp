// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/walls.h"

#include <string>

namespace framehand::transcoder {

namespace {

base::Status enter(const Services& services, const ports::SandboxRequest& request) {
    FH_ASSIGN(const ports::SandboxReport report, services.sandbox.enter(request));
    std::string walls;
    for (const std::string& wall : report.walls) {
        walls.append(walls.empty() ? "" : ", ").append(wall);
    }
    services.logger.info("walled off", {{"walls", walls.empty() ? "none" : walls}});
    for (const std::string& missing : report.missing) {
        services.logger.warning("a wall of the sandbox is missing", {{"reason", missing}});
    }
    return {};
}

} // namespace

base::Status wall_off(const Services& services, const jobs::TranscodeSpec& spec) {
    ports::SandboxRequest request{{}, {spec.package_dir}, spec.limits.memory_bytes};
    if (spec.input_ranges.empty()) {
        request.read.emplace_back(spec.input_path);
    }
    request.read.insert(request.read.end(), spec.parts.begin(), spec.parts.end());
    if (spec.confinement == jobs::Confinement::None) {
        services.logger.warning("the sandbox is switched off (transcode_sandbox)");
        request.walls = ports::SandboxRequest::Walls::MemoryOnly;
    }
    return enter(services, request);
}

base::Status wall_off_reader(const Services& services, const std::vector<std::filesystem::path>& files) {
    return enter(services, {files, {}, jobs::TranscodeLimits{}.memory_bytes});
}

} // namespace framehand::transcoder
