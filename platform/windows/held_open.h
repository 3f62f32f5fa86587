// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/waiter.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace framehand::platform {

/// What Windows calls of the disk end with: a code of GetLastError(), 0 = done.
using DiskCall = std::function<unsigned long()>;

/// Renaming and removing what is open says ERROR_ACCESS_DENIED, as a missing right does, and so does making a file
/// whose former one others hold; opening does not.
enum class AccessDenied { IsFinal, MayMeanOpen };

/// Calls again while the code says that somebody else holds a file, with pauses that grow from 10 ms to 250 ms, for
/// WindowsFileSystem::kPatience at most (kShortPatience where access is denied). Returns the last code.
[[nodiscard]] unsigned long patiently(ports::Waiter& waiter, AccessDenied denied, const DiskCall& call);

/// True while somebody has a file open and lets nobody rename or remove it.
[[nodiscard]] bool is_held(const std::filesystem::path& path);

/// The Error of such a code. Where somebody holds one of `paths`, the message names it: "<message>: <path> is open in
/// another program", Unavailable.
[[nodiscard]] base::Error disk_error(unsigned long code, const std::string& message,
                                     const std::vector<std::filesystem::path>& paths);

} // namespace framehand::platform
