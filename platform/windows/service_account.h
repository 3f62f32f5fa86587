// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/registry_key.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace framehand::platform {

/// The SID of a service's virtual account, which is made of its name alone: "S-1-5-80-..." (SHA-1 of the upper-case
/// name in UTF-16). Pure.
[[nodiscard]] std::string service_sid(std::wstring_view service);

/// Lets `sid` read, write and delete in `folder` and all below it, beside those who may already. Makes the folder where
/// there is none. InvalidArgument for a whole drive, and for a folder that is reached through a link: whoever may write
/// near it would choose what an administrator opens.
[[nodiscard]] base::Status open_folder_to(const std::filesystem::path& folder, const std::string& sid);
/// Takes it back. Fine where there is no such folder, or a link by now.
[[nodiscard]] base::Status close_folder_to(const std::filesystem::path& folder, const std::string& sid);

/// Lets `sid` make, read and write keys below this one of the registry. Its own values stay those of an administrator,
/// who believes them later.
[[nodiscard]] base::Status open_keys_below_to(const RegistryKey::Place& place, const std::string& sid);

} // namespace framehand::platform
