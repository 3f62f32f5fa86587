// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/file_handle.h"

#include "platform/windows/held_open.h"
#include "platform/windows/long_path.h"
#include "platform/windows/windows_error.h"

#include <algorithm>

namespace framehand::platform {

namespace {

using Path = std::filesystem::path;

constexpr std::size_t kMostAtOnce = std::size_t{16} << 20U; // a share may refuse more in one request

struct FindCloser {
    void operator()(HANDLE search) const noexcept { ::FindClose(search); }
};

/// Only a link's tag tells it from files that are kept in the cloud or packed, which are files.
bool is_link(const std::wstring& path) {
    WIN32_FIND_DATAW data{};
    HANDLE search = ::FindFirstFileW(path.c_str(), &data);
    if (search == INVALID_HANDLE_VALUE) {
        return true; // safer: nobody follows it
    }
    const std::unique_ptr<void, FindCloser> owner(search);
    return (data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 && IsReparseTagNameSurrogate(data.dwReserved0);
}

} // namespace

bool means_missing(DWORD code) {
    return code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND || code == ERROR_DIRECTORY;
}

DWORD look_at(const Path& path, Attributes& found) {
    const std::wstring full = long_path(path);
    WIN32_FILE_ATTRIBUTE_DATA data{};
    if (::GetFileAttributesExW(full.c_str(), GetFileExInfoStandard, &data) == 0) {
        return ::GetLastError();
    }
    found.bits = data.dwFileAttributes;
    found.is_link = (found.bits & FILE_ATTRIBUTE_REPARSE_POINT) != 0 && is_link(full);
    return 0;
}

base::Result<UniqueHandle> open_file(ports::Waiter& waiter, const Path& path, const Opening& how,
                                     const std::string& doing) {
    if (Attributes found; how.links == Opening::Links::Refuse && look_at(path, found) == 0 && found.is_link) {
        return base::fail(base::ErrorCode::AlreadyExists, doing + " " + shown(path), "it is a symbolic link");
    }
    UniqueHandle file;
    // A name that was removed while others hold its file open cannot be made anew until they let go.
    const auto denied = how.creation == OPEN_EXISTING ? AccessDenied::IsFinal : AccessDenied::MayMeanOpen;
    const DWORD code = patiently(waiter, denied, [&]() -> DWORD {
        file = owned_handle(::CreateFileW(long_path(path).c_str(), how.access, kShareAll, nullptr, how.creation,
                                          FILE_ATTRIBUTE_NORMAL | how.flags, nullptr));
        return file ? 0 : ::GetLastError();
    });
    if (code != 0) {
        return disk_error(code, doing + " " + shown(path), {path});
    }
    return file;
}

base::Result<std::size_t> read_block(HANDLE file, char* into, std::size_t size, const Path& path) {
    DWORD got = 0;
    if (::ReadFile(file, into, static_cast<DWORD>(std::min(size, kMostAtOnce)), &got, nullptr) != 0) {
        return got;
    }
    const DWORD code = ::GetLastError();
    if (code == ERROR_HANDLE_EOF) {
        return std::size_t{0};
    }
    return disk_error(code, "cannot read " + shown(path), {path});
}

base::Status write_all(HANDLE file, std::string_view bytes, const Path& path) {
    while (!bytes.empty()) {
        DWORD put = 0;
        const auto size = static_cast<DWORD>(std::min(bytes.size(), kMostAtOnce));
        if (::WriteFile(file, bytes.data(), size, &put, nullptr) == 0) {
            return disk_error(::GetLastError(), "cannot write " + shown(path), {path});
        }
        bytes.remove_prefix(put);
    }
    return {};
}

base::Status flush_and_close(UniqueHandle file, const Path& path) {
    if (::FlushFileBuffers(file.get()) == 0) {
        const DWORD code = ::GetLastError();
        if (code != ERROR_INVALID_FUNCTION && code != ERROR_NOT_SUPPORTED) {
            return error_from_windows(code, "cannot flush to disk " + shown(path));
        }
    }
    if (::CloseHandle(file.release()) == 0) {
        return error_from_windows(::GetLastError(), "cannot close " + shown(path));
    }
    return {};
}

} // namespace framehand::platform
