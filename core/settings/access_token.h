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

/// Who answers for it that nobody else can read the file.
enum class TokenKeeper {
    Owner,          ///< its permissions must say so
    ServiceManager, ///< systemd may give its credentials an access control list, which looks like more
};

struct TokenPlace {
    std::filesystem::path path;
    TokenKeeper keeper = TokenKeeper::Owner;

    bool operator==(const TokenPlace&) const = default;
};

/// Where the token is: the credential "framehand-access-token" that a service manager hands over
/// ($CREDENTIALS_DIRECTORY, systemd.exec(5)), else "access-token" in the data folder.
[[nodiscard]] TokenPlace access_token_place(const Environment& environment, const std::filesystem::path& data_dir);

/// The token in the first line of a file; nothing if there is no file. PermissionDenied for one that others than its
/// owner may read: it says how to mend it. InvalidArgument names the file.
[[nodiscard]] base::Result<std::optional<base::Secret>> read_access_token(const TokenPlace& place);

} // namespace framehand::settings
