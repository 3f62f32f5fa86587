// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::storage {

/// The package that a multivariant playlist on the share makes visible now: what may be removed once a new one has
/// taken its place. Paths are relative to the package's root.
struct OldPackage {
    std::string multivariant_sha256;       ///< "" if there is no such playlist
    std::vector<std::string> version_dirs; ///< the version folders that it reaches and that exist, sorted
};

/// True for a folder that no part of `path` reaches through a symlink; `path` is absolute.
[[nodiscard]] base::Result<bool> is_real_directory(const ports::FileSystem& file_system,
                                                   const std::filesystem::path& path);

/// Reads `<destination>/<multivariant>`. A file that is no multivariant playlist of ours has no version folders: it is
/// merely replaced. `destination` is canonical. AlreadyExists if something other than a file has that name.
[[nodiscard]] base::Result<OldPackage> find_old_package(const ports::FileSystem& file_system,
                                                        const std::filesystem::path& destination,
                                                        const std::string& multivariant);

/// The version folders that a playlist's URIs lie in (RFC 8216 section 4.1: lines that are no tags, and URI
/// attributes), relative to the playlist, sorted. Absolute URIs and those with ".." are passed over.
[[nodiscard]] std::vector<std::string> version_dirs_in(std::string_view playlist);

} // namespace framehand::storage
