// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/nas_job_storage.h"

#include "core/storage/free_space.h"

#include <utility>

namespace framehand::worker {

NasJobStorage::NasJobStorage(ports::FileSystem& file_system, NasJobStorageOptions options, base::Logger logger)
    : m_file_system(file_system), m_options(std::move(options)), m_logger(std::move(logger)),
      m_nas(m_options.nas_root, file_system), m_staging(m_options.temp_dir, file_system),
      m_committer(file_system, m_nas) {
}

base::Status NasJobStorage::make_ready(const std::string& running_job_id) {
    FH_TRY(m_nas.resolve_destination(""));
    const auto running = running_job_id.empty() ? std::string{} : storage::job_key(running_job_id);
    FH_ASSIGN(const auto leftovers, m_staging.leftovers());
    for (const auto& staged : leftovers) {
        if (staged.key != running) {
            FH_TRY(discard(staged));
        }
    }
    return {};
}

base::Result<PreparedJob> NasJobStorage::prepare(const jobs::Job& job, const std::string& package_id) {
    PreparedJob prepared;
    FH_ASSIGN(prepared.layout, jobs::make_layout(job, package_id));
    FH_ASSIGN(prepared.input, m_nas.resolve_input(job.input.source_url));
    FH_ASSIGN(const auto destination, m_nas.resolve_destination(prepared.layout.destination));
    FH_TRY(storage::require_free(m_file_system, destination, m_options.min_free_bytes));
    FH_TRY(storage::require_free(m_file_system, m_options.temp_dir, m_options.min_free_bytes));

    const auto old = m_staging.locate(job.job_id);
    FH_TRY(discard(old));
    FH_ASSIGN(const auto staged, m_staging.create(job.job_id));
    prepared.package_dir = staged.package_dir;
    return prepared;
}

base::Result<CommittedJob> NasJobStorage::commit(const std::string& job_id, const jobs::PackageManifest& manifest,
                                                 const base::CancelToken& cancel) {
    const auto staged = m_staging.locate(job_id);
    storage::CommitRequest request;
    request.job_id = job_id;
    request.package_dir = staged.package_dir;
    request.manifest = manifest;
    request.journal = staged.journal;
    request.reserve_bytes = m_options.min_free_bytes;
    FH_ASSIGN(const auto receipt, m_committer.commit(request, cancel, {}));
    return CommittedJob{receipt.manifest_url, receipt.cleanup_error ? receipt.cleanup_error->text() : std::string{}};
}

base::Status NasJobStorage::discard(const std::string& job_id) {
    return discard(m_staging.locate(job_id));
}

base::Status NasJobStorage::discard(const storage::StagedJob& staged) {
    FH_ASSIGN(const auto recovery, m_committer.undo(staged.journal));
    if (recovery.outcome == storage::Recovery::Outcome::Undone) {
        m_logger.with("job", recovery.job_id).info("took back an unfinished commit");
    }
    return m_staging.remove(staged);
}

} // namespace framehand::worker
