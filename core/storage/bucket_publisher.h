// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"
#include "core/storage/object_store.h"
#include "core/storage/publisher.h"
#include "core/storage/s3_committer.h"

namespace framehand::storage {

/// Packages and files in object storage, by S3Committer.
class BucketPublisher final : public Publisher {
public:
    /// Both must outlive this.
    BucketPublisher(const ObjectStore& store, ports::FileSystem& file_system);

    [[nodiscard]] bool takes(const jobs::Job& job) const override;
    /// Puts nothing but a small object beside the result, which is removed again.
    [[nodiscard]] base::Status check(const jobs::Job& job, const jobs::PackageLayout& layout,
                                     std::uint64_t reserve_bytes) override;
    [[nodiscard]] base::Result<Published> publish(const PublishRequest& request,
                                                  const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<bool> take_back(const StagedJob& staged) override;

private:
    [[nodiscard]] base::Result<Published> publish_package(const PublishRequest& request,
                                                          const base::CancelToken& cancel);
    [[nodiscard]] base::Result<Published> publish_file(const PublishRequest& request, const base::CancelToken& cancel);

    ObjectStore::Session m_session;
    S3Committer m_committer;
    ports::FileSystem& m_file_system;
};

} // namespace framehand::storage
