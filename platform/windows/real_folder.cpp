// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/real_folder.h"

#include "platform/windows/file_handle.h"
#include "platform/windows/long_path.h"
#include "platform/windows/windows_error.h"

#include <string>

namespace framehand::platform {

namespace {

using base::ErrorCode;

/// Asks `call` for the size, then for the text; "" where it fails.
template <typename Call>
std::wstring text_of(Call call) {
    const DWORD size = call(nullptr, 0);
    std::wstring text(size, L'\0');
    const DWORD length = size == 0 ? 0 : call(text.data(), size);
    text.resize(length < size ? length : 0);
    return text;
}

std::wstring without_end(std::wstring path) {
    if (path.ends_with(L'\\')) {
        path.pop_back();
    }
    return path;
}

/// Short names ("PROGRA~1") are written out, links are left as they are.
std::wstring path_asked_for(const std::wstring& path) {
    auto whole = text_of([&path](wchar_t* text, DWORD size) { return ::GetLongPathNameW(path.c_str(), text, size); });
    return without_end(whole.empty() ? path : std::move(whole));
}

std::wstring path_found(HANDLE folder) {
    return without_end(text_of([folder](wchar_t* text, DWORD size) {
        return ::GetFinalPathNameByHandleW(folder, text, size, FILE_NAME_NORMALIZED | VOLUME_NAME_DOS);
    }));
}

bool is_same(const std::wstring& one, const std::wstring& other) {
    return ::CompareStringOrdinal(one.c_str(), -1, other.c_str(), -1, TRUE) == CSTR_EQUAL;
}

} // namespace

base::Result<UniqueHandle> open_real_folder(const std::filesystem::path& folder, DWORD access, IfMissing missing) {
    const std::wstring path = long_path(folder);
    const std::filesystem::path whole = without_prefix(path);
    UniqueHandle above; // as long as it is open, nobody puts something else in its place
    if (missing == IfMissing::Make && ::GetFileAttributesW(path.c_str()) == INVALID_FILE_ATTRIBUTES &&
        means_missing(::GetLastError()) && whole.has_relative_path()) {
        FH_ASSIGN(above, open_real_folder(whole.parent_path(), 0, IfMissing::Make));
        if (::CreateDirectoryW(path.c_str(), nullptr) == 0 && ::GetLastError() != ERROR_ALREADY_EXISTS) {
            return error_from_windows(::GetLastError(), "the folder cannot be made: " + shown(folder));
        }
    }
    // Without a right to read what it shares would not count.
    UniqueHandle opened = owned_handle(::CreateFileW(
        path.c_str(), access | FILE_LIST_DIRECTORY | FILE_READ_ATTRIBUTES, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
        OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    if (!opened) {
        return error_from_windows(::GetLastError(), "the folder cannot be opened: " + shown(folder));
    }
    FILE_ATTRIBUTE_TAG_INFO about{};
    if (::GetFileInformationByHandleEx(opened.get(), FileAttributeTagInfo, &about, sizeof(about)) == 0) {
        return error_from_windows(::GetLastError(), "Windows does not tell whether this is a folder: " + shown(folder));
    }
    if ((about.FileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0) {
        return base::fail(ErrorCode::InvalidArgument, "this is no folder: " + shown(folder));
    }
    const bool is_link =
        (about.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 && IsReparseTagNameSurrogate(about.ReparseTag);
    const std::wstring found = path_found(opened.get());
    if (is_link || !is_same(found, path_asked_for(path))) {
        return base::fail(ErrorCode::InvalidArgument,
                          "this folder or one above it is a link; name the place where it leads: " + shown(folder),
                          is_link || found.empty() ? "" : "it lies at " + shown(without_prefix(found)));
    }
    return opened;
}

} // namespace framehand::platform
