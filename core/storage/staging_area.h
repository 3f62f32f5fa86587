// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/file_system.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::storage {

/// The name under which a job's files lie: a readable part of its id and a short hash of all of it, so that any id is
/// a safe file name and two ids never share a folder. "Film 7" -> "Film-7-1c2d3e4f5a6b".
[[nodiscard]] std::string job_key(std::string_view job_id);

/// Where one job's files lie on the local disk.
struct StagedJob {
    std::string key;
    std::filesystem::path dir;         ///< <temp_dir>/<key>
    std::filesystem::path package_dir; ///< <dir>/package: the transcoder writes here and nowhere else
    std::filesystem::path journal;     ///< <dir>/commit.json: exists while a commit is under way or must be recovered
};

/// The folder of unfinished work on the local disk (DESIGN 5). Callers may keep files of their own in a job's `dir`.
/// Callable from any thread; one thread at a time for one job.
class StagingArea {
public:
    /// `file_system` must outlive this.
    StagingArea(std::filesystem::path temp_dir, ports::FileSystem& file_system);

    /// The places of a job; touches no disk.
    [[nodiscard]] StagedJob locate(std::string_view job_id) const;
    /// Makes the job's folders; keeps what is in them.
    [[nodiscard]] base::Result<StagedJob> create(std::string_view job_id);
    /// Every job that left something behind; none if the staging folder does not exist. Folders that Framehand did not
    /// make are not listed.
    [[nodiscard]] base::Result<std::vector<StagedJob>> leftovers() const;
    /// Removes all of a job. Only the journal of an unfinished commit is kept, because without it nobody would
    /// remember what is still to be removed at the destination: recover() first, then call this again.
    [[nodiscard]] base::Status remove(const StagedJob& job);

    [[nodiscard]] const std::filesystem::path& temp_dir() const { return m_temp_dir; }

private:
    [[nodiscard]] StagedJob with_key(std::string key) const;

    const std::filesystem::path m_temp_dir;
    ports::FileSystem& m_file_system;
};

} // namespace framehand::storage
