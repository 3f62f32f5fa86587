// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <memory>

class QLockFile;

namespace framehand::cli {

/// Keeps other runs of this user away from a folder, for as long as it lives. A run that was killed holds nothing.
class FolderLock {
public:
    /// `lock_file` is where all runs look; its folder is made. AlreadyExists, naming `folder`, if another run works
    /// there. `files` must outlive the lock.
    [[nodiscard]] static base::Result<FolderLock> take(ports::FileSystem& files, const std::filesystem::path& lock_file,
                                                       const std::filesystem::path& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    FolderLock(ports::FileSystem& files, std::filesystem::path place, std::unique_ptr<QLockFile> lock);

    ports::FileSystem& m_files;
    std::filesystem::path m_place; ///< the lock file's folder
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace framehand::cli
