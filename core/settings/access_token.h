// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/settings/default_dirs.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace framehand::settings {

/// Shortest and longest that is taken: nothing that could be guessed, nothing that does not fit into a header.
inline constexpr std::size_t kShortestToken = 16;
inline constexpr std::size_t kLongestToken = 1024;

/// InvalidArgument unless it is of letters, digits and -._~+/ with = at its end (a b64token of RFC 6750 section 2.1)
/// and of a fit length. The message never has the token in it.
[[nodiscard]] base::Status check_access_token(std::string_view token);

enum class TokenOrigin {
    None,
    File,       ///< in the data folder; its permissions must say that nobody else can read it
    Credential, ///< of the service manager, which alone can change it; its access control list may look like more
};

struct TokenPlace {
    std::filesystem::path path;
    TokenOrigin origin = TokenOrigin::File; ///< File or Credential

    bool operator==(const TokenPlace&) const = default;
};

/// Where the token is: the credential "framehand-access-token" that a service manager hands over
/// ($CREDENTIALS_DIRECTORY, systemd.exec(5)), else "access-token" in the data folder.
[[nodiscard]] TokenPlace access_token_place(const Environment& environment, const std::filesystem::path& data_dir);

/// "none", "file" or "credential".
[[nodiscard]] std::string_view to_string(TokenOrigin origin);

/// Where a token would be read from now. A file counts, whatever is in it.
[[nodiscard]] TokenOrigin token_origin(const Environment& environment, const std::filesystem::path& data_dir);

/// Makes or replaces the file in the data folder with what check_access_token() takes: the old one or the new one,
/// never a part, and at no time to be read by anybody but its owner. PermissionDenied where a credential goes before
/// it.
[[nodiscard]] base::Status keep_access_token(const Environment& environment, const std::filesystem::path& data_dir,
                                             const base::Secret& token);

/// Removes that file; fine if there is none. PermissionDenied as above.
[[nodiscard]] base::Status forget_access_token(const Environment& environment, const std::filesystem::path& data_dir);

/// The token in the first line of a file; nothing if there is no file. PermissionDenied for one that others than its
/// owner may read: it says how to mend it. InvalidArgument names the file.
[[nodiscard]] base::Result<std::optional<base::Secret>> read_access_token(const TokenPlace& place);

} // namespace framehand::settings
