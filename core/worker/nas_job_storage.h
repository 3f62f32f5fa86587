// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/storage/nas_root.h"
#include "core/storage/package_committer.h"
#include "core/storage/staging_area.h"
#include "core/worker/job_storage.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

namespace framehand::worker {

struct NasJobStorageOptions {
    std::filesystem::path nas_root;
    std::filesystem::path temp_dir;
    std::uint64_t min_free_bytes = 0; ///< kept free in temp_dir and on the NAS
};

/// Inputs and packages on a mounted share, staged on the local disk.
class NasJobStorage final : public JobStorage {
public:
    /// `file_system` must outlive this.
    NasJobStorage(ports::FileSystem& file_system, NasJobStorageOptions options, base::Logger logger);

    /// From the next job on, which may be prepared on another thread meanwhile.
    void set_min_free_bytes(std::uint64_t bytes) { m_min_free_bytes = bytes; }

    [[nodiscard]] base::Status make_ready(const std::string& running_job_id) override;
    [[nodiscard]] base::Result<PreparedJob> prepare(const jobs::Job& job, const std::string& package_id) override;
    [[nodiscard]] base::Result<CommittedJob> commit(const std::string& job_id, const jobs::PackageManifest& manifest,
                                                    const base::CancelToken& cancel) override;
    [[nodiscard]] base::Status discard(const std::string& job_id) override;

private:
    [[nodiscard]] base::Status discard(const storage::StagedJob& staged);
    /// discard(), or else out of the way, so that the next job can be done.
    [[nodiscard]] base::Status clear(const storage::StagedJob& staged);
    [[nodiscard]] base::Status set_aside(const storage::StagedJob& staged, const base::Error& why);
    /// Whether the staging was made for the package that `note` describes.
    [[nodiscard]] base::Result<bool> holds(const storage::StagedJob& staged, const std::string& note) const;

    ports::FileSystem& m_file_system;
    const NasJobStorageOptions m_options;
    std::atomic<std::uint64_t> m_min_free_bytes;
    base::Logger m_logger;
    const storage::NasRoot m_nas;
    storage::StagingArea m_staging;
    storage::PackageCommitter m_committer;
};

} // namespace framehand::worker
