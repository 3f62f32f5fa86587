// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <system_error>

namespace framehand::base {

namespace {

struct Name {
    ErrorCode code;
    std::string_view name;
};

constexpr std::array kNames{
    Name{ErrorCode::InvalidArgument, "invalid_argument"},
    Name{ErrorCode::NotFound, "not_found"},
    Name{ErrorCode::AlreadyExists, "already_exists"},
    Name{ErrorCode::PermissionDenied, "permission_denied"},
    Name{ErrorCode::NoSpace, "no_space"},
    Name{ErrorCode::Unsupported, "unsupported"},
    Name{ErrorCode::CorruptData, "corrupt_data"},
    Name{ErrorCode::Unavailable, "unavailable"},
    Name{ErrorCode::Timeout, "timeout"},
    Name{ErrorCode::Cancelled, "cancelled"},
    Name{ErrorCode::IoError, "io_error"},
    Name{ErrorCode::Internal, "internal"},
};

ErrorCode code_of_errno(int value) {
    switch (value) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EEXIST:
    case ENOTEMPTY:
        return ErrorCode::AlreadyExists;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::PermissionDenied;
    case ENOSPC:
    case EFBIG:
#ifdef EDQUOT // POSIX's, and not in each C library
    case EDQUOT:
#endif
        return ErrorCode::NoSpace;
    // What the kernel says when the server or the medium behind a mount is gone.
    case ENOTCONN:
#ifdef ESTALE
    case ESTALE:
#endif
#ifdef EHOSTDOWN
    case EHOSTDOWN:
#endif
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ENETDOWN:
    case ECONNREFUSED:
    case ECONNRESET:
    case ENODEV:
    case ENXIO:
    case EIO:
    // And of a file on a share that another program holds open.
    case EBUSY:
    case ETXTBSY:
        return ErrorCode::Unavailable;
    case ETIMEDOUT:
        return ErrorCode::Timeout;
    case EINVAL:
    case ENAMETOOLONG:
        return ErrorCode::InvalidArgument;
    case ENOSYS:
    case EOPNOTSUPP:
        return ErrorCode::Unsupported;
    case ECANCELED:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::IoError;
    }
}

} // namespace

std::string_view to_string(ErrorCode code) {
    for (const auto& entry : kNames) {
        if (entry.code == code) {
            return entry.name;
        }
    }
    return "internal";
}

ErrorCode error_code_from_string(std::string_view name) {
    for (const auto& entry : kNames) {
        if (entry.name == name) {
            return entry.code;
        }
    }
    return ErrorCode::Internal;
}

Error error_from_errno(int errno_value, std::string message) {
    return {code_of_errno(errno_value), std::move(message), std::generic_category().message(errno_value)};
}

} // namespace framehand::base
