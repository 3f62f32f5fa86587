// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace framehand::base {

/// What kind of failure it was: decides exit codes, HTTP statuses and whether a retry can help. Part of the wire
/// format of the local API and of framehand-transcoder: never rename an existing value.
enum class ErrorCode {
    InvalidArgument,  ///< the caller's input is wrong; the message names the field or file
    NotFound,         ///< a file, job or key does not exist
    AlreadyExists,    ///< something is in the place that was asked for
    PermissionDenied, ///< the OS refuses, or a path leaves its root
    NoSpace,          ///< not enough free space on the disk that the message names
    Unsupported,      ///< understood, but this machine or build cannot do it
    CorruptData,      ///< bytes that contradict their format or their checksum
    Unavailable,      ///< a server, share or device is away; trying again later can help
    Timeout,          ///< it took longer than allowed
    Cancelled,        ///< somebody asked to stop
    IoError,          ///< the disk or the network failed in a way not named above
    Internal,         ///< a bug in Framehand
};

/// The stable name of a code, e.g. "not_found".
[[nodiscard]] std::string_view to_string(ErrorCode code);

/// The code of a stable name; Internal for a name that this version does not know.
[[nodiscard]] ErrorCode error_code_from_string(std::string_view name);

/// A failure as a value. `message` is one sentence for people, without a full stop, that names what it is about
/// ("input file does not exist: /nas/a.mkv"). `cause` is the technical reason below it (errno text, libav text, a
/// child's last words) or empty.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string cause;

    /// "message" or "message: cause".
    [[nodiscard]] std::string text() const { return cause.empty() ? message : message + ": " + cause; }

    /// The same failure seen from one level up: `outer` becomes the message, the old text the cause.
    [[nodiscard]] Error wrapped(std::string outer) const { return {code, std::move(outer), text()}; }

    bool operator==(const Error&) const = default;
};

/// An Error from an errno value; the code is chosen from it (ENOENT -> NotFound, ENOSPC -> NoSpace, ...).
[[nodiscard]] Error error_from_errno(int errno_value, std::string message);

} // namespace framehand::base
