// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/held_open.h"

#include "platform/windows/handle.h"
#include "platform/windows/long_path.h"
#include "platform/windows/windows_error.h"
#include "platform/windows/windows_file_system.h"

#include <algorithm>
#include <optional>

namespace framehand::platform {

namespace {

using Path = std::filesystem::path;

constexpr base::Duration kFirstPause{10};
constexpr base::Duration kLongestPause{250};
constexpr DWORD kAllShare = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

bool says_open(DWORD code) {
    return code == ERROR_SHARING_VIOLATION || code == ERROR_LOCK_VIOLATION || code == ERROR_USER_MAPPED_FILE ||
           code == ERROR_DELETE_PENDING;
}

base::Duration patience_for(DWORD code, AccessDenied denied) {
    if (says_open(code)) {
        return WindowsFileSystem::kPatience;
    }
    const bool may_be = code == ERROR_ACCESS_DENIED && denied == AccessDenied::MayMeanOpen;
    return may_be ? WindowsFileSystem::kShortPatience : base::Duration{0};
}

/// What opening with a right says, 0 if that is allowed.
DWORD opening(const Path& path, DWORD right) {
    const UniqueHandle opened =
        owned_handle(::CreateFileW(long_path(path).c_str(), right, kAllShare, nullptr, OPEN_EXISTING,
                                   FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    return opened ? 0 : ::GetLastError();
}

/// The one that somebody holds, if that is the reason.
std::optional<Path> held_one(DWORD code, const std::vector<Path>& paths) {
    for (const Path& path : paths) {
        if (opening(path, DELETE) == ERROR_SHARING_VIOLATION) {
            return path;
        }
    }
    if (says_open(code)) {
        return paths.empty() ? std::nullopt : std::optional(paths.back());
    }
    // Access is denied, although every right is there: it is open, or something in the folder is.
    std::optional<Path> there;
    for (const Path& path : paths) {
        const DWORD own = opening(path, DELETE);
        const bool missing = own == ERROR_FILE_NOT_FOUND || own == ERROR_PATH_NOT_FOUND;
        if ((own != 0 && !missing) || opening(path.parent_path(), FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY) != 0) {
            return std::nullopt;
        }
        there = own == 0 ? path : there;
    }
    return there;
}

} // namespace

unsigned long patiently(ports::Waiter& waiter, AccessDenied denied, const DiskCall& call) {
    base::Duration waited{0};
    base::Duration pause = kFirstPause;
    for (;;) {
        const DWORD code = call();
        if (waited >= patience_for(code, denied) || !waiter.wait(pause, {})) {
            return code;
        }
        waited += pause;
        pause = std::min(2 * pause, kLongestPause);
    }
}

base::Error disk_error(unsigned long code, const std::string& message, const std::vector<Path>& paths) {
    if (says_open(code) || code == ERROR_ACCESS_DENIED) {
        if (const auto held = held_one(code, paths)) {
            std::error_code ignored;
            const bool folder = std::filesystem::is_directory(long_path(*held), ignored);
            return base::fail(
                base::ErrorCode::Unavailable,
                message + ": " + shown(*held) +
                    (folder ? ", or something in it, is open in another program" : " is open in another program"),
                windows_error_text(code));
        }
    }
    return error_from_windows(code, message);
}

} // namespace framehand::platform
