// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_error.h"

#include "core/base/result.h"
#include "platform/windows/handle.h"
#include "platform/windows/wide_text.h"

#include <utility>

namespace framehand::platform {

namespace {

constexpr DWORD kElevationRequired = 740; // names that the headers of mingw-w64 do not have
constexpr DWORD kDiskQuotaExceeded = 1295;

base::ErrorCode code_of(DWORD code) {
    switch (code) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_DIRECTORY: // a file is in the place of a folder
        return base::ErrorCode::NotFound;
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_INVALID_PARAMETER:
        return base::ErrorCode::InvalidArgument;
    case ERROR_ALREADY_EXISTS:
    case ERROR_FILE_EXISTS:
    case ERROR_DIR_NOT_EMPTY:
        return base::ErrorCode::AlreadyExists;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
    case ERROR_WRITE_PROTECT:
    case ERROR_NETWORK_ACCESS_DENIED:
    case ERROR_LOGON_FAILURE:
    case ERROR_SESSION_CREDENTIAL_CONFLICT:
    case kElevationRequired:
        return base::ErrorCode::PermissionDenied;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_FILE_TOO_LARGE:
    case kDiskQuotaExceeded:
        return base::ErrorCode::NoSpace;
    case ERROR_NOT_SUPPORTED:
    case ERROR_INVALID_FUNCTION:
    case ERROR_CALL_NOT_IMPLEMENTED:
    case ERROR_INVALID_LEVEL:
        return base::ErrorCode::Unsupported;
    // What Windows says when the server or the medium behind a path is gone, or others have the file.
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_NETNAME_DELETED:
    case ERROR_DEV_NOT_EXIST:
    case ERROR_UNEXP_NET_ERR:
    case ERROR_NETWORK_UNREACHABLE:
    case ERROR_HOST_UNREACHABLE:
    case ERROR_REM_NOT_LIST:
    case ERROR_NETWORK_BUSY:
    case ERROR_ADAP_HDW_ERR:
    case ERROR_BAD_NET_RESP:
    case ERROR_REQ_NOT_ACCEP:
    case ERROR_VC_DISCONNECTED:
    case ERROR_NO_NET_OR_BAD_PATH:
    case ERROR_NO_NETWORK:
    case ERROR_CONNECTION_REFUSED:
    case ERROR_CONNECTION_ABORTED:
    case ERROR_GRACEFUL_DISCONNECT:
    case ERROR_DEVICE_NOT_CONNECTED:
    case ERROR_DEVICE_REMOVED:
    case ERROR_IO_DEVICE:
    case ERROR_GEN_FAILURE:
    case ERROR_USER_MAPPED_FILE:
    case ERROR_DELETE_PENDING:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_NOT_READY:
    case ERROR_BUSY:
        return base::ErrorCode::Unavailable;
    case ERROR_SEM_TIMEOUT:
    case WAIT_TIMEOUT:
        return base::ErrorCode::Timeout;
    case ERROR_CANCELLED:
    case ERROR_OPERATION_ABORTED:
        return base::ErrorCode::Cancelled;
    default:
        return base::ErrorCode::IoError;
    }
}

} // namespace

std::string windows_error_text(unsigned long code) {
    wchar_t* text = nullptr;
    const DWORD flags =
        FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS | 0xFF;
    const DWORD size = ::FormatMessageW(flags, nullptr, code, 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
    const LocalMemory<wchar_t> owner(text);
    std::wstring_view words = size == 0 ? std::wstring_view(L"Windows error") : std::wstring_view(text, size);
    while (!words.empty() &&
           (words.back() == L' ' || words.back() == L'.' || words.back() == L'\r' || words.back() == L'\n')) {
        words.remove_suffix(1);
    }
    return to_utf8(words) + " (" + std::to_string(code) + ")";
}

base::Error error_from_windows(unsigned long code, std::string message) {
    return base::fail(code_of(code), std::move(message), windows_error_text(code));
}

} // namespace framehand::platform
