// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/package_committer.h"
#include "core/storage/publisher.h"

namespace framehand::storage {

/// Packages on the share, by PackageCommitter.
class NasPackagePublisher final : public Publisher {
public:
    /// Both must outlive this.
    NasPackagePublisher(ports::FileSystem& file_system, const NasRoot& nas);

    [[nodiscard]] bool takes(const jobs::Job& job) const override;
    [[nodiscard]] base::Status check(const jobs::Job& job, const jobs::PackageLayout& layout,
                                     std::uint64_t reserve_bytes) override;
    [[nodiscard]] base::Result<Published> publish(const PublishRequest& request,
                                                  const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<bool> take_back(const StagedJob& staged) override;

private:
    ports::FileSystem& m_file_system;
    const NasRoot& m_nas;
    PackageCommitter m_committer;
};

} // namespace framehand::storage
