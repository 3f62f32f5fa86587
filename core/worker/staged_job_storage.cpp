// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/staged_job_storage.h"

#include "core/jobs/shown_url.h"
#include "core/storage/bucket_publisher.h"
#include "core/storage/free_space.h"
#include "core/storage/nas_file_publisher.h"
#include "core/storage/nas_package_publisher.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

namespace {

constexpr std::string_view kNote = "made-for.json"; ///< beside the package
constexpr std::size_t kMaxNote = std::size_t{16} << 20U;
constexpr std::string_view kFetched = "input";       ///< likewise
constexpr std::string_view kSetAside = "set-aside-"; ///< before a name, so that it is no longer a leftover's

std::string note_of(const jobs::Job& job, const std::string& package_id) {
    return base::dump_json({{"job", jobs::to_json(job)}, {"package_id", package_id}});
}

/// What no later try can make better.
bool is_unreadable(const base::Error& error) {
    return error.code == base::ErrorCode::CorruptData || error.code == base::ErrorCode::Unsupported ||
           error.code == base::ErrorCode::InvalidArgument;
}

/// Nothing appears at a destination.
bool publishes(const jobs::Job& job) {
    return job.work != jobs::Work::Check && job.rehearsal == jobs::Rehearsal::Real;
}

} // namespace

StagedJobStorage::StagedJobStorage(ports::FileSystem& file_system, StagedJobStorageOptions options,
                                   storage::ObjectStore objects, base::Logger logger)
    : m_file_system(file_system), m_options(std::move(options)), m_min_free_bytes(m_options.min_free_bytes),
      m_logger(std::move(logger)), m_nas(m_options.nas_root, file_system), m_staging(m_options.temp_dir, file_system),
      m_objects(std::move(objects)), m_has_share(!m_options.nas_root.empty()) {
    m_publishers.push_back(std::make_unique<storage::BucketPublisher>(m_objects, file_system));
    if (m_has_share) {
        m_publishers.push_back(std::make_unique<storage::NasPackagePublisher>(file_system, m_nas));
        m_publishers.push_back(std::make_unique<storage::NasFilePublisher>(file_system, m_nas));
    }
}

base::Status StagedJobStorage::make_ready(const std::string& running_job_id) {
    if (m_has_share) {
        FH_TRY(m_nas.resolve_destination(""));
    }
    const auto running = running_job_id.empty() ? std::string{} : storage::job_key(running_job_id);
    FH_ASSIGN(const auto leftovers, m_staging.leftovers());
    for (const auto& staged : leftovers) {
        if (staged.key != running) {
            FH_TRY(clear(staged));
        }
    }
    return {};
}

base::Result<PreparedJob> StagedJobStorage::prepare(const jobs::Job& job, const std::string& package_id,
                                                    const base::CancelToken& cancel) {
    PreparedJob prepared;
    FH_ASSIGN(prepared.layout, jobs::make_layout(job, package_id));
    if (!storage::ObjectStore::is_remote(job.input.source_url)) {
        if (!m_has_share) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              "input: " + job.input.source_url + " is on a share, and nas_mount_path is not set");
        }
        FH_ASSIGN(prepared.input, m_nas.resolve_input(job.input.source_url));
        prepared.input_bytes = m_file_system.file_size(prepared.input).value_or(0);
    }
    if (job.work != jobs::Work::Check) {
        FH_ASSIGN(auto* publisher, publisher_for(job));
        FH_TRY(publisher->check(job, prepared.layout, m_min_free_bytes));
    }
    FH_TRY(storage::require_free(m_file_system, m_options.temp_dir, m_min_free_bytes));

    const auto staged = m_staging.locate(job.job_id);
    const auto note = note_of(job, package_id);
    FH_ASSIGN(const bool kept, holds(staged, note));
    if (!kept) {
        FH_TRY(clear(staged));
        FH_TRY(m_staging.create(job.job_id));
        FH_TRY(m_file_system.write_file_atomic(staged.dir / kNote, note));
    }
    prepared.package_dir = staged.package_dir;
    if (storage::ObjectStore::is_remote(job.input.source_url)) {
        FH_TRY(reach_input(job, staged, cancel, prepared));
    }
    return prepared;
}

base::Status StagedJobStorage::reach_input(const jobs::Job& job, const storage::StagedJob& staged,
                                           const base::CancelToken& cancel, PreparedJob& prepared) const {
    FH_ASSIGN(prepared.ranges, m_objects.reader(job.input.source_url, cancel));
    prepared.input_bytes = prepared.ranges->size();
    if (job.work == jobs::Work::Package || job.work == jobs::Work::File) {
        return {};
    }
    // All other work takes files only.
    FH_TRY(storage::require_free(m_file_system, m_options.temp_dir, prepared.input_bytes + m_min_free_bytes));
    prepared.input = staged.dir / kFetched;
    FH_TRY(storage::fetch(*prepared.ranges, prepared.input, cancel));
    prepared.ranges.reset();
    return {};
}

base::Result<bool> StagedJobStorage::holds(const storage::StagedJob& staged, const std::string& note) const {
    using Kind = ports::FileSystem::Kind;
    FH_ASSIGN(const auto noted, m_file_system.kind(staged.dir / kNote));
    FH_ASSIGN(const auto package, m_file_system.kind(staged.package_dir));
    // A commit belongs to a package that is finished: with one under way, this job was begun anew.
    FH_ASSIGN(const auto commit, m_file_system.kind(staged.journal));
    if (noted != Kind::File || package != Kind::Directory || commit != Kind::Missing) {
        return false;
    }
    const auto found = m_file_system.read_file(staged.dir / kNote, kMaxNote);
    return found && *found == note;
}

base::Result<storage::Publisher*> StagedJobStorage::publisher_for(const jobs::Job& job) const {
    const auto found = std::ranges::find_if(m_publishers, [&](const auto& publisher) { return publisher->takes(job); });
    if (found == m_publishers.end()) {
        return base::fail(base::ErrorCode::Unsupported,
                          "this worker cannot publish to " + (job.file ? job.file->path : job.destination));
    }
    return found->get();
}

base::Result<CommittedJob> StagedJobStorage::commit(const jobs::Job& job, const jobs::PackageManifest& manifest,
                                                    const base::CancelToken& cancel) {
    if (!publishes(job)) {
        const auto input = jobs::shown_url(job.input.source_url);
        return CommittedJob{storage::ObjectStore::is_remote(input) ? input : "/" + input, {}};
    }
    FH_ASSIGN(auto* publisher, publisher_for(job));
    const storage::PublishRequest request{job, manifest, m_staging.locate(job.job_id), m_min_free_bytes};
    FH_ASSIGN(const auto published, publisher->publish(request, cancel));
    return CommittedJob{published.url, published.cleanup_error ? published.cleanup_error->text() : std::string{}};
}

base::Status StagedJobStorage::discard(const std::string& job_id) {
    return discard(m_staging.locate(job_id));
}

base::Status StagedJobStorage::discard(const storage::StagedJob& staged) {
    for (const auto& publisher : m_publishers) {
        FH_ASSIGN(const bool taken_back, publisher->take_back(staged));
        if (taken_back) {
            m_logger.info("took back an unfinished commit", {{"folder", staged.dir.string()}});
        }
    }
    return m_staging.remove(staged);
}

base::Status StagedJobStorage::clear(const storage::StagedJob& staged) {
    const auto discarded = discard(staged);
    if (discarded || !is_unreadable(discarded.error())) {
        return discarded;
    }
    return set_aside(staged, discarded.error());
}

base::Status StagedJobStorage::set_aside(const storage::StagedJob& staged, const base::Error& why) {
    using Kind = ports::FileSystem::Kind;
    auto place = staged.dir.parent_path() / (std::string(kSetAside) + staged.key + ".0");
    for (int number = 1;; ++number) {
        FH_ASSIGN(const auto there, m_file_system.kind(place));
        if (there == Kind::Missing) {
            break;
        }
        place.replace_extension(std::to_string(number));
    }
    FH_TRY(m_file_system.rename(staged.dir, place));
    FH_TRY(m_file_system.sync_directory(place.parent_path()));
    m_logger.warning("what is left of an earlier job cannot be cleaned up; it is set aside for people to look at",
                     {{"folder", place.string()}, {"error", why.text()}});
    return {};
}

} // namespace framehand::worker
