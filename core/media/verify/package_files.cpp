// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/package_files.h"

#include "core/base/text.h"

#include <fstream>
#include <optional>
#include <system_error>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxEntries = 1'000'000;

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? std::optional(static_cast<unsigned>(lower - 'a') + 10) : std::nullopt;
}

/// Percent-decoding (RFC 3986 2.1); nothing if it is malformed.
std::optional<std::string> decode(const std::string& uri) {
    std::string out;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        if (uri[i] != '%') {
            out.push_back(uri[i]);
            continue;
        }
        if (i + 2 >= uri.size()) {
            return std::nullopt;
        }
        const auto first = hex_digit(uri[i + 1]);
        const auto second = hex_digit(uri[i + 2]);
        if (!first || !second) {
            return std::nullopt;
        }
        out.push_back(static_cast<char>(*first * 16 + *second));
        i += 2;
    }
    return out;
}

std::string utf8(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace

std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? std::string{} : file.substr(0, slash);
}

std::string name_of(const std::string& file) {
    return file.substr(file.rfind('/') + 1);
}

std::string join(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

Result<PackageFiles> PackageFiles::open(const fs::path& root) {
    std::error_code error;
    if (!fs::is_directory(root, error)) {
        return fail(ErrorCode::NotFound, "package folder does not exist: " + utf8(root), error.message());
    }
    return PackageFiles(root);
}

Result<std::string> PackageFiles::resolve(const std::string& from, const std::string& uri) const {
    const auto refuse = [&](const char* why) {
        return fail(ErrorCode::PermissionDenied, "URI \"" + uri.substr(0, 200) + "\" " + why);
    };
    const auto decoded = decode(uri);
    if (!decoded || decoded->empty() || uri.find_first_of("?#") != std::string::npos) {
        return refuse("is not a plain relative path");
    }
    if (decoded->front() == '/' || decoded->find_first_of(":\\") != std::string::npos ||
        decoded->find('\0') != std::string::npos) {
        return refuse("is absolute or names another place");
    }
    const std::string folder = folder_of(from);
    std::vector<std::string> parts = folder.empty() ? std::vector<std::string>{} : base::split(folder, '/');
    for (const std::string& part : base::split(*decoded, '/')) {
        if (part == "..") {
            if (parts.empty()) {
                return refuse("leaves the package");
            }
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    std::string path;
    for (const std::string& part : parts) {
        path = join(path, part);
        std::error_code error;
        if (fs::is_symlink(fs::symlink_status(m_root / path, error))) {
            return refuse("leads over a symbolic link");
        }
    }
    if (!is_regular_file(path)) {
        return fail(ErrorCode::NotFound, "URI \"" + uri.substr(0, 200) + "\" leads to no file");
    }
    return path;
}

bool PackageFiles::is_regular_file(const std::string& file) const {
    std::error_code error;
    return !file.empty() && fs::symlink_status(m_root / file, error).type() == fs::file_type::regular;
}

Result<std::vector<std::uint8_t>> PackageFiles::read(const std::string& file, std::uint64_t max_bytes) const {
    const fs::path path = m_root / file;
    std::error_code error;
    const std::uint64_t size = fs::file_size(path, error);
    if (error) {
        return fail(ErrorCode::IoError, "cannot be read", error.message());
    }
    if (size > max_bytes) {
        return fail(ErrorCode::CorruptData,
                    "is larger than " + base::humanize_bytes(static_cast<std::int64_t>(max_bytes)));
    }
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    std::ifstream stream(path, std::ios::binary);
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream || stream.gcount() != static_cast<std::streamsize>(bytes.size())) {
        return fail(ErrorCode::IoError, "cannot be read");
    }
    return bytes;
}

Result<std::uint64_t> PackageFiles::size(const std::string& file) const {
    std::error_code error;
    const std::uint64_t size = fs::file_size(m_root / file, error);
    return error ? Result<std::uint64_t>(fail(ErrorCode::IoError, "cannot be read", error.message())) : size;
}

Result<std::vector<std::uint8_t>> PackageFiles::read_part(const std::string& file, std::uint64_t offset,
                                                          std::uint64_t count) const {
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count));
    std::ifstream stream(m_root / file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(offset));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream) {
        return fail(ErrorCode::IoError, "cannot be read");
    }
    return bytes;
}

fs::path PackageFiles::absolute(const std::string& file) const {
    return m_root / file;
}

Result<std::string> PackageFiles::read_text(const std::string& file) const {
    FH_ASSIGN(const std::vector<std::uint8_t> bytes, read(file, kMaxPlaylistBytes));
    return std::string(bytes.begin(), bytes.end());
}

Result<std::vector<std::string>> PackageFiles::list(const std::string& folder) const {
    std::error_code error;
    std::vector<std::string> found;
    fs::directory_iterator entry(m_root / folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        if (found.size() >= kMaxEntries) {
            return fail(ErrorCode::CorruptData, "holds more files than a package may have");
        }
        found.push_back(utf8(entry->path().filename()));
    }
    if (error) {
        return fail(ErrorCode::IoError, "cannot be listed", error.message());
    }
    return found;
}

Result<std::vector<std::string>> PackageFiles::list_below(const std::string& folder) const {
    std::error_code error;
    std::vector<std::string> found;
    fs::recursive_directory_iterator entry(m_root / folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code status_error;
        if (entry->symlink_status(status_error).type() == fs::file_type::directory) {
            continue;
        }
        if (found.size() >= kMaxEntries) {
            return fail(ErrorCode::CorruptData, "holds more files than a package may have");
        }
        found.push_back(utf8(entry->path().lexically_relative(m_root)));
    }
    if (error) {
        return fail(ErrorCode::IoError, "cannot be listed", error.message());
    }
    return found;
}

} // namespace framehand::media::verify
