// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/windows_api.h"

#include <filesystem>
#include <string>

namespace framehand::platform {

/// What a folder's access list says of the programs in it.
struct ProgramAccess {
    bool account_may_run = false;  ///< the service's account, itself or as one of all users or services
    bool others_may_write = false; ///< anybody who may use this PC
};

/// `list` null: everybody may do everything. Entries that deny are not looked at: they only take away. Pure.
[[nodiscard]] ProgramAccess program_access(ACL* list, const std::string& account_sid);

/// Whether a service may be made of the programs in `folder`. Unsupported where its account cannot run them (a
/// folder of a person's profile), or others could put something else in their place, which would then run with the
/// service's rights, and with an administrator's when it is removed. Fine where nothing is known.
[[nodiscard]] base::Status check_program_folder(const std::filesystem::path& folder, const std::string& account_sid);

} // namespace framehand::platform
