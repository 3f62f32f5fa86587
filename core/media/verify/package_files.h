// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace framehand::media::verify {

/// The files of one package, seen as a player sees them: by URIs relative to the playlist that holds them. Nothing
/// outside the root is ever opened, and no symlink below it is followed. Paths are '/' separated and relative to the
/// root. Callable from any thread.
class PackageFiles {
public:
    static constexpr std::uint64_t kMaxPlaylistBytes = 64ULL << 20;
    static constexpr std::uint64_t kMaxMediaBytes = 1ULL << 30;

    /// NotFound if the root is not a folder.
    [[nodiscard]] static base::Result<PackageFiles> open(const std::filesystem::path& root);

    /// Where `uri`, written in the playlist `from`, leads. PermissionDenied if it is absolute, has a scheme, a query or
    /// a fragment, or leaves the root; NotFound if there is no regular file.
    [[nodiscard]] base::Result<std::string> resolve(const std::string& from, const std::string& uri) const;

    /// Whole content; CorruptData if it is larger than `max_bytes`.
    [[nodiscard]] base::Result<std::vector<std::uint8_t>> read(const std::string& file, std::uint64_t max_bytes) const;
    [[nodiscard]] base::Result<std::string> read_text(const std::string& file) const;
    [[nodiscard]] bool is_regular_file(const std::string& file) const;
    [[nodiscard]] base::Result<std::uint64_t> size(const std::string& file) const;
    /// `count` bytes from `offset` on; IoError if the file ends before.
    [[nodiscard]] base::Result<std::vector<std::uint8_t>> read_part(const std::string& file, std::uint64_t offset,
                                                                    std::uint64_t count) const;
    /// Where a file really is, for libraries that open it themselves.
    [[nodiscard]] std::filesystem::path absolute(const std::string& file) const;

    /// Names of what lies in a folder ("" is the root), folders too; at most a million.
    [[nodiscard]] base::Result<std::vector<std::string>> list(const std::string& folder) const;
    /// Everything below a folder that is not a folder itself; at most a million entries.
    [[nodiscard]] base::Result<std::vector<std::string>> list_below(const std::string& folder) const;

private:
    explicit PackageFiles(std::filesystem::path root) : m_root(std::move(root)) {}

    std::filesystem::path m_root;
};

/// "a/b" of "a/b/c.m3u8", "" of "c.m3u8".
[[nodiscard]] std::string folder_of(const std::string& file);
/// "c.m3u8" of "a/b/c.m3u8".
[[nodiscard]] std::string name_of(const std::string& file);
[[nodiscard]] std::string join(const std::string& folder, const std::string& name);

} // namespace framehand::media::verify
