// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/bucket_publisher.h"

#include <utility>

namespace framehand::storage {

namespace {

constexpr std::string_view kJournal = "bucket.json"; ///< in the job's staging folder
constexpr std::string_view kScheme = "s3://";

std::filesystem::path journal_of(const StagedJob& staged) {
    return staged.dir / kJournal;
}

/// The folder of a bucket that the package's files lie below; its key is "" for the bucket itself.
base::Result<s3::ObjectName> place_of(const jobs::Job& job, const jobs::PackageLayout& layout) {
    const auto rest = std::string_view(job.destination).substr(kScheme.size());
    const auto slash = rest.find('/');
    s3::ObjectName place{std::string(rest.substr(0, slash)), {}};
    if (slash != std::string_view::npos) {
        place.key = rest.substr(slash + 1);
    }
    while (place.key.ends_with('/')) {
        place.key.pop_back();
    }
    if (!s3::is_bucket_name(place.bucket)) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "destination: \"" + place.bucket + "\" is no name of a bucket");
    }
    if (job.flat_name.empty() && !layout.destination.empty()) {
        place.key += (place.key.empty() ? "" : "/") + layout.destination;
    }
    return place;
}

} // namespace

BucketPublisher::BucketPublisher(const ObjectStore& store, ports::FileSystem& file_system)
    : m_session(store.open()), m_committer(*m_session.client, file_system), m_file_system(file_system) {
}

bool BucketPublisher::takes(const jobs::Job& job) const {
    return (job.file ? job.file->path : job.destination).starts_with(kScheme);
}

base::Status BucketPublisher::check(const jobs::Job& job, const jobs::PackageLayout& layout,
                                    std::uint64_t /*reserve_bytes*/) {
    FH_TRY(s3::check_access(m_session.client->access()));
    if (job.file) {
        FH_ASSIGN(const auto object, s3::parse_s3_url(job.file->path));
        return m_committer.check(object, {});
    }
    FH_ASSIGN(auto place, place_of(job, layout));
    place.key +=
        (place.key.empty() ? "" : "/") + (job.flat_name.empty() ? layout.multivariant : job.flat_name + ".m3u8");
    return m_committer.check(place, {});
}

base::Result<Published> BucketPublisher::publish(const PublishRequest& request, const base::CancelToken& cancel) {
    return request.job.file ? publish_file(request, cancel) : publish_package(request, cancel);
}

base::Result<Published> BucketPublisher::publish_file(const PublishRequest& request, const base::CancelToken& cancel) {
    if (request.manifest.files.size() != 1) {
        return base::fail(base::ErrorCode::CorruptData, "the transcoder was to make one file and made " +
                                                            std::to_string(request.manifest.files.size()));
    }
    S3FileRequest file;
    file.job_id = request.job.job_id;
    file.file = request.staged.package_dir / request.manifest.files.front().path;
    FH_ASSIGN(file.object, s3::parse_s3_url(request.job.file->path));
    file.journal = journal_of(request.staged);
    FH_ASSIGN(auto receipt, m_committer.publish_file(file, cancel, {}));
    return Published{std::move(receipt.manifest_url), std::move(receipt.cleanup_error)};
}

base::Result<Published> BucketPublisher::publish_package(const PublishRequest& request,
                                                         const base::CancelToken& cancel) {
    S3PackageRequest package;
    package.job_id = request.job.job_id;
    package.package_dir = request.staged.package_dir;
    package.manifest = request.manifest;
    FH_ASSIGN(auto place, place_of(request.job, request.manifest.layout));
    package.bucket = std::move(place.bucket);
    package.prefix = std::move(place.key);
    package.flat_name = request.job.flat_name;
    package.journal = journal_of(request.staged);
    FH_ASSIGN(auto receipt, m_committer.publish(package, cancel, {}));
    return Published{std::move(receipt.manifest_url), std::move(receipt.cleanup_error)};
}

base::Result<bool> BucketPublisher::take_back(const StagedJob& staged) {
    FH_ASSIGN(const auto kind, m_file_system.kind(journal_of(staged)));
    if (kind == ports::FileSystem::Kind::Missing) {
        return false;
    }
    FH_ASSIGN(const auto ended, m_committer.undo(journal_of(staged), {}));
    return ended.outcome == S3Recovery::Outcome::Undone;
}

} // namespace framehand::storage
