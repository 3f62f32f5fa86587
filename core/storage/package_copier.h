// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/package_manifest.h"
#include "core/ports/file_system.h"
#include "core/storage/package_swap.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace framehand::storage {

/// Bytes done and bytes in all; called on the thread that commits.
using CommitProgress = std::function<void(std::uint64_t, std::uint64_t)>;

/// Brings a staged package into the hidden folder of its destination and proves that it arrived: each file is synced,
/// read back and compared with its manifest. A file that is there already and matches is not copied again.
class PackageCopier {
public:
    /// `file_system` must outlive this.
    PackageCopier(ports::FileSystem& file_system, CommitSite site, base::CancelToken cancel, CommitProgress progress);

    /// Bytes that copy() still has to write, judged by the sizes of what is there.
    [[nodiscard]] base::Result<std::uint64_t> missing_bytes(const jobs::PackageManifest& manifest) const;

    /// CorruptData names a file that differs from its manifest in staging or after the way to the share. Cancelled
    /// within one block. What was copied so far stays.
    [[nodiscard]] base::Status copy(const std::filesystem::path& package_dir, const jobs::PackageManifest& manifest);

    /// Copies what is at `path` of the destination, if anything, so that it can be put back. AlreadyExists if it is not
    /// a file.
    [[nodiscard]] base::Status keep(const std::string& path);

    /// After the last keep(): makes the names in the hidden folder survive a power cut.
    [[nodiscard]] base::Status sync();

private:
    [[nodiscard]] base::Result<bool> is_there(const jobs::PackageFile& file) const;
    [[nodiscard]] base::Status copy_one(const std::filesystem::path& from, const jobs::PackageFile& file);
    [[nodiscard]] base::Status sync_tree(const std::filesystem::path& directory);

    ports::FileSystem& m_file_system;
    const CommitSite m_site;
    const base::CancelToken m_cancel;
    const CommitProgress m_progress;
};

} // namespace framehand::storage
