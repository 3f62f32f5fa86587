// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/nas_job_storage.h"

#include "core/storage/free_space.h"

#include <utility>

namespace framehand::worker {

namespace {

constexpr std::string_view kNote = "made-for.json"; ///< beside the package
constexpr std::size_t kMaxNote = std::size_t{16} << 20U;
constexpr std::string_view kSetAside = "set-aside-"; ///< before a name, so that it is no longer a leftover's

std::string note_of(const jobs::Job& job, const std::string& package_id) {
    return base::dump_json({{"job", jobs::to_json(job)}, {"package_id", package_id}});
}

/// What no later try can make better.
bool is_unreadable(const base::Error& error) {
    return error.code == base::ErrorCode::CorruptData || error.code == base::ErrorCode::Unsupported ||
           error.code == base::ErrorCode::InvalidArgument;
}

} // namespace

NasJobStorage::NasJobStorage(ports::FileSystem& file_system, NasJobStorageOptions options, base::Logger logger)
    : m_file_system(file_system), m_options(std::move(options)), m_min_free_bytes(m_options.min_free_bytes),
      m_logger(std::move(logger)), m_nas(m_options.nas_root, file_system), m_staging(m_options.temp_dir, file_system),
      m_committer(file_system, m_nas) {
}

base::Status NasJobStorage::make_ready(const std::string& running_job_id) {
    FH_TRY(m_nas.resolve_destination(""));
    const auto running = running_job_id.empty() ? std::string{} : storage::job_key(running_job_id);
    FH_ASSIGN(const auto leftovers, m_staging.leftovers());
    for (const auto& staged : leftovers) {
        if (staged.key != running) {
            FH_TRY(clear(staged));
        }
    }
    return {};
}

base::Result<PreparedJob> NasJobStorage::prepare(const jobs::Job& job, const std::string& package_id) {
    PreparedJob prepared;
    FH_ASSIGN(prepared.layout, jobs::make_layout(job, package_id));
    FH_ASSIGN(prepared.input, m_nas.resolve_input(job.input.source_url));
    prepared.input_bytes = m_file_system.file_size(prepared.input).value_or(0);
    FH_ASSIGN(const auto destination, m_nas.resolve_destination(prepared.layout.destination));
    FH_TRY(storage::require_free(m_file_system, destination, m_min_free_bytes));
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
    return prepared;
}

base::Result<bool> NasJobStorage::holds(const storage::StagedJob& staged, const std::string& note) const {
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

base::Result<CommittedJob> NasJobStorage::commit(const std::string& job_id, const jobs::PackageManifest& manifest,
                                                 const base::CancelToken& cancel) {
    const auto staged = m_staging.locate(job_id);
    storage::CommitRequest request;
    request.job_id = job_id;
    request.package_dir = staged.package_dir;
    request.manifest = manifest;
    request.journal = staged.journal;
    request.reserve_bytes = m_min_free_bytes;
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

base::Status NasJobStorage::clear(const storage::StagedJob& staged) {
    const auto discarded = discard(staged);
    if (discarded || !is_unreadable(discarded.error())) {
        return discarded;
    }
    return set_aside(staged, discarded.error());
}

base::Status NasJobStorage::set_aside(const storage::StagedJob& staged, const base::Error& why) {
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
