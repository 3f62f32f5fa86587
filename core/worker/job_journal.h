// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"
#include "core/worker/job_record.h"

#include <filesystem>
#include <optional>

namespace framehand::worker {

/// The one running job on the local disk, `<data_dir>/running_job.json`. Old or new content, never a part, also across
/// a power cut. One thread.
class JobJournal {
public:
    /// `file_system` must outlive this.
    JobJournal(ports::FileSystem& file_system, std::filesystem::path data_dir);

    /// Nothing if no job was running. A file that cannot be read as a record is moved to `running_job.corrupt.json`
    /// and reported as CorruptData: the next load() finds nothing.
    [[nodiscard]] base::Result<std::optional<JobRecord>> load();
    [[nodiscard]] base::Status save(const JobRecord& record);
    /// Fine if there is none.
    [[nodiscard]] base::Status remove();

private:
    ports::FileSystem& m_file_system;
    std::filesystem::path m_data_dir;
    std::filesystem::path m_path;
};

} // namespace framehand::worker
