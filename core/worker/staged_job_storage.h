// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/storage/nas_root.h"
#include "core/storage/object_store.h"
#include "core/storage/publisher.h"
#include "core/storage/staging_area.h"
#include "core/worker/job_storage.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace framehand::worker {

struct StagedJobStorageOptions {
    std::filesystem::path nas_root; ///< "" for none
    std::filesystem::path temp_dir;
    std::uint64_t min_free_bytes = 0; ///< kept free in temp_dir and at the destination
};

/// Inputs on a mounted share, in object storage or behind URLs; results staged on the local disk and published on the
/// share or in object storage.
class StagedJobStorage final : public JobStorage {
public:
    /// `file_system` must outlive this.
    StagedJobStorage(ports::FileSystem& file_system, StagedJobStorageOptions options, storage::ObjectStore objects,
                     base::Logger logger);

    /// From the next job on, which may be prepared on another thread meanwhile.
    void set_min_free_bytes(std::uint64_t bytes) { m_min_free_bytes = bytes; }

    [[nodiscard]] base::Status make_ready(const std::string& running_job_id) override;
    [[nodiscard]] base::Result<PreparedJob> prepare(const jobs::Job& job, const std::string& package_id,
                                                    const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<CommittedJob> commit(const jobs::Job& job, const jobs::PackageManifest& manifest,
                                                    const base::CancelToken& cancel) override;
    [[nodiscard]] base::Status discard(const std::string& job_id) override;

private:
    [[nodiscard]] base::Status reach_input(const jobs::Job& job, const storage::StagedJob& staged,
                                           const base::CancelToken& cancel, PreparedJob& prepared) const;
    /// Unsupported names the destination that nobody here can publish to.
    [[nodiscard]] base::Result<storage::Publisher*> publisher_for(const jobs::Job& job) const;
    [[nodiscard]] base::Status discard(const storage::StagedJob& staged);
    /// discard(), or else out of the way, so that the next job can be done.
    [[nodiscard]] base::Status clear(const storage::StagedJob& staged);
    [[nodiscard]] base::Status set_aside(const storage::StagedJob& staged, const base::Error& why);
    /// Whether the staging was made for the package that `note` describes.
    [[nodiscard]] base::Result<bool> holds(const storage::StagedJob& staged, const std::string& note) const;

    ports::FileSystem& m_file_system;
    const StagedJobStorageOptions m_options;
    std::atomic<std::uint64_t> m_min_free_bytes;
    base::Logger m_logger;
    const storage::NasRoot m_nas;
    storage::StagingArea m_staging;
    const storage::ObjectStore m_objects;
    const bool m_has_share; ///< a worker of object storage alone has none
    std::vector<std::unique_ptr<storage::Publisher>> m_publishers;
};

} // namespace framehand::worker
