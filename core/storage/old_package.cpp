// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/old_package.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/jobs/package_layout.h"
#include "core/storage/playlist_uris.h"
#include "core/storage/relative_path.h"

#include <optional>
#include <set>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;
using Kind = ports::FileSystem::Kind;

constexpr std::size_t kMaxPlaylistBytes = 4 * 1024 * 1024;

std::optional<std::string_view> uri_of(std::string_view line) {
    if (!line.starts_with('#')) {
        return line;
    }
    constexpr std::string_view kAttribute = "URI=\"";
    const auto start = line.find(kAttribute);
    const auto end = start == std::string_view::npos ? start : line.find('"', start + kAttribute.size());
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    return line.substr(start + kAttribute.size(), end - start - kAttribute.size());
}

std::optional<std::string> version_dir_of(std::string_view uri) {
    const std::string path = percent_decoded(uri);
    if (!is_below(path)) {
        return std::nullopt;
    }
    std::string dir;
    for (const std::string& part : base::split(path, '/')) {
        dir += (dir.empty() ? "" : "/") + part;
        if (jobs::is_version_name(part)) {
            return dir;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> version_dirs_in(std::string_view playlist) {
    std::set<std::string> dirs;
    for (const std::string& raw : base::split(playlist, '\n')) {
        const std::string line = base::trim(raw);
        if (const auto uri = uri_of(line)) {
            if (auto dir = version_dir_of(*uri)) {
                dirs.insert(std::move(*dir));
            }
        }
    }
    return {dirs.begin(), dirs.end()};
}

base::Result<bool> is_real_directory(const ports::FileSystem& file_system, const std::filesystem::path& path) {
    FH_ASSIGN(const Kind kind, file_system.kind(path));
    if (kind != Kind::Directory) {
        return false;
    }
    FH_ASSIGN(const auto real, file_system.canonical(path));
    return real == path;
}

base::Result<OldPackage> find_old_package(const ports::FileSystem& file_system,
                                          const std::filesystem::path& destination, const std::string& multivariant) {
    OldPackage old;
    const auto path = destination / multivariant;
    FH_ASSIGN(const Kind kind, file_system.kind(path));
    if (kind == Kind::Missing) {
        return old;
    }
    if (kind != Kind::File) {
        return fail(ErrorCode::AlreadyExists, "something that is not a file has the playlist's name: " + path.string());
    }
    const auto content = file_system.read_file(path, kMaxPlaylistBytes);
    if (!content && content.error().code == ErrorCode::CorruptData) {
        FH_ASSIGN(const auto read, file_system.hash_file(path, {}));
        old.multivariant_sha256 = read.sha256;
        return old;
    }
    if (!content) {
        return content.error();
    }
    old.multivariant_sha256 = base::sha256_hex(*content);
    // A media playlist under this name belongs to a package whose own multivariant playlist stays: its segments too.
    if (content->find("#EXT-X-STREAM-INF") == std::string::npos) {
        return old;
    }
    for (std::string& dir : version_dirs_in(*content)) {
        FH_ASSIGN(const bool real, is_real_directory(file_system, destination / dir));
        if (real) {
            old.version_dirs.push_back(std::move(dir));
        }
    }
    return old;
}

} // namespace framehand::storage
