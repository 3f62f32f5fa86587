// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/disk_names.h"

#include "platform/windows/file_handle.h"
#include "platform/windows/long_path.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace framehand::platform {

namespace {

using Path = std::filesystem::path;

// Of Windows 10 1607 and later; the headers have them for the newest target only.
constexpr auto kDispositionEx = static_cast<FILE_INFO_BY_HANDLE_CLASS>(21);
constexpr auto kRenameEx = static_cast<FILE_INFO_BY_HANDLE_CLASS>(22);
constexpr DWORD kReplace = 0x1;
constexpr DWORD kRenameLikePosix = 0x2;
constexpr DWORD kReplaceReadOnly = 0x40;
constexpr DWORD kDelete = 0x1;
constexpr DWORD kDeleteLikePosix = 0x2;
constexpr DWORD kDeleteReadOnly = 0x10;

/// FILE_RENAME_INFO with the flags of FileRenameInfoEx; the name follows.
struct RenameHead {
    DWORD flags;
    HANDLE root;
    DWORD name_bytes;
};

constexpr std::size_t kNameOffset = offsetof(RenameHead, name_bytes) + sizeof(DWORD);

/// What file systems and Windows say that do not know a call.
bool is_unknown(DWORD code) {
    return code == ERROR_INVALID_PARAMETER || code == ERROR_NOT_SUPPORTED || code == ERROR_INVALID_FUNCTION ||
           code == ERROR_CALL_NOT_IMPLEMENTED || code == ERROR_INVALID_LEVEL;
}

UniqueHandle open_name(const Path& path, DWORD more_flags) {
    return owned_handle(::CreateFileW(long_path(path).c_str(), DELETE | SYNCHRONIZE, kShareAll, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT | more_flags, nullptr));
}

DWORD rename_like_posix(const Path& from, const Path& to) {
    const UniqueHandle source = open_name(from, FILE_FLAG_WRITE_THROUGH);
    if (!source) {
        return ::GetLastError();
    }
    const std::wstring name = long_path(to);
    const std::size_t name_bytes = name.size() * sizeof(wchar_t);
    // In units that are aligned as the head is, with a zero at the end.
    std::vector<RenameHead> buffer((kNameOffset + name_bytes + sizeof(wchar_t)) / sizeof(RenameHead) + 1);
    buffer[0] = {kReplace | kRenameLikePosix | kReplaceReadOnly, nullptr, static_cast<DWORD>(name_bytes)};
    std::memcpy(reinterpret_cast<std::byte*>(buffer.data()) + kNameOffset, name.data(), name_bytes);
    return ::SetFileInformationByHandle(source.get(), kRenameEx, buffer.data(),
                                        static_cast<DWORD>(kNameOffset + name_bytes + sizeof(wchar_t))) != 0
               ? 0
               : ::GetLastError();
}

/// True if it was, and is no longer.
bool made_writable(const Path& path) {
    Attributes found;
    return look_at(path, found) == 0 && (found.bits & FILE_ATTRIBUTE_READONLY) != 0 &&
           ::SetFileAttributesW(long_path(path).c_str(), found.bits & ~static_cast<DWORD>(FILE_ATTRIBUTE_READONLY)) !=
               0;
}

DWORD move_file(const Path& from, const Path& to) {
    constexpr DWORD kFlags = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
    return ::MoveFileExW(long_path(from).c_str(), long_path(to).c_str(), kFlags) != 0 ? 0 : ::GetLastError();
}

DWORD delete_like_posix(const Path& path) {
    const UniqueHandle file = open_name(path, 0);
    if (!file) {
        return ::GetLastError();
    }
    DWORD flags = kDelete | kDeleteLikePosix | kDeleteReadOnly;
    return ::SetFileInformationByHandle(file.get(), kDispositionEx, &flags, sizeof(flags)) != 0 ? 0 : ::GetLastError();
}

DWORD delete_name(const Path& path) {
    Attributes found;
    if (const DWORD code = look_at(path, found); code != 0) {
        return code;
    }
    const std::wstring full = long_path(path);
    const BOOL done = found.is_directory() ? ::RemoveDirectoryW(full.c_str()) : ::DeleteFileW(full.c_str());
    return done != 0 ? 0 : ::GetLastError();
}

struct FindCloser {
    void operator()(HANDLE search) const noexcept { ::FindClose(search); }
};

} // namespace

DWORD rename_over(const Path& from, const Path& to) {
    const DWORD code = rename_like_posix(from, to);
    if (!is_unknown(code)) {
        return code;
    }
    const DWORD moved = move_file(from, to);
    return moved == ERROR_ACCESS_DENIED && made_writable(to) ? move_file(from, to) : moved;
}

DWORD remove_name(const Path& path) {
    const DWORD code = delete_like_posix(path);
    if (!is_unknown(code)) {
        return code;
    }
    const DWORD deleted = delete_name(path);
    return deleted == ERROR_ACCESS_DENIED && made_writable(path) ? delete_name(path) : deleted;
}

DWORD list_names(const Path& folder, std::vector<ListedName>& names) {
    std::wstring pattern = long_path(folder);
    pattern += pattern.ends_with(L'\\') ? L"*" : L"\\*";
    WIN32_FIND_DATAW data{};
    HANDLE search = ::FindFirstFileExW(pattern.c_str(), FindExInfoBasic, &data, FindExSearchNameMatch, nullptr,
                                       FIND_FIRST_EX_LARGE_FETCH);
    if (search == INVALID_HANDLE_VALUE) {
        // The root of an empty disk has not even "." and "..".
        Attributes found;
        const DWORD code = ::GetLastError();
        const bool empty = code == ERROR_FILE_NOT_FOUND && look_at(folder, found) == 0 && found.is_directory();
        return empty ? 0 : code;
    }
    const std::unique_ptr<void, FindCloser> owner(search);
    do {
        const std::wstring_view name(data.cFileName);
        if (name != L"." && name != L"..") {
            const bool link = (data.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
                              IsReparseTagNameSurrogate(data.dwReserved0);
            names.push_back({std::wstring(name), data.dwFileAttributes, link});
        }
    } while (::FindNextFileW(search, &data) != 0);
    const DWORD code = ::GetLastError();
    return code == ERROR_NO_MORE_FILES ? 0 : code;
}

} // namespace framehand::platform
