// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"
#include "core/ports/waiter.h"

#include <memory>

namespace framehand::platform {

/// The FileSystem port on Windows, for NTFS and for shares of SMB alike. Any thread.
///
/// Paths may have more than 260 characters and any Unicode: every call is made with \\?\C:\... or \\?\UNC\server\share.
/// Symbolic links and junctions are Kind::Symlink. Copies and hashes go in blocks of 1 MiB, and a cancellation is seen
/// between two blocks. Reading back asks for no caching, so that a share is asked again.
///
/// What another program holds open, as readers, virus scanners and indexers do for a moment, is tried again and again
/// for kPatience, and then refused: Unavailable, with the path that is held in the sentence, and nothing has changed.
/// Where Windows only says that access is denied, which may mean the same or a missing right, it is kShortPatience.
///
/// rename() of a file is one rename on the disk that replaces the old name, with the semantics of POSIX where the file
/// system has them (NTFS since Windows 10: a reader that allows it, as FILE_SHARE_DELETE, keeps the old file), else
/// that of MoveFileEx(). It never copies. A folder in which something is open cannot be renamed on Windows.
///
/// write_file_atomic() keeps the access list that is special to the file that it replaces; what is inherited is
/// inherited again. fsync is FlushFileBuffers(). sync_directory() does what the file system allows, which for a share
/// is nothing: renames and new names are written through.
class WindowsFileSystem final : public ports::FileSystem {
public:
    static constexpr base::Duration kPatience{10'000};
    static constexpr base::Duration kShortPatience{1'000};

    WindowsFileSystem();
    /// Tests let no time pass between two tries.
    explicit WindowsFileSystem(std::shared_ptr<ports::Waiter> waiter);

    [[nodiscard]] base::Result<Kind> kind(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> file_size(const Path& path) const override;
    [[nodiscard]] base::Result<std::vector<Entry>> list(const Path& directory) const override;
    /// Without \\?\; a drive letter that stands for a share becomes the share: "\\server\share\film.mkv".
    [[nodiscard]] base::Result<Path> canonical(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> free_bytes(const Path& path) const override;

    [[nodiscard]] base::Result<std::string> read_file(const Path& path, std::size_t max_bytes) const override;
    [[nodiscard]] base::Status write_file_atomic(const Path& path, std::string_view content) override;
    /// A symlink at `to` is refused, not followed; so in copy_file().
    [[nodiscard]] base::Status append_file(const Path& path, std::string_view bytes) override;
    [[nodiscard]] base::Result<Copied> copy_file(const Path& from, const Path& to,
                                                 const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<Copied> hash_file(const Path& path, const base::CancelToken& cancel) const override;

    [[nodiscard]] base::Result<std::vector<Path>> create_directories(const Path& path) override;
    [[nodiscard]] base::Status rename(const Path& from, const Path& to) override;
    [[nodiscard]] base::Status sync_directory(const Path& directory) override;
    /// Read-only ones too, as on POSIX.
    [[nodiscard]] base::Status remove(const Path& path) override;
    [[nodiscard]] base::Status remove_all(const Path& path) override;

private:
    std::shared_ptr<ports::Waiter> m_waiter;
};

} // namespace framehand::platform
