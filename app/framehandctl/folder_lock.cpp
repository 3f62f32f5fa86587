// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/folder_lock.h"

#include <QLockFile>
#include <QString>

#include <utility>

namespace framehand::cli {

base::Result<FolderLock> FolderLock::take(ports::FileSystem& files, const std::filesystem::path& lock_file,
                                          const std::filesystem::path& folder) {
    const std::filesystem::path place = lock_file.parent_path();
    FH_TRY(files.create_directories(place));
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(lock_file.string()));
    lock->setStaleLockTime(0); // stale only when its process is gone, however long a film takes
    if (!lock->tryLock(0)) {
        return base::fail(base::ErrorCode::AlreadyExists,
                          "another framehandctl transcode works into " + folder.string() + "; wait for it, or stop it");
    }
    return FolderLock(files, place, std::move(lock));
}

FolderLock::FolderLock(ports::FileSystem& files, std::filesystem::path place, std::unique_ptr<QLockFile> lock)
    : m_files(files), m_place(std::move(place)), m_lock(std::move(lock)) {
}

FolderLock::FolderLock(FolderLock&& other) noexcept = default;

FolderLock::~FolderLock() {
    if (m_lock) {
        m_lock->unlock();
        static_cast<void>(m_files.remove(m_place)); // stays while another run is in it
    }
}

} // namespace framehand::cli
