// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/network_folders.h"

#include <filesystem>
#include <vector>

namespace framehand::platform {

/// The shares that this session is connected to or connects to at each login, by their names in the network
/// (\\nas\videos): drive letters are the session's own, and no service has them. Asks Windows' own lists only. Owner's
/// thread.
class WindowsNetworkFolders final : public ports::NetworkFolders {
public:
    [[nodiscard]] std::vector<std::filesystem::path> mounted() const override;
};

} // namespace framehand::platform
