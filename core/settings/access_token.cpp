// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/access_token.h"

#include "core/base/file_error.h"
#include "core/settings/private_file.h"

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

fs::path token_file(const fs::path& data_dir) {
    return data_dir / "access-token";
}

base::Status check_is_ours(const Environment& environment, const fs::path& data_dir) {
    if (token_origin(environment, data_dir) == TokenOrigin::Credential) {
        return fail(ErrorCode::PermissionDenied,
                    "the access token is a credential of the service manager, and can be changed only there");
    }
    return {};
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
            return {credential, TokenOrigin::Credential};
        }
    }
    return {token_file(data_dir), TokenOrigin::File};
}

std::string_view to_string(TokenOrigin origin) {
    switch (origin) {
    case TokenOrigin::File:
        return "file";
    case TokenOrigin::Credential:
        return "credential";
    case TokenOrigin::None:
        break;
    }
    return "none";
}

TokenOrigin token_origin(const Environment& environment, const fs::path& data_dir) {
    const auto place = access_token_place(environment, data_dir);
    if (place.origin == TokenOrigin::Credential) {
        return place.origin;
    }
    std::error_code error;
    return fs::symlink_status(place.path, error).type() == fs::file_type::not_found ? TokenOrigin::None
                                                                                    : TokenOrigin::File;
}

base::Status keep_access_token(const Environment& environment, const fs::path& data_dir, const base::Secret& token) {
    FH_TRY(check_access_token(token.reveal()));
    FH_TRY(check_is_ours(environment, data_dir));
    return replace_private_file(token_file(data_dir), token.reveal() + '\n');
}

base::Status forget_access_token(const Environment& environment, const fs::path& data_dir) {
    FH_TRY(check_is_ours(environment, data_dir));
    const auto path = token_file(data_dir);
    std::error_code error;
    fs::remove(path, error);
    if (error) {
        return base::error_from_code(error, path.string() + ": cannot be removed");
    }
    return {};
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
    if (!fs::is_regular_file(status)) {
        return fail(ErrorCode::InvalidArgument, path.string() + ": is not a file");
    }
    if (place.origin == TokenOrigin::File && others_may_read(status)) {
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
