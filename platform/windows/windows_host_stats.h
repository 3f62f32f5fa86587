// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/host_stats.h"

#include <cstdint>
#include <string>

namespace framehand::platform {

/// What people call this Windows, of what the registry has: it still says "Windows 10 Pro" on Windows 11. Pure.
[[nodiscard]] std::string windows_name(const std::string& product, const std::string& version,
                                       const std::string& build);

/// GetSystemTimes(), GlobalMemoryStatusEx() and the registry. "Windows 11 Pro 23H2 (build 22631)".
class WindowsHostStats final : public ports::HostStats {
public:
    [[nodiscard]] ports::HostLoad load() override;
    [[nodiscard]] ports::HostFacts facts() const override;
    /// What is free now, of RAM and of what Windows may still promise (commit limit), the smaller one.
    [[nodiscard]] std::optional<std::uint64_t> available_memory() const override;

private:
    std::uint64_t m_busy = 0;
    std::uint64_t m_total = 0;
};

} // namespace framehand::platform
