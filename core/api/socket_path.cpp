// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socket_path.h"

namespace framehand::api {

std::filesystem::path default_socket_path(const std::string& runtime_dir, const std::filesystem::path& data_dir) {
    const std::filesystem::path runtime(runtime_dir);
    return runtime.is_absolute() ? runtime / "framehand" / "agent.sock" : data_dir / "agent.sock";
}

} // namespace framehand::api
