// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"

namespace framehand::platform {

/// The FileSystem port on POSIX calls, for local disks and mounted shares alike.
///
/// Copies and hashes go in blocks of 1 MiB, and a cancellation is seen between two blocks. Reading back asks the
/// kernel to drop its cached pages first, so that a share is asked again. New files get mode 0666 and new folders 0777,
/// both less the umask; write_file_atomic() keeps the mode of the file that it replaces.
class PosixFileSystem final : public ports::FileSystem {
public:
    [[nodiscard]] base::Result<Kind> kind(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> file_size(const Path& path) const override;
    [[nodiscard]] base::Result<std::vector<Entry>> list(const Path& directory) const override;
    [[nodiscard]] base::Result<Path> canonical(const Path& path) const override;
    [[nodiscard]] base::Result<std::uint64_t> free_bytes(const Path& path) const override;

    [[nodiscard]] base::Result<std::string> read_file(const Path& path, std::size_t max_bytes) const override;
    [[nodiscard]] base::Status write_file_atomic(const Path& path, std::string_view content) override;
    /// A symlink at `to` is refused, not followed.
    [[nodiscard]] base::Status append_file(const Path& path, std::string_view bytes) override;
    [[nodiscard]] base::Result<Copied> copy_file(const Path& from, const Path& to,
                                                 const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<Copied> hash_file(const Path& path, const base::CancelToken& cancel) const override;

    [[nodiscard]] base::Result<std::vector<Path>> create_directories(const Path& path) override;
    [[nodiscard]] base::Status rename(const Path& from, const Path& to) override;
    [[nodiscard]] base::Status sync_directory(const Path& directory) override;
    [[nodiscard]] base::Status remove(const Path& path) override;
    [[nodiscard]] base::Status remove_all(const Path& path) override;
};

} // namespace framehand::platform
