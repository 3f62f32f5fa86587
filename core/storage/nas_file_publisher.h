// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/file_journal.h"
#include "core/storage/nas_root.h"
#include "core/storage/publisher.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace framehand::storage {

/// Single files on the share: one that was made (Work::File, Work::Pipeline), or one that is there and takes another's
/// place (Work::Replace).
///
/// A file that was made is copied into a hidden folder beside its place, read back and compared, and renamed into
/// place: the one point of no return. One that replaces another is renamed itself, where it lies on the same file
/// system. What it replaces is first copied to "<name>.bak" (or ".bak.1", ... where that is taken) if the job asks for
/// it.
///
/// A rename that fails, as while somebody holds the old file open, is all that the next publish() does again. Only what
/// a file system says of a rename to another one makes a copy of a file that was to be moved.
///
/// The journal stays until take_back(): a publish() that comes again after a kill finds that all is done.
class NasFilePublisher final : public Publisher {
public:
    /// Both must outlive this.
    NasFilePublisher(ports::FileSystem& file_system, const NasRoot& nas);

    [[nodiscard]] bool takes(const jobs::Job& job) const override;
    /// PermissionDenied also for a name that Framehand keeps for itself, AlreadyExists where something other than a
    /// file is in its place.
    [[nodiscard]] base::Status check(const jobs::Job& job, const jobs::PackageLayout& layout,
                                     std::uint64_t reserve_bytes) override;
    /// NotFound: the file that is to be replaced is not there.
    [[nodiscard]] base::Result<Published> publish(const PublishRequest& request,
                                                  const base::CancelToken& cancel) override;
    [[nodiscard]] base::Result<bool> take_back(const StagedJob& staged) override;

private:
    using Path = std::filesystem::path;

    [[nodiscard]] base::Result<std::string> target_of(const jobs::Job& job) const;
    [[nodiscard]] base::Result<FileJournal> begin(const PublishRequest& request) const;
    [[nodiscard]] base::Result<std::string> free_backup(const std::string& target) const;
    [[nodiscard]] base::Status make_ready(const PublishRequest& request, const FileJournal& journal,
                                          const base::CancelToken& cancel);
    [[nodiscard]] base::Status copy_proven(const Path& from, const Path& to, const std::string& sha256,
                                           const base::CancelToken& cancel);
    [[nodiscard]] base::Status enter(FileJournal::Phase phase, const StagedJob& staged, FileJournal& journal);
    [[nodiscard]] base::Result<std::optional<std::uint64_t>> size_of(const std::string& relative) const;
    [[nodiscard]] base::Result<bool> needs_only_rename(const FileJournal& journal) const;
    [[nodiscard]] base::Status bring(const PublishRequest& request, FileJournal& journal,
                                     const base::CancelToken& cancel);
    [[nodiscard]] base::Result<bool> is_placed(const FileJournal& journal) const;
    [[nodiscard]] base::Status clean_up(const FileJournal& journal);

    [[nodiscard]] Path on_share(const std::string& relative) const { return m_nas.root() / relative; }

    ports::FileSystem& m_file_system;
    const NasRoot& m_nas;
};

} // namespace framehand::storage
