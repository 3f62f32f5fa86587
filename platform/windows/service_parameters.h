// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/registry_key.h"

#include <filesystem>
#include <optional>
#include <string>

namespace framehand::platform {

/// The name of the service, and of its account "NT SERVICE\framehandd".
inline constexpr std::wstring_view kServiceName = L"framehandd";

/// What the service must know of whom it works for, as its account has a profile of its own. Written by who installs
/// it, who is an administrator; readable by all.
struct ServiceParameters {
    std::string owner_sid;             ///< who installed it, and may control it: "S-1-5-21-..."
    std::filesystem::path config_file; ///< of the owner; need not exist
    std::filesystem::path data_folder; ///< of the owner

    bool operator==(const ServiceParameters&) const = default;
};

/// The key below that of the service.
[[nodiscard]] RegistryKey::Place service_parameters_place(std::wstring_view service = kServiceName);

/// None where no service is installed.
[[nodiscard]] std::optional<ServiceParameters> read_service_parameters(const RegistryKey::Place& place);
[[nodiscard]] base::Status write_service_parameters(const RegistryKey::Place& place,
                                                    const ServiceParameters& parameters);

/// Those of the service that is installed.
[[nodiscard]] std::optional<ServiceParameters> service_parameters();

} // namespace framehand::platform
