// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace framehand::ports {

/// Where folders of other machines can be reached on this one. Owner's thread.
class NetworkFolders {
public:
    virtual ~NetworkFolders() = default;
    /// As the OS knows them, each once. Never reaches out to the other machines, of which any may be away. Empty where
    /// there is none, or the OS does not tell.
    [[nodiscard]] virtual std::vector<std::filesystem::path> mounted() const = 0;
};

} // namespace framehand::ports
