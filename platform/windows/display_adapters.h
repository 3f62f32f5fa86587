// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace framehand::platform {

/// A graphics card that is there now, as its driver's set-up says.
struct DisplayAdapter {
    std::string name;        ///< "NVIDIA GeForce RTX 4070"
    std::string hardware_id; ///< "PCI\\VEN_10DE&DEV_2786&..."
    std::string driver_version;

    bool operator==(const DisplayAdapter&) const = default;
};

[[nodiscard]] std::vector<DisplayAdapter> display_adapters();

/// "nvidia", "amd", "intel", or "" for a virtual one. Pure.
[[nodiscard]] std::string vendor_of(const DisplayAdapter& adapter);
/// The version as the vendor calls it: NVIDIA's "31.0.15.5222" is 552.22. Pure.
[[nodiscard]] std::string driver_of(const DisplayAdapter& adapter);
/// The one that encodes best: a card before the processor's own; null if none has a known vendor. Pure.
[[nodiscard]] const DisplayAdapter* best_adapter(const std::vector<DisplayAdapter>& adapters);

} // namespace framehand::platform
