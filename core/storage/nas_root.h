// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <string_view>

namespace framehand::storage {

/// The folder under which every input and every result lies. All paths of jobs are relative to it, and none may leave
/// it: not by "..", not by being absolute, not through a symlink (DESIGN 5). Symlinks that stay inside are followed.
///
/// Constant after construction; callable from any thread; calls block on the share. A symlink that somebody changes
/// between the check and the use is not seen: who may write to the share is trusted that far.
class NasRoot {
public:
    using Path = std::filesystem::path;

    /// `file_system` must outlive this.
    NasRoot(Path root, const ports::FileSystem& file_system);

    /// The absolute path, free of symlinks, of an existing file.
    /// NotFound "input file does not exist: <absolute path>"; PermissionDenied for a path that leaves the root;
    /// InvalidArgument for an empty path or something that is not a file; Unavailable if the root itself is missing.
    [[nodiscard]] base::Result<Path> resolve_input(std::string_view relative) const;

    /// The absolute path of a folder that need not exist yet; "" is the root itself. Symlinks in the part that exists
    /// are resolved. PermissionDenied for a path that leaves the root; AlreadyExists if something other than a folder
    /// is in the way; Unavailable if the root itself is missing.
    [[nodiscard]] base::Result<Path> resolve_destination(std::string_view relative) const;

    /// As it was configured, made absolute.
    [[nodiscard]] const Path& root() const { return m_root; }

private:
    [[nodiscard]] base::Result<Path> canonical_root() const;

    const Path m_root;
    const ports::FileSystem& m_file_system;
};

} // namespace framehand::storage
