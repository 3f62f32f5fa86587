// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/staging_area.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <utility>

namespace framehand::storage {
namespace {

using Kind = ports::FileSystem::Kind;
using Entry = ports::FileSystem::Entry;

constexpr std::size_t kReadablePart = 40;
constexpr std::size_t kHashPart = 12;
constexpr std::string_view kPackage = "package";
constexpr std::string_view kJournal = "commit.json";

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_key(std::string_view name) {
    if (name.size() <= kHashPart || name[name.size() - kHashPart - 1] != '-') {
        return false;
    }
    return name.substr(name.size() - kHashPart).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

std::string job_key(std::string_view job_id) {
    std::string key;
    for (const char c : job_id.substr(0, kReadablePart)) {
        key += is_plain(c) ? c : '-';
    }
    return key + "-" + base::sha256_hex(job_id).substr(0, kHashPart);
}

StagingArea::StagingArea(std::filesystem::path temp_dir, ports::FileSystem& file_system)
    : m_temp_dir(std::move(temp_dir)), m_file_system(file_system) {
}

StagedJob StagingArea::with_key(std::string key) const {
    StagedJob job;
    job.dir = m_temp_dir / key;
    job.package_dir = job.dir / kPackage;
    job.journal = job.dir / kJournal;
    job.key = std::move(key);
    return job;
}

StagedJob StagingArea::locate(std::string_view job_id) const {
    return with_key(job_key(job_id));
}

base::Result<StagedJob> StagingArea::create(std::string_view job_id) {
    StagedJob job = locate(job_id);
    FH_TRY(m_file_system.create_directories(job.package_dir));
    return job;
}

base::Result<std::vector<StagedJob>> StagingArea::leftovers() const {
    std::vector<StagedJob> jobs;
    FH_ASSIGN(const Kind kind, m_file_system.kind(m_temp_dir));
    if (kind == Kind::Missing) {
        return jobs;
    }
    FH_ASSIGN(const std::vector<Entry> entries, m_file_system.list(m_temp_dir));
    for (const Entry& entry : entries) {
        if (entry.kind != Kind::Directory || !is_key(entry.name)) {
            continue;
        }
        StagedJob job = with_key(entry.name);
        // What is listed here gets removed one day, and temp_dir may be anybody's: a name alone is not proof enough.
        FH_ASSIGN(const std::vector<Entry> content, m_file_system.list(job.dir));
        const bool ours = content.empty() || std::ranges::any_of(content, [](const Entry& inner) {
                              return inner.name == kPackage || inner.name == kJournal;
                          });
        if (ours) {
            jobs.push_back(std::move(job));
        }
    }
    return jobs;
}

base::Status StagingArea::remove(const StagedJob& job) {
    FH_ASSIGN(const Kind there, m_file_system.kind(job.dir));
    if (there == Kind::Missing) {
        return {};
    }
    FH_ASSIGN(const std::vector<Entry> entries, m_file_system.list(job.dir));
    bool keep = false;
    for (const Entry& entry : entries) {
        keep = keep || entry.name == kJournal;
        if (entry.name != kJournal && entry.name != kPackage) {
            FH_TRY(m_file_system.remove_all(job.dir / entry.name));
        }
    }
    // Last, so that leftovers() still knows the folder after a stop half-way.
    FH_TRY(m_file_system.remove_all(job.package_dir));
    return keep ? base::Status() : m_file_system.remove(job.dir);
}

} // namespace framehand::storage
