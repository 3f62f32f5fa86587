// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace framehand::redis {

/// What the server's refusal of a command means; decided here for everybody.
///
/// Unavailable, try again later: LOADING, BUSY, MASTERDOWN, CLUSTERDOWN, TRYAGAIN, NOREPLICAS, UNKILLABLE, READONLY (a
/// replica that may become the master again), MISCONF (it cannot save), OOM (its memory is full), and a full list of
/// clients. PermissionDenied: NOAUTH, WRONGPASS, NOPERM, DENIED, "invalid password". NotFound: NOSCRIPT, NOGROUP.
/// AlreadyExists: BUSYGROUP, BUSYKEY. Unsupported: a command that it does not know. InvalidArgument: WRONGTYPE and all
/// else.
///
/// `subject` names what was refused: a command's name, never its arguments. The server's words are the error's cause.
[[nodiscard]] base::Error server_error(std::string_view words, std::string_view subject);

/// "WRONGTYPE" of "WRONGTYPE Operation against ...", "" if it does not begin with such a code.
[[nodiscard]] std::string_view error_word(std::string_view words);

/// Whether an error that a call ended with is the server's refusal with this code: its cause begins with it.
[[nodiscard]] bool has_error_word(const base::Error& error, std::string_view word);

/// Whether an error is the server's own word, not one of the way to it.
[[nodiscard]] bool is_server_error(const base::Error& error);

} // namespace framehand::redis
