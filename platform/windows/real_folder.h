// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "platform/windows/handle.h"

#include <filesystem>

namespace framehand::platform {

enum class IfMissing { Fail, Make };

/// Opens a folder that lies where its path says, for administrators who do something to a folder of somebody who could
/// have put a link there. What is done with the handle is done to that folder and no other, and as long as it is open
/// nobody can rename or remove the folder. `access` beside the right to list it.
///
/// InvalidArgument if the folder or one above it is a link (a junction, a drive of SUBST), or no folder; NotFound if it
/// is missing and not to be made.
[[nodiscard]] base::Result<UniqueHandle> open_real_folder(const std::filesystem::path& folder, DWORD access,
                                                          IfMissing missing);

} // namespace framehand::platform
