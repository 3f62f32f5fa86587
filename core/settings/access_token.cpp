// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/access_token.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace framehand::settings {

using base::ErrorCode;
using base::fail;
namespace fs = std::filesystem;

namespace {

bool may_be_in_token(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~+/").find(c) != std::string_view::npos;
}

} // namespace

base::Status check_access_token(std::string_view token) {
    if (token.size() < kShortestToken || token.size() > kLongestToken) {
        return fail(ErrorCode::InvalidArgument, "the access token must have from " + std::to_string(kShortestToken) +
                                                    " to " + std::to_string(kLongestToken) + " characters");
    }
    const auto end = std::ranges::find_if_not(token, may_be_in_token);
    if (!std::all_of(end, token.end(), [](char c) { return c == '='; })) {
        return fail(ErrorCode::InvalidArgument,
                    "the access token may have letters, digits and -._~+/ only, and = at its end");
    }
    return {};
}

TokenPlace access_token_place(const Environment& environment, const fs::path& data_dir) {
    const auto folder = environment.find("CREDENTIALS_DIRECTORY");
    if (folder != environment.end() && !folder->second.empty()) {
        const auto credential = fs::path(folder->second) / "framehand-access-token";
        std::error_code error;
        if (fs::exists(credential, error)) {
            return {credential, TokenKeeper::ServiceManager};
        }
    }
    return {data_dir / "access-token", TokenKeeper::Owner};
}

base::Result<std::optional<base::Secret>> read_access_token(const TokenPlace& place) {
    const auto& path = place.path;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        return std::optional<base::Secret>();
    }
    if (error) {
        return fail(ErrorCode::PermissionDenied, path.string() + ": cannot be looked at", error.message());
    }
    constexpr auto others = fs::perms::group_all | fs::perms::others_all;
    if (!fs::is_regular_file(status)) {
        return fail(ErrorCode::InvalidArgument, path.string() + ": is not a file");
    }
    if (place.keeper == TokenKeeper::Owner && (status.permissions() & others) != fs::perms::none) {
        return fail(ErrorCode::PermissionDenied,
                    path.string() + ": others may read this access token; chmod 600 " + path.string());
    }
    std::ifstream in(path);
    std::string token;
    if (!in || (!std::getline(in, token) && !in.eof())) {
        return fail(ErrorCode::PermissionDenied, path.string() + ": cannot be read");
    }
    if (token.ends_with('\r')) {
        token.pop_back();
    }
    if (const auto checked = check_access_token(token); !checked) {
        return fail(ErrorCode::InvalidArgument, path.string() + ": " + checked.error().message);
    }
    return std::optional<base::Secret>(std::move(token));
}

} // namespace framehand::settings
