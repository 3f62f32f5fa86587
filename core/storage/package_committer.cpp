// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/package_committer.h"

#include "core/storage/commit_plan.h"
#include "core/storage/free_space.h"
#include "core/storage/old_package.h"
#include "core/storage/package_swap.h"

#include <algorithm>
#include <set>
#include <utility>

namespace framehand::storage {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using jobs::PackageFile;
using Kind = ports::FileSystem::Kind;
using Path = std::filesystem::path;
using Phase = CommitJournal::Phase;
using Outcome = Recovery::Outcome;

constexpr std::size_t kMaxAliasBytes = 4 * 1024 * 1024;

std::string joined(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + "/" + b;
}

CommitReceipt make_receipt(const CommitJournal& journal) {
    return {"/" + joined(journal.destination, journal.multivariant), journal.bytes, std::nullopt};
}

CommitJournal make_journal(const CommitRequest& request, const CommitPlan& plan) {
    CommitJournal journal;
    journal.job_id = request.job_id;
    journal.package_id = request.manifest.layout.package_id;
    journal.destination = request.manifest.layout.destination;
    journal.multivariant = plan.multivariant.path;
    journal.multivariant_sha256 = plan.multivariant.sha256;
    journal.bytes = request.manifest.total_bytes();
    journal.parents = plan.parents;
    journal.version_dirs = plan.version_dirs;
    for (const PackageFile& file : plan.aliases) {
        journal.aliases.push_back({file.path, file.sha256});
    }
    return journal;
}

/// The folders that a commit needs and that do not exist, relative to the NAS root, outermost first.
Result<std::vector<std::string>> missing_dirs(const ports::FileSystem& file_system, const NasRoot& nas,
                                              const CommitJournal& journal) {
    std::set<std::string> wanted;
    for (const std::string& parent : journal.parents) {
        for (std::string dir = joined(journal.destination, parent); !dir.empty(); dir = parent_of(dir)) {
            wanted.insert(dir);
        }
    }
    std::vector<std::string> missing;
    for (const std::string& dir : wanted) {
        FH_ASSIGN(const Path path, nas.resolve_destination(dir));
        FH_ASSIGN(const Kind kind, file_system.kind(path));
        if (kind == Kind::Missing) {
            missing.push_back(dir);
        }
    }
    return missing;
}

/// True for a DASH manifest that names nothing but version folders of the old package, and that nothing replaces.
Result<bool> has_old_manifest(const ports::FileSystem& file_system, const CommitSite& site,
                              const CommitJournal& journal) {
    constexpr std::size_t kVersionName = 14;
    const Path path = site.destination / jobs::kDashManifest;
    FH_ASSIGN(const Kind kind, file_system.kind(path));
    const bool replaced =
        std::ranges::find(journal.aliases, jobs::kDashManifest, &CommitJournal::Alias::path) != journal.aliases.end();
    if (kind != Kind::File || replaced) {
        return false;
    }
    const auto content = file_system.read_file(path, kMaxAliasBytes);
    if (!content) {
        return content.error().code == ErrorCode::CorruptData ? Result<bool>(false) : content.error();
    }
    std::set<std::string> named;
    for (std::size_t at = content->find("/v-"); at != std::string::npos; at = content->find("/v-", at + 1)) {
        named.insert(content->substr(at + 1, kVersionName));
    }
    for (std::size_t at = content->find(">v-"); at != std::string::npos; at = content->find(">v-", at + 1)) {
        named.insert(content->substr(at + 1, kVersionName));
    }
    const auto is_old = [&](const std::string& name) {
        return std::ranges::any_of(journal.old_version_dirs,
                                   [&](const std::string& dir) { return Path(dir).filename() == name; });
    };
    return !named.empty() && std::ranges::all_of(named, is_old);
}

/// The stable playlists of the old package's rungs that the new package does not replace. Only one that names nothing
/// but its old version folder is the old package's own.
Result<std::vector<std::string>> orphaned_aliases(const ports::FileSystem& file_system, const CommitSite& site,
                                                  const CommitJournal& journal, const jobs::PackageLayout& layout) {
    std::vector<std::string> orphans;
    for (const std::string& dir : journal.old_version_dirs) {
        const std::string alias = layout.alias_playlist(parent_of(dir));
        const bool replaced =
            std::ranges::find(journal.aliases, alias, &CommitJournal::Alias::path) != journal.aliases.end();
        if (alias.empty() || replaced) {
            continue;
        }
        FH_ASSIGN(const Kind kind, file_system.kind(site.destination / alias));
        if (kind != Kind::File) {
            continue;
        }
        const auto content = file_system.read_file(site.destination / alias, kMaxAliasBytes);
        if (!content && content.error().code != ErrorCode::CorruptData) {
            return content.error();
        }
        const std::vector<std::string> own{Path(dir).filename().string()};
        if (content && version_dirs_in(*content) == own) {
            orphans.push_back(alias);
        }
    }
    FH_ASSIGN(const bool has_old_dash, has_old_manifest(file_system, site, journal));
    if (has_old_dash) {
        orphans.emplace_back(jobs::kDashManifest);
    }
    return orphans;
}

} // namespace

PackageCommitter::PackageCommitter(ports::FileSystem& file_system, const NasRoot& nas)
    : m_file_system(file_system), m_nas(nas) {
}

Result<bool> PackageCommitter::share_is_empty() const {
    FH_ASSIGN(const Path root, m_nas.resolve_destination(""));
    FH_ASSIGN(const auto entries, m_file_system.list(root));
    return entries.empty();
}

Status PackageCommitter::check_mounted(const CommitJournal& journal) const {
    FH_ASSIGN(const bool empty, share_is_empty());
    if (empty && !journal.share_was_empty) {
        return fail(ErrorCode::Unavailable,
                    "the NAS folder " + m_nas.root().string() + " is empty; is the share mounted?");
    }
    return {};
}

Result<CommitSite> PackageCommitter::locate(const CommitJournal& journal) const {
    FH_ASSIGN(Path destination, m_nas.resolve_destination(journal.destination));
    for (const std::string& parent : journal.parents) {
        FH_ASSIGN(const Path resolved, m_nas.resolve_destination(joined(journal.destination, parent)));
        // A link may lead to another disk, where nothing can be renamed to, or to somebody else's package.
        if (!parent.empty() && resolved != destination / parent) {
            return fail(ErrorCode::PermissionDenied,
                        "the folder of a rendition must not be a symbolic link: " + (destination / parent).string());
        }
    }
    return make_site(std::move(destination), journal.job_id, journal.package_id);
}

Result<CommitReceipt> PackageCommitter::commit(const CommitRequest& request, const base::CancelToken& cancel,
                                               const CommitProgress& progress) {
    FH_ASSIGN(const CommitPlan plan, make_commit_plan(request.manifest));
    FH_ASSIGN(std::optional<CommitJournal> journal, load_journal(m_file_system, request.journal));
    const bool same = journal && journal->package_id == request.manifest.layout.package_id;
    if (journal && !(same && journal->phase == Phase::Prepared)) {
        FH_ASSIGN(Recovery recovery, recover(request.journal));
        if (same && recovery.outcome == Outcome::Finished) {
            return std::move(*recovery.receipt);
        }
        journal.reset();
    }

    const bool resumed = journal.has_value();
    if (resumed) {
        FH_TRY(check_mounted(*journal));
    } else {
        journal = make_journal(request, plan);
    }
    FH_ASSIGN(const CommitSite site, locate(*journal));
    if (!resumed) {
        FH_ASSIGN(const bool published, is_published(request, site, *journal));
        if (published) {
            return make_receipt(*journal);
        }
        FH_TRY(prepare(request, site, *journal));
    }
    // What an attempt left whose journal was lost: it carries this package's own id, and nobody sees it.
    Status copied = resumed ? Status() : PackageSwap(m_file_system, site, *journal).take_back();
    if (copied) {
        copied = copy(request, site, *journal, cancel, progress);
    }
    Result<Recovery> end =
        copied ? finish(request.journal, site, *journal) : abandon(request.journal, site, *journal, copied.error());
    if (!end) {
        return end.error();
    }
    if (end->outcome != Outcome::Finished) {
        return *end->reason;
    }
    return std::move(*end->receipt);
}

Result<bool> PackageCommitter::is_published(const CommitRequest& request, const CommitSite& site,
                                            const CommitJournal& journal) const {
    FH_ASSIGN(const bool visible, PackageSwap(m_file_system, site, journal).is_visible());
    if (!visible) {
        return false;
    }
    for (const PackageFile& file : request.manifest.files) {
        const Path path = site.destination / file.path;
        const auto size = m_file_system.file_size(path);
        if (!size && size.error().code != ErrorCode::NotFound) {
            return size.error();
        }
        if (!size || *size != file.bytes) {
            return fail(ErrorCode::AlreadyExists,
                        "this package is in place but damaged, and must be made anew: " + path.string());
        }
    }
    return true;
}

Status PackageCommitter::prepare(const CommitRequest& request, const CommitSite& site, CommitJournal& journal) {
    FH_TRY(require_free(m_file_system, site.destination, request.manifest.total_bytes() + request.reserve_bytes));
    FH_TRY(find_old_package(m_file_system, site.destination, journal.multivariant));
    FH_ASSIGN(journal.share_was_empty, share_is_empty());
    FH_ASSIGN(journal.made_dirs, missing_dirs(m_file_system, m_nas, journal));
    return save_journal(m_file_system, request.journal, journal);
}

Status PackageCommitter::copy(const CommitRequest& request, const CommitSite& site, CommitJournal& journal,
                              const base::CancelToken& cancel, const CommitProgress& progress) {
    PackageCopier copier(m_file_system, site, cancel, progress);
    FH_ASSIGN(const std::uint64_t missing, copier.missing_bytes(request.manifest));
    FH_TRY(require_free(m_file_system, site.destination, missing + request.reserve_bytes));
    FH_TRY(copier.copy(request.package_dir, request.manifest));

    // As late as possible: somebody else may have published here while we copied.
    FH_ASSIGN(OldPackage old, find_old_package(m_file_system, site.destination, journal.multivariant));
    journal.old_multivariant_sha256 = std::move(old.multivariant_sha256);
    journal.old_version_dirs = std::move(old.version_dirs);
    FH_ASSIGN(journal.old_aliases, orphaned_aliases(m_file_system, site, journal, request.manifest.layout));
    for (const CommitJournal::Alias& alias : journal.aliases) {
        FH_TRY(copier.keep(alias.path));
    }
    FH_TRY(copier.sync());
    for (const std::string& dir : journal.made_dirs) {
        FH_ASSIGN(const Path path, m_nas.resolve_destination(parent_of(dir)));
        FH_ASSIGN(const Kind kind, m_file_system.kind(path));
        if (kind == Kind::Directory) {
            FH_TRY(m_file_system.sync_directory(path));
        }
    }
    journal.phase = Phase::Copied;
    return save_journal(m_file_system, request.journal, journal);
}

Status PackageCommitter::check_unchanged(const CommitSite& site, const CommitJournal& journal) const {
    FH_ASSIGN(const OldPackage now, find_old_package(m_file_system, site.destination, journal.multivariant));
    if (now.multivariant_sha256 != journal.old_multivariant_sha256 &&
        now.multivariant_sha256 != journal.multivariant_sha256) {
        return fail(ErrorCode::AlreadyExists,
                    "somebody else has published there since: " + (site.destination / journal.multivariant).string());
    }
    return {};
}

Result<Recovery> PackageCommitter::finish(const Path& path, const CommitSite& site, CommitJournal journal) {
    if (journal.phase == Phase::Copied) {
        Status swapped = check_unchanged(site, journal);
        if (swapped) {
            swapped = PackageSwap(m_file_system, site, journal).swap_in();
        }
        if (!swapped) {
            return abandon(path, site, std::move(journal), swapped.error());
        }
        journal.phase = Phase::Swapped;
        if (const Status saved = save_journal(m_file_system, path, journal); !saved) {
            Recovery recovery{Outcome::Finished, journal.job_id, journal.package_id, make_receipt(journal), {}};
            recovery.receipt->cleanup_error = saved.error();
            return recovery;
        }
    }
    return clean_up(path, site, journal);
}

Recovery PackageCommitter::clean_up(const Path& path, const CommitSite& site, const CommitJournal& journal) {
    Recovery recovery{Outcome::Finished, journal.job_id, journal.package_id, make_receipt(journal), {}};
    Status cleaned = PackageSwap(m_file_system, site, journal).remove_old();
    if (cleaned) {
        cleaned = erase_journal(m_file_system, path);
    }
    if (!cleaned) {
        recovery.receipt->cleanup_error = cleaned.error();
    }
    return recovery;
}

Result<Recovery> PackageCommitter::abandon(const Path& path, const CommitSite& site, CommitJournal journal,
                                           std::optional<Error> reason) {
    journal.phase = Phase::Undoing;
    // A journal that cannot be written still says "copied" or "prepared", and a recovery from there is right as well.
    const Status saved = save_journal(m_file_system, path, journal);
    const auto visible = PackageSwap(m_file_system, site, journal).is_visible();
    if (visible && *visible) {
        return clean_up(path, site, journal);
    }
    Status undone = check_mounted(journal);
    if (undone) {
        undone = visible ? take_back(site, journal) : Status(tl::unexpect, visible.error());
    }
    if (undone) {
        undone = erase_journal(m_file_system, path);
    }
    if (!undone) {
        return reason ? std::move(*reason) : undone.error();
    }
    return Recovery{Outcome::Undone, journal.job_id, journal.package_id, std::nullopt, std::move(reason)};
}

Status PackageCommitter::take_back(const CommitSite& site, const CommitJournal& journal) {
    FH_TRY(PackageSwap(m_file_system, site, journal).take_back());
    for (auto dir = journal.made_dirs.rbegin(); dir != journal.made_dirs.rend(); ++dir) {
        FH_ASSIGN(const Path path, m_nas.resolve_destination(*dir));
        FH_ASSIGN(const bool real, is_real_directory(m_file_system, path));
        if (!real) {
            continue;
        }
        FH_ASSIGN(const auto entries, m_file_system.list(path));
        if (entries.empty()) {
            FH_TRY(m_file_system.remove(path));
            FH_TRY(m_file_system.sync_directory(path.parent_path()));
        }
    }
    return {};
}

Result<Recovery> PackageCommitter::recover(const Path& path) {
    FH_ASSIGN(std::optional<CommitJournal> journal, load_journal(m_file_system, path));
    if (!journal) {
        return Recovery{};
    }
    FH_TRY(check_mounted(*journal));
    FH_ASSIGN(const CommitSite site, locate(*journal));
    if (journal->phase == Phase::Copied || journal->phase == Phase::Swapped) {
        return finish(path, site, std::move(*journal));
    }
    return abandon(path, site, std::move(*journal), std::nullopt);
}

Result<Recovery> PackageCommitter::undo(const Path& path) {
    FH_ASSIGN(std::optional<CommitJournal> journal, load_journal(m_file_system, path));
    if (!journal) {
        return Recovery{};
    }
    FH_TRY(check_mounted(*journal));
    FH_ASSIGN(const CommitSite site, locate(*journal));
    if (journal->phase == Phase::Swapped) {
        return finish(path, site, std::move(*journal));
    }
    return abandon(path, site, std::move(*journal), std::nullopt);
}

Result<std::vector<JobRecovery>> recover_all(PackageCommitter& committer, const StagingArea& staging) {
    FH_ASSIGN(std::vector<StagedJob> jobs, staging.leftovers());
    std::vector<JobRecovery> recoveries;
    for (StagedJob& job : jobs) {
        auto result = committer.recover(job.journal);
        recoveries.push_back({std::move(job), std::move(result)});
    }
    return recoveries;
}

} // namespace framehand::storage
