// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace framehand::ports {

struct HostLoad {
    double cpu_percent = 0; ///< 0..100 of all cores, since the last call of load()
    double ram_percent = 0; ///< 0..100, without caches
};

struct HostFacts {
    std::string host_name;
    std::string os; ///< "Debian GNU/Linux 12 (bookworm)"
    std::string cpu_model;
    int cpu_cores = 1; ///< logical
    std::uint64_t ram_bytes = 0;
    std::string gpu_name;       ///< "" if none was found
    std::string gpu_vendor;     ///< "nvidia", "amd", "intel", "broadcom", ... or ""
    std::string driver_version; ///< of the GPU, "" if unknown
};

/// What the machine is and how loaded it is. One thread at a time.
class HostStats {
public:
    virtual ~HostStats() = default;
    [[nodiscard]] virtual HostLoad load() = 0;
    [[nodiscard]] virtual HostFacts facts() const = 0;
    /// Bytes of RAM that programs may still take before the machine begins to swap; nothing where the OS does not tell.
    [[nodiscard]] virtual std::optional<std::uint64_t> available_memory() const = 0;
};

} // namespace framehand::ports
