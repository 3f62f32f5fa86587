// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/nas_package_publisher.h"

#include "core/storage/free_space.h"

#include <utility>

namespace framehand::storage {

NasPackagePublisher::NasPackagePublisher(ports::FileSystem& file_system, const NasRoot& nas)
    : m_file_system(file_system), m_nas(nas), m_committer(file_system, nas) {
}

bool NasPackagePublisher::takes(const jobs::Job& job) const {
    return job.work == jobs::Work::Package && job.destination.empty();
}

base::Status NasPackagePublisher::check(const jobs::Job& /*job*/, const jobs::PackageLayout& layout,
                                        std::uint64_t reserve_bytes) {
    FH_ASSIGN(const auto destination, m_nas.resolve_destination(layout.destination));
    return require_free(m_file_system, destination, reserve_bytes);
}

base::Result<Published> NasPackagePublisher::publish(const PublishRequest& request, const base::CancelToken& cancel) {
    CommitRequest commit;
    commit.job_id = request.job.job_id;
    commit.package_dir = request.staged.package_dir;
    commit.manifest = request.manifest;
    commit.journal = request.staged.journal;
    commit.reserve_bytes = request.reserve_bytes;
    FH_ASSIGN(auto receipt, m_committer.commit(commit, cancel, {}));
    return Published{std::move(receipt.manifest_url), std::move(receipt.cleanup_error)};
}

base::Result<bool> NasPackagePublisher::take_back(const StagedJob& staged) {
    FH_ASSIGN(const auto recovery, m_committer.undo(staged.journal));
    return recovery.outcome == Recovery::Outcome::Undone;
}

} // namespace framehand::storage
