// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::ports {

/// Everything that Framehand asks of a disk or share. Stateless: callable from any thread; calls block.
/// Errors carry the path in their message and the OS's text as the cause; a share that went away is Unavailable
/// (ESTALE, EIO, ENOTCONN, EHOSTDOWN, ...), a full disk NoSpace, a read-only one PermissionDenied.
/// Tests replace it by one that fails, stops or "loses power" at a chosen call.
class FileSystem {
public:
    using Path = std::filesystem::path;

    enum class Kind { Missing, File, Directory, Symlink, Other };

    struct Entry {
        std::string name;
        Kind kind = Kind::Missing;
    };

    struct Copied {
        std::uint64_t bytes = 0;
        std::string sha256; ///< of the bytes that were read, 64 hex digits
    };

    virtual ~FileSystem() = default;

    /// What is at `path` itself; a symlink is not followed. Missing is not an error.
    [[nodiscard]] virtual base::Result<Kind> kind(const Path& path) const = 0;
    [[nodiscard]] virtual base::Result<std::uint64_t> file_size(const Path& path) const = 0;
    /// Names in a directory, sorted; without "." and "..".
    [[nodiscard]] virtual base::Result<std::vector<Entry>> list(const Path& directory) const = 0;
    /// Absolute path with all symlinks resolved; NotFound if a part is missing.
    [[nodiscard]] virtual base::Result<Path> canonical(const Path& path) const = 0;
    /// Bytes that an unprivileged writer may still store on the file system of `path` (which must exist).
    [[nodiscard]] virtual base::Result<std::uint64_t> free_bytes(const Path& path) const = 0;

    /// Whole content. CorruptData if the file is larger than `max_bytes`.
    [[nodiscard]] virtual base::Result<std::string> read_file(const Path& path, std::size_t max_bytes) const = 0;
    /// Old content or new content, never a part: temporary file beside it, fsync, rename, fsync of the directory.
    [[nodiscard]] virtual base::Status write_file_atomic(const Path& path, std::string_view content) = 0;
    /// Adds `bytes` at the end and syncs; makes the file if it is missing. A kill may leave only a part of them there.
    [[nodiscard]] virtual base::Status append_file(const Path& path, std::string_view bytes) = 0;
    /// Creates or truncates `to`, copies in blocks, fsyncs. Cancelled leaves a partial `to` behind.
    [[nodiscard]] virtual base::Result<Copied> copy_file(const Path& from, const Path& to,
                                                         const base::CancelToken& cancel) = 0;
    /// Size and hash of a file as it is read back now (bypasses the page cache where the OS can).
    [[nodiscard]] virtual base::Result<Copied> hash_file(const Path& path, const base::CancelToken& cancel) const = 0;

    /// Creates missing parents too; fine if it exists. Returns the directories that it had to make, outermost first.
    [[nodiscard]] virtual base::Result<std::vector<Path>> create_directories(const Path& path) = 0;
    /// Atomic on one file system; replaces a file; a directory replaces nothing or an empty directory.
    [[nodiscard]] virtual base::Status rename(const Path& from, const Path& to) = 0;
    /// Makes renames and new names in a directory survive a power cut. No error where the share cannot do it.
    [[nodiscard]] virtual base::Status sync_directory(const Path& directory) = 0;
    /// One file or empty directory. Missing is not an error.
    [[nodiscard]] virtual base::Status remove(const Path& path) = 0;
    /// A whole tree, not following symlinks. Missing is not an error.
    [[nodiscard]] virtual base::Status remove_all(const Path& path) = 0;
};

} // namespace framehand::ports
