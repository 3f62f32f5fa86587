// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/host_stats.h"

#include <filesystem>

namespace framehand::platform {

/// Reads /proc and /sys, both below `root` (tests give a folder of their own).
class LinuxHostStats final : public ports::HostStats {
public:
    explicit LinuxHostStats(std::filesystem::path root = "/");

    [[nodiscard]] ports::HostLoad load() override;
    [[nodiscard]] ports::HostFacts facts() const override;
    [[nodiscard]] std::optional<std::uint64_t> available_memory() const override;

private:
    std::filesystem::path m_root;
    std::uint64_t m_busy = 0; ///< of /proc/stat at the last call of load()
    std::uint64_t m_total = 0;
};

} // namespace framehand::platform
