// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_journal.h"

#include <utility>

namespace framehand::worker {

namespace {

// A manifest names every segment of a film: some hundred bytes each, ten thousands of them at most.
constexpr std::size_t kMaxBytes = 64 * 1024 * 1024;

base::Result<JobRecord> parse(const std::string& text, const std::filesystem::path& path) {
    FH_ASSIGN(const auto json, base::parse_json(text, path.string()));
    return job_record_from_json(json);
}

} // namespace

JobJournal::JobJournal(ports::FileSystem& file_system, std::filesystem::path data_dir)
    : m_file_system(file_system), m_data_dir(std::move(data_dir)), m_path(m_data_dir / "running_job.json") {
}

base::Result<std::optional<JobRecord>> JobJournal::load() {
    FH_ASSIGN(const auto kind, m_file_system.kind(m_path));
    if (kind == ports::FileSystem::Kind::Missing) {
        return std::optional<JobRecord>{};
    }
    FH_ASSIGN(const auto text, m_file_system.read_file(m_path, kMaxBytes));
    auto record = parse(text, m_path);
    if (!record) {
        FH_TRY(m_file_system.rename(m_path, m_data_dir / "running_job.corrupt.json"));
        return base::fail(base::ErrorCode::CorruptData,
                          "the record of the running job cannot be read: " + m_path.string(), record.error().text());
    }
    return std::optional<JobRecord>{std::move(*record)};
}

base::Status JobJournal::save(const JobRecord& record) {
    FH_TRY(m_file_system.create_directories(m_data_dir));
    return m_file_system.write_file_atomic(m_path, base::dump_json(to_json(record)));
}

base::Status JobJournal::remove() {
    FH_TRY(m_file_system.remove(m_path));
    return m_file_system.sync_directory(m_data_dir);
}

} // namespace framehand::worker
