// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/windows_api.h"

#include <filesystem>

namespace framehand::platform {

/// Gives a new file the access list of the one that it will replace, where that is not only inherited and
/// the new one has not got it anyway. A code of GetLastError(), 0 = done, or nothing was to be done. The right to
/// change the list is asked for only then: many shares give everything but that.
[[nodiscard]] DWORD keep_special_access(const std::filesystem::path& replaced, const std::filesystem::path& fresh);

} // namespace framehand::platform
