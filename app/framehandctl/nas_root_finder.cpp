// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/nas_root_finder.h"

#include "app/framehandctl/local_daemon.h"

namespace framehand::cli {

namespace {

/// nas_mount_path in an answer to settings.get, "" if it is not there.
std::filesystem::path nas_mount_path_in(const base::Json& answer) {
    const base::Json* all = &answer;
    if (answer.is_object() && answer.contains("settings")) {
        all = &answer["settings"];
    }
    if (!all->is_object() || !all->contains("nas_mount_path")) {
        return {};
    }
    const base::Json& value = (*all)["nas_mount_path"];
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_object() && value.contains("value") && value["value"].is_string()) {
        return value["value"].get<std::string>();
    }
    return {};
}

std::filesystem::path ask_daemon(Context& context) {
    auto daemon = connect_to_daemon(context);
    if (!daemon) {
        return {};
    }
    const auto answer = daemon->call("settings.get");
    return answer ? nas_mount_path_in(*answer) : std::filesystem::path();
}

} // namespace

base::Result<std::filesystem::path> find_nas_root(Context& context) {
    FH_ASSIGN(const settings::LoadedSettings* loaded, context.settings());
    std::filesystem::path root = loaded->settings.nas_mount_path;
    if (root.empty()) {
        root = ask_daemon(context);
    }
    if (root.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "where the NAS is mounted is not known; say it once with: framehandctl config set "
                          "nas_mount_path /mnt/nas, or each time with --nas-mount-path /mnt/nas");
    }
    return root;
}

} // namespace framehand::cli
