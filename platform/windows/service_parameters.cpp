// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/service_parameters.h"

#include "platform/windows/wide_text.h"

namespace framehand::platform {

namespace {

constexpr auto kOwner = L"Owner";
constexpr auto kConfigFile = L"ConfigFile";
constexpr auto kDataFolder = L"DataFolder";

} // namespace

RegistryKey::Place service_parameters_place(std::wstring_view service) {
    return {HKEY_LOCAL_MACHINE, L"SYSTEM\\CurrentControlSet\\Services\\" + std::wstring(service) + L"\\Parameters"};
}

std::optional<ServiceParameters> read_service_parameters(const RegistryKey::Place& place) {
    const auto key = RegistryKey::open(place, RegistryKey::Access::Read);
    if (!key) {
        return std::nullopt;
    }
    const auto owner = key->text(kOwner);
    const auto config = key->text(kConfigFile);
    const auto data = key->text(kDataFolder);
    if (!owner || !config || !data) {
        return std::nullopt;
    }
    return ServiceParameters{*owner, to_wide(*config), to_wide(*data)};
}

base::Status write_service_parameters(const RegistryKey::Place& place, const ServiceParameters& parameters) {
    FH_ASSIGN(auto key, RegistryKey::create(place));
    FH_TRY(key.set_text(kOwner, parameters.owner_sid));
    FH_TRY(key.set_text(kConfigFile, to_utf8(parameters.config_file.native())));
    return key.set_text(kDataFolder, to_utf8(parameters.data_folder.native()));
}

std::optional<ServiceParameters> service_parameters() {
    return read_service_parameters(service_parameters_place());
}

} // namespace framehand::platform
