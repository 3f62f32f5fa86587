// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"
#include "core/storage/commit_journal.h"

#include <filesystem>
#include <string>

namespace framehand::storage {

/// Where a commit works: canonical paths.
///
///     <destination>/.framehand-<job key>-<package id>/new/   the package as it was copied
///     <destination>/.framehand-<job key>-<package id>/old/   the alias playlists that it replaces
///
/// The package id keeps two workers that both believe to hold a job out of each other's folder.
struct CommitSite {
    std::filesystem::path destination;
    std::filesystem::path hidden;
    std::filesystem::path fresh; ///< hidden / "new"
    std::filesystem::path kept;  ///< hidden / "old"
};

[[nodiscard]] CommitSite make_site(std::filesystem::path destination, const std::string& job_id,
                                   const std::string& package_id);

/// The steps on the destination once everything is in the hidden folder. Each may be repeated after a stop anywhere
/// inside it: it looks at what is there and does the rest.
class PackageSwap {
public:
    /// All must outlive this.
    PackageSwap(ports::FileSystem& file_system, const CommitSite& site, const CommitJournal& journal);

    /// True once the rename that makes the new package visible has happened.
    [[nodiscard]] base::Result<bool> is_visible() const;

    /// Version folders, then alias playlists, then the multivariant playlist, each by one rename that is on disk before
    /// the next kind begins. CorruptData if a piece is neither in the hidden folder nor in place.
    [[nodiscard]] base::Status swap_in();

    /// After swap_in(): removes the old package's playlists, version folders and rung folders left empty, then the
    /// hidden folder.
    [[nodiscard]] base::Status remove_old();

    /// Before the new package is visible: puts replaced alias playlists back, removes all that is ours, then the hidden
    /// folder. Whatever the old package reaches is never touched.
    [[nodiscard]] base::Status take_back();

private:
    [[nodiscard]] base::Status move_version_dirs();
    [[nodiscard]] base::Status move_playlist(const std::string& path, const std::string& sha256);
    [[nodiscard]] base::Status take_back_alias(const CommitJournal::Alias& alias);
    [[nodiscard]] base::Status remove_hidden();
    [[nodiscard]] base::Status remove_old_rung(const std::string& rung);
    [[nodiscard]] base::Status sync_if_there(const std::string& dir);
    [[nodiscard]] base::Status sync_parents();

    ports::FileSystem& m_file_system;
    const CommitSite& m_site;
    const CommitJournal& m_journal;
};

} // namespace framehand::storage
