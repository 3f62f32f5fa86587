// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"

#include <filesystem>

namespace framehand::cli {

/// The NAS root as this machine sees it: nas_mount_path of the own settings, else that of the running local daemon.
/// InvalidArgument says how to set it.
[[nodiscard]] base::Result<std::filesystem::path> find_nas_root(Context& context);

} // namespace framehand::cli
