// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/package_swap.h"

#include "core/storage/commit_plan.h"
#include "core/storage/old_package.h"
#include "core/storage/staging_area.h"

#include <algorithm>
#include <utility>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::Status;
using Kind = ports::FileSystem::Kind;
using Path = std::filesystem::path;

Result<bool> has_content(const ports::FileSystem& file_system, const Path& path, const std::string& sha256) {
    FH_ASSIGN(const Kind kind, file_system.kind(path));
    if (kind != Kind::File) {
        return false;
    }
    FH_ASSIGN(const auto read, file_system.hash_file(path, {}));
    return read.sha256 == sha256;
}

} // namespace

CommitSite make_site(Path destination, const std::string& job_id, const std::string& package_id) {
    CommitSite site;
    site.hidden = destination / (".framehand-" + job_key(job_id) + "-" + package_id);
    site.fresh = site.hidden / "new";
    site.kept = site.hidden / "old";
    site.destination = std::move(destination);
    return site;
}

PackageSwap::PackageSwap(ports::FileSystem& file_system, const CommitSite& site, const CommitJournal& journal)
    : m_file_system(file_system), m_site(site), m_journal(journal) {
}

Result<bool> PackageSwap::is_visible() const {
    return has_content(m_file_system, m_site.destination / m_journal.multivariant, m_journal.multivariant_sha256);
}

Status PackageSwap::sync_if_there(const std::string& dir) {
    const Path path = m_site.destination / dir;
    FH_ASSIGN(const Kind kind, m_file_system.kind(path));
    return kind == Kind::Directory ? m_file_system.sync_directory(path) : Status();
}

Status PackageSwap::sync_parents() {
    for (const std::string& parent : m_journal.parents) {
        FH_TRY(sync_if_there(parent));
    }
    return {};
}

Status PackageSwap::move_version_dirs() {
    for (const std::string& dir : m_journal.version_dirs) {
        FH_ASSIGN(const Kind fresh, m_file_system.kind(m_site.fresh / dir));
        FH_ASSIGN(const Kind placed, m_file_system.kind(m_site.destination / dir));
        if (fresh == Kind::Directory && placed == Kind::Missing) {
            FH_TRY(m_file_system.rename(m_site.fresh / dir, m_site.destination / dir));
        } else if (fresh != Kind::Missing || placed != Kind::Directory) {
            return fail(ErrorCode::CorruptData,
                        "a folder of the new package has been tampered with: " + (m_site.destination / dir).string());
        }
    }
    return {};
}

Status PackageSwap::move_playlist(const std::string& path, const std::string& sha256) {
    FH_ASSIGN(const Kind fresh, m_file_system.kind(m_site.fresh / path));
    if (fresh == Kind::File) {
        return m_file_system.rename(m_site.fresh / path, m_site.destination / path);
    }
    FH_ASSIGN(const bool placed, has_content(m_file_system, m_site.destination / path, sha256));
    if (!placed) {
        return fail(ErrorCode::CorruptData,
                    "a playlist of the new package has disappeared: " + (m_site.fresh / path).string());
    }
    return {};
}

Status PackageSwap::swap_in() {
    FH_ASSIGN(const bool visible, is_visible());
    if (visible) {
        return {};
    }
    for (const std::string& parent : m_journal.parents) {
        FH_TRY(m_file_system.create_directories(m_site.destination / parent));
        if (!parent.empty()) {
            FH_TRY(m_file_system.sync_directory((m_site.destination / parent).parent_path()));
        }
    }
    FH_TRY(move_version_dirs());
    FH_TRY(sync_parents());
    for (const CommitJournal::Alias& alias : m_journal.aliases) {
        FH_TRY(move_playlist(alias.path, alias.sha256));
    }
    FH_TRY(sync_parents());
    FH_TRY(move_playlist(m_journal.multivariant, m_journal.multivariant_sha256));
    return m_file_system.sync_directory(m_site.destination);
}

Status PackageSwap::remove_old() {
    FH_TRY(m_file_system.sync_directory(m_site.destination));
    // A playlist goes for good before the segments that it names.
    for (const std::string& path : m_journal.old_aliases) {
        FH_TRY(m_file_system.remove(m_site.destination / path));
        FH_TRY(sync_if_there(parent_of(path)));
    }
    for (const std::string& dir : m_journal.old_version_dirs) {
        const bool ours = std::ranges::find(m_journal.version_dirs, dir) != m_journal.version_dirs.end();
        FH_ASSIGN(const bool real, is_real_directory(m_file_system, m_site.destination / dir));
        if (real && !ours) {
            FH_TRY(m_file_system.remove_all(m_site.destination / dir));
        }
        FH_TRY(sync_if_there(parent_of(dir)));
        FH_TRY(remove_old_rung(parent_of(dir)));
    }
    return remove_hidden();
}

Status PackageSwap::remove_old_rung(const std::string& rung) {
    if (std::ranges::find(m_journal.parents, rung) != m_journal.parents.end()) {
        return {};
    }
    const Path path = m_site.destination / rung;
    FH_ASSIGN(const bool real, is_real_directory(m_file_system, path));
    if (real) {
        FH_ASSIGN(const auto entries, m_file_system.list(path));
        if (!entries.empty()) {
            return {};
        }
        FH_TRY(m_file_system.remove(path));
    }
    return sync_if_there(parent_of(rung));
}

Status PackageSwap::take_back_alias(const CommitJournal::Alias& alias) {
    const Path path = m_site.destination / alias.path;
    FH_ASSIGN(const bool ours, has_content(m_file_system, path, alias.sha256));
    if (!ours) {
        return {};
    }
    FH_ASSIGN(const Kind kept, m_file_system.kind(m_site.kept / alias.path));
    if (kept == Kind::File) {
        return m_file_system.rename(m_site.kept / alias.path, path);
    }
    return m_file_system.remove(path);
}

Status PackageSwap::take_back() {
    for (const CommitJournal::Alias& alias : m_journal.aliases) {
        FH_TRY(take_back_alias(alias));
    }
    FH_TRY(sync_parents());
    for (const std::string& dir : m_journal.version_dirs) {
        FH_ASSIGN(const bool real, is_real_directory(m_file_system, m_site.destination / dir));
        if (real) {
            FH_TRY(m_file_system.remove_all(m_site.destination / dir));
        }
    }
    FH_TRY(sync_parents());
    return remove_hidden();
}

Status PackageSwap::remove_hidden() {
    FH_TRY(m_file_system.remove_all(m_site.hidden));
    return sync_if_there("");
}

} // namespace framehand::storage
