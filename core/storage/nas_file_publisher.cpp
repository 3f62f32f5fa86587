// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/nas_file_publisher.h"

#include "core/storage/commit_plan.h"
#include "core/storage/free_space.h"
#include "core/storage/relative_path.h"

#include <utility>

namespace framehand::storage {

namespace {

using base::ErrorCode;
using base::fail;
using jobs::Work;
using Kind = ports::FileSystem::Kind;
using Phase = FileJournal::Phase;

constexpr std::string_view kJournal = "file.json"; ///< in the job's staging folder
constexpr std::string_view kNew = "new";
constexpr std::string_view kOld = "old";

std::filesystem::path journal_of(const StagedJob& staged) {
    return staged.dir / kJournal;
}

std::string joined(const std::string& folder, std::string_view name) {
    return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

/// The file that the rename puts into its place, relative to the root.
std::string waiting_file(const FileJournal& journal) {
    return journal.moved.empty() ? joined(journal.hidden, kNew) : journal.moved;
}

/// Renaming to another file system has no code of its own (EXDEV, ERROR_NOT_SAME_DEVICE). A file that somebody holds
/// open and a share that went away have: a copy would not help.
bool may_be_another_disk(const base::Error& error) {
    return error.code == ErrorCode::IoError;
}

} // namespace

NasFilePublisher::NasFilePublisher(ports::FileSystem& file_system, const NasRoot& nas)
    : m_file_system(file_system), m_nas(nas) {
}

bool NasFilePublisher::takes(const jobs::Job& job) const {
    return job.file && job.file->path.find("://") == std::string::npos;
}

/// Relative to the root, with all symlinks of its folders resolved.
base::Result<std::string> NasFilePublisher::target_of(const jobs::Job& job) const {
    const auto& path = job.file->path;
    FH_TRY(check_relative(path, "file.path"));
    const std::filesystem::path asked(path);
    const auto name = asked.filename().string();
    if (name.empty() || name == "." || path.find('\\') != std::string::npos) {
        return fail(ErrorCode::InvalidArgument, "file.path: \"" + path + "\" must name a file");
    }
    FH_ASSIGN(const auto root, m_nas.resolve_destination(""));
    FH_ASSIGN(const auto folder, m_nas.resolve_destination(asked.parent_path().string()));
    const auto relative = folder.lexically_relative(root).generic_string();
    return joined(relative == "." ? std::string() : relative, name);
}

base::Status NasFilePublisher::check(const jobs::Job& job, const jobs::PackageLayout& /*layout*/,
                                     std::uint64_t reserve_bytes) {
    FH_ASSIGN(const auto target, target_of(job));
    FH_ASSIGN(const auto kind, m_file_system.kind(on_share(target)));
    if (kind != Kind::Missing && kind != Kind::File) {
        return fail(ErrorCode::AlreadyExists, "file.path: there is something other than a file at " + target);
    }
    if (kind == Kind::Missing && job.work == Work::Replace) {
        return fail(ErrorCode::NotFound, "the file to be replaced does not exist: " + on_share(target).string());
    }
    return require_free(m_file_system, on_share(parent_of(target)), reserve_bytes);
}

base::Result<std::string> NasFilePublisher::free_backup(const std::string& target) const {
    const auto first = target + ".bak";
    auto name = first;
    for (int number = 1;; ++number) {
        FH_ASSIGN(const auto kind, m_file_system.kind(on_share(name)));
        if (kind == Kind::Missing) {
            return name;
        }
        name = first + "." + std::to_string(number);
    }
}

base::Result<FileJournal> NasFilePublisher::begin(const PublishRequest& request) const {
    FileJournal journal;
    journal.package_id = request.manifest.layout.package_id;
    FH_ASSIGN(journal.target, target_of(request.job));
    const auto folder = parent_of(journal.target);
    FH_ASSIGN(const auto there, m_file_system.kind(on_share(journal.target)));
    if (there == Kind::File && request.job.file->replaced == jobs::ReplacedFile::KeepBackup) {
        FH_ASSIGN(journal.backup, free_backup(journal.target));
    }
    if (request.job.work == Work::Replace) {
        FH_ASSIGN(const auto root, m_nas.resolve_destination(""));
        FH_ASSIGN(const auto input, m_nas.resolve_input(request.job.input.source_url));
        journal.moved = input.lexically_relative(root).generic_string();
        FH_ASSIGN(journal.bytes, m_file_system.file_size(input));
        if (journal.moved == journal.target) {
            return fail(ErrorCode::InvalidArgument, "file.path: is the input itself");
        }
    } else if (request.manifest.files.size() != 1) {
        return fail(ErrorCode::CorruptData,
                    "the transcoder was to make one file and made " + std::to_string(request.manifest.files.size()));
    } else {
        journal.bytes = request.manifest.files.front().bytes;
    }
    journal.hidden = joined(folder, ".framehand-" + request.staged.key + "-" + journal.package_id);
    for (std::string dir = folder; !dir.empty(); dir = parent_of(dir)) {
        FH_ASSIGN(const auto kind, m_file_system.kind(on_share(dir)));
        if (kind == Kind::Missing) {
            journal.made_dirs.insert(journal.made_dirs.begin(), dir);
        }
    }
    return journal;
}

base::Status NasFilePublisher::copy_proven(const Path& from, const Path& to, const std::string& sha256,
                                           const base::CancelToken& cancel) {
    FH_ASSIGN(const auto written, m_file_system.copy_file(from, to, cancel));
    if (!sha256.empty() && written.sha256 != sha256) {
        return fail(ErrorCode::CorruptData, from.string() + " has changed since it was verified");
    }
    FH_ASSIGN(const auto read, m_file_system.hash_file(to, cancel));
    if (read.bytes != written.bytes || read.sha256 != written.sha256) {
        return fail(ErrorCode::CorruptData, to.string() + " differs from what was written to it");
    }
    return {};
}

base::Status NasFilePublisher::make_ready(const PublishRequest& request, const FileJournal& journal,
                                          const base::CancelToken& cancel) {
    const auto hidden = on_share(journal.hidden);
    FH_TRY(m_file_system.create_directories(hidden));
    if (!journal.backup.empty()) {
        FH_ASSIGN(const auto size, m_file_system.file_size(on_share(journal.target)));
        FH_TRY(require_free(m_file_system, hidden, size + request.reserve_bytes));
        FH_TRY(copy_proven(on_share(journal.target), hidden / kOld, {}, cancel));
        FH_TRY(m_file_system.rename(hidden / kOld, on_share(journal.backup)));
    }
    if (journal.moved.empty()) {
        FH_TRY(require_free(m_file_system, hidden, journal.bytes + request.reserve_bytes));
        const auto copied = journal.obsolete.empty() ? request.manifest.files.front() : jobs::PackageFile{};
        const auto from =
            journal.obsolete.empty() ? request.staged.package_dir / copied.path : on_share(journal.obsolete);
        FH_TRY(copy_proven(from, hidden / kNew, copied.sha256, cancel));
    }
    FH_TRY(m_file_system.sync_directory(hidden));
    for (const auto& dir : journal.made_dirs) {
        FH_TRY(m_file_system.sync_directory(on_share(parent_of(dir))));
    }
    return m_file_system.sync_directory(hidden.parent_path());
}

base::Status NasFilePublisher::enter(Phase phase, const StagedJob& staged, FileJournal& journal) {
    journal.phase = phase;
    return save_file_journal(m_file_system, journal_of(staged), journal);
}

/// Nothing where there is no file.
base::Result<std::optional<std::uint64_t>> NasFilePublisher::size_of(const std::string& relative) const {
    FH_ASSIGN(const auto kind, m_file_system.kind(on_share(relative)));
    if (kind != Kind::File) {
        return std::optional<std::uint64_t>{};
    }
    FH_ASSIGN(const auto size, m_file_system.file_size(on_share(relative)));
    return std::optional(size);
}

/// Whether the rename is all that is left to do. What was copied is on the disk and proven since the journal says
/// Ready; where the server lost power and did not keep its word, the sizes tell.
base::Result<bool> NasFilePublisher::needs_only_rename(const FileJournal& journal) const {
    if (journal.phase != Phase::Ready) {
        return false;
    }
    if (journal.moved.empty()) { // else nobody has written to it
        FH_ASSIGN(const auto copied, size_of(waiting_file(journal)));
        if (copied != journal.bytes) {
            return false;
        }
    }
    if (journal.backup.empty()) {
        return true;
    }
    FH_ASSIGN(const auto kept, size_of(journal.backup));
    FH_ASSIGN(const auto target, size_of(journal.target));
    // Who holds the old file open may have written to it, or removed it.
    return kept && (!target || *kept == *target);
}

base::Status NasFilePublisher::bring(const PublishRequest& request, FileJournal& journal,
                                     const base::CancelToken& cancel) {
    FH_ASSIGN(const bool only_rename, needs_only_rename(journal));
    if (!only_rename) {
        // Before anything is copied, also over an earlier copy: a kill half-way leaves none that passes for proven.
        FH_TRY(enter(Phase::Prepared, request.staged, journal));
        FH_TRY(make_ready(request, journal, cancel));
        FH_TRY(enter(Phase::Ready, request.staged, journal));
    }
    const auto from = on_share(waiting_file(journal));
    const auto renamed = m_file_system.rename(from, on_share(journal.target));
    if (!renamed && !journal.moved.empty() && may_be_another_disk(renamed.error())) {
        FH_ASSIGN(const auto still_there, m_file_system.kind(from));
        if (still_there == Kind::File) {
            // Another disk below the same root: a copy beside the target can be renamed.
            journal.obsolete = std::exchange(journal.moved, {});
            journal.phase = Phase::Prepared;
            return bring(request, journal, cancel);
        }
    }
    return renamed;
}

/// Of a journal that is Ready: whether its rename has happened.
base::Result<bool> NasFilePublisher::is_placed(const FileJournal& journal) const {
    FH_ASSIGN(const auto waiting, m_file_system.kind(on_share(waiting_file(journal))));
    if (waiting != Kind::Missing) {
        return false;
    }
    FH_ASSIGN(const auto size, size_of(journal.target));
    if (size == journal.bytes) {
        return true;
    }
    FH_ASSIGN(const auto hidden, m_file_system.kind(on_share(journal.hidden)));
    if (journal.moved.empty() && hidden == Kind::Directory) {
        return false; // a power cut took the copy; what it was made of is still there
    }
    // Neither here nor there: an unmounted share looks like this.
    return fail(ErrorCode::Unavailable, "the new file is neither at " + on_share(journal.target).string() +
                                            " nor beside it; is the share mounted?");
}

base::Result<Published> NasFilePublisher::publish(const PublishRequest& request, const base::CancelToken& cancel) {
    const auto path = journal_of(request.staged);
    FH_ASSIGN(auto journal, load_file_journal(m_file_system, path));
    if (journal && journal->package_id != request.manifest.layout.package_id) {
        FH_TRY(take_back(request.staged));
        journal.reset();
    }
    if (!journal) {
        FH_ASSIGN(journal, begin(request));
    }
    const Published published{"/" + journal->target, std::nullopt};
    if (journal->phase == Phase::Placed) {
        return published;
    }
    bool placed = false;
    if (journal->phase == Phase::Ready) {
        FH_ASSIGN(placed, is_placed(*journal));
    }
    if (!placed) {
        FH_TRY(bring(request, *journal, cancel));
    }
    FH_TRY(m_file_system.sync_directory(on_share(journal->target).parent_path()));
    FH_TRY(enter(Phase::Placed, request.staged, *journal));
    return published;
}

base::Result<bool> NasFilePublisher::take_back(const StagedJob& staged) {
    const auto path = journal_of(staged);
    FH_ASSIGN(const auto journal, load_file_journal(m_file_system, path));
    if (!journal) {
        return false;
    }
    bool placed = journal->phase == Phase::Placed;
    if (journal->phase == Phase::Ready) {
        FH_ASSIGN(placed, is_placed(*journal));
    }
    FH_TRY(m_nas.resolve_destination(""));
    FH_TRY(m_file_system.remove_all(on_share(journal->hidden)));
    if (!placed) {
        FH_TRY(clean_up(*journal));
    } else if (!journal->obsolete.empty()) {
        FH_TRY(m_file_system.remove(on_share(journal->obsolete)));
    }
    FH_TRY(m_file_system.remove(path));
    FH_TRY(m_file_system.sync_directory(staged.dir));
    return !placed;
}

base::Status NasFilePublisher::clean_up(const FileJournal& journal) {
    if (!journal.backup.empty()) {
        FH_TRY(m_file_system.remove(on_share(journal.backup)));
    }
    for (auto dir = journal.made_dirs.rbegin(); dir != journal.made_dirs.rend(); ++dir) {
        FH_ASSIGN(const auto kind, m_file_system.kind(on_share(*dir)));
        if (kind != Kind::Directory) {
            continue;
        }
        FH_ASSIGN(const auto entries, m_file_system.list(on_share(*dir)));
        if (entries.empty()) { // else somebody else uses it by now
            FH_TRY(m_file_system.remove(on_share(*dir)));
        }
    }
    return {};
}

} // namespace framehand::storage
