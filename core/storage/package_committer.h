// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/package_manifest.h"
#include "core/ports/file_system.h"
#include "core/storage/commit_journal.h"
#include "core/storage/nas_root.h"
#include "core/storage/package_copier.h"
#include "core/storage/staging_area.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::storage {

/// What to publish. `package_dir` and `journal` are those of the job's StagedJob.
struct CommitRequest {
    std::string job_id;
    std::filesystem::path package_dir; ///< holds the files of `manifest`, verified
    jobs::PackageManifest manifest;
    std::filesystem::path journal;
    std::uint64_t reserve_bytes = 0; ///< kept free on the share, beside the package
};

/// A package that readers see.
struct CommitReceipt {
    std::string manifest_url; ///< "/" and the multivariant playlist's path relative to the NAS root
    std::uint64_t bytes = 0;  ///< of the package
    /// Why files of the old package are still there. The journal stays: recover() removes them later.
    std::optional<base::Error> cleanup_error;
};

/// How a commit that stood in a journal has ended.
struct Recovery {
    enum class Outcome {
        NothingToDo, ///< there was no journal
        Finished,    ///< the new package is in place: see `receipt`
        Undone,      ///< the destination is as it was before; see `reason`
    };

    Outcome outcome = Outcome::NothingToDo;
    std::string job_id;
    std::string package_id;
    std::optional<CommitReceipt> receipt;
    std::optional<base::Error> reason; ///< why it was undone, where that was not simply asked for
};

/// Publishes a verified package on the share (DESIGN 5). A reader that looks at the destination at any moment sees the
/// complete old package or the complete new one, also if the process is killed, the power fails or the share goes away
/// in between.
///
/// Steps, each announced in the journal first: copy everything into a hidden folder of the destination and read it back
/// ("copied"); rename version folders, alias playlists, and last the multivariant playlist into place ("swapped");
/// remove the old package. The rename of the multivariant playlist is the one point of no return: whatever fails before
/// it is undone (replaced alias playlists are put back from copies in the hidden folder), whatever fails after it is
/// finished. Whether it has happened is read from the share, never assumed, since a share may report a rename as failed
/// that it did.
///
/// Files that the old multivariant playlist does not reach are never removed, whoever they belong to. A file of another
/// kind under the new playlists' names is replaced by their rename only.
///
/// Synchronous: for a worker thread. One call at a time for one job; stateless beside that.
class PackageCommitter {
public:
    /// Both must outlive this.
    PackageCommitter(ports::FileSystem& file_system, const NasRoot& nas);

    /// Publishes, or continues a commit of the same package that was stopped anywhere. A different package in the
    /// journal is finished or undone first. Committing what is already in place succeeds.
    ///
    /// On an error the destination is as it was before, or will be after recover() where the share no longer answers
    /// (the journal then stays). Cancelled within one block while copying; the swap itself is not interrupted.
    /// `progress` may be empty.
    [[nodiscard]] base::Result<CommitReceipt> commit(const CommitRequest& request, const base::CancelToken& cancel,
                                                     const CommitProgress& progress);

    /// Ends a commit that was stopped: finishes it if all was copied and nobody has published there since, else undoes
    /// it. An error (share away, journal of a newer version) leaves everything for the next try.
    [[nodiscard]] base::Result<Recovery> recover(const std::filesystem::path& journal);

    /// Like recover(), but undoes what can be undone: only a commit that readers see already is finished.
    [[nodiscard]] base::Result<Recovery> undo(const std::filesystem::path& journal);

private:
    [[nodiscard]] base::Result<bool> share_is_empty() const;
    [[nodiscard]] base::Status check_mounted(const CommitJournal& journal) const;
    [[nodiscard]] base::Result<CommitSite> locate(const CommitJournal& journal) const;
    [[nodiscard]] base::Status prepare(const CommitRequest& request, const CommitSite& site, CommitJournal& journal);
    [[nodiscard]] base::Status copy(const CommitRequest& request, const CommitSite& site, CommitJournal& journal,
                                    const base::CancelToken& cancel, const CommitProgress& progress);
    [[nodiscard]] base::Result<bool> is_published(const CommitRequest& request, const CommitSite& site,
                                                  const CommitJournal& journal) const;
    [[nodiscard]] base::Result<Recovery> finish(const std::filesystem::path& path, const CommitSite& site,
                                                CommitJournal journal);
    [[nodiscard]] base::Result<Recovery> abandon(const std::filesystem::path& path, const CommitSite& site,
                                                 CommitJournal journal, std::optional<base::Error> reason);
    [[nodiscard]] Recovery clean_up(const std::filesystem::path& path, const CommitSite& site,
                                    const CommitJournal& journal);
    [[nodiscard]] base::Status take_back(const CommitSite& site, const CommitJournal& journal);
    [[nodiscard]] base::Status check_unchanged(const CommitSite& site, const CommitJournal& journal) const;

    ports::FileSystem& m_file_system;
    const NasRoot& m_nas;
};

/// One entry of recover_all().
struct JobRecovery {
    StagedJob job;
    base::Result<Recovery> result;
};

/// Ends every stopped commit in the staging area, as a start of the program must. Removes nothing else from it.
[[nodiscard]] base::Result<std::vector<JobRecovery>> recover_all(PackageCommitter& committer,
                                                                 const StagingArea& staging);

} // namespace framehand::storage
