// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_file.h"

#include "core/base/file_error.h"
#include "core/base/folders.h"
#include "core/settings/private_file.h"

#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace framehand::settings {

namespace {

constexpr std::uintmax_t kMaxBytes = 1'048'576;

base::Error failed(const std::error_code& error, const std::string& message) {
    return error ? base::error_from_code(error, message) : base::error_from_errno(EIO, message);
}

} // namespace

base::Result<std::string> read_settings_text(const std::filesystem::path& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return base::fail(base::ErrorCode::NotFound, "settings file does not exist: " + path.string());
    }
    if (!std::filesystem::is_regular_file(status)) {
        return base::fail(base::ErrorCode::InvalidArgument, "settings file is not a file: " + path.string(),
                          error ? error.message() : std::string());
    }
    if (const auto size = std::filesystem::file_size(path, error); !error && size > kMaxBytes) {
        return base::fail(base::ErrorCode::CorruptData, "settings file is larger than 1 MiB: " + path.string());
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return base::error_from_errno(errno != 0 ? errno : EIO, "cannot read the settings file: " + path.string());
    }
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) {
        return base::fail(base::ErrorCode::IoError, "cannot read the settings file: " + path.string());
    }
    return text;
}

base::Status replace_settings_text(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    std::filesystem::path target = path;
    if (std::filesystem::is_symlink(path, error)) {
        target = std::filesystem::weakly_canonical(path, error);
        if (error) {
            return failed(error, "cannot follow the link " + path.string());
        }
    }
    base::make_folders(target.parent_path(), error);
    if (error) {
        return failed(error, "cannot make the folder " + target.parent_path().string());
    }
    return replace_private_file(target, text);
}

} // namespace framehand::settings
