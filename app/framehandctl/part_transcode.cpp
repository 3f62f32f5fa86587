// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/part_transcode.h"

#include "app/framehandctl/folder_lock.h"
#include "app/framehandctl/one_off_transcode.h"
#include "app/framehandctl/transcoder_run.h"
#include "core/storage/free_space.h"
#include "core/storage/staging_area.h"

#include <algorithm>
#include <utility>

namespace framehand::cli {

namespace {

using ports::FileSystem;

/// The folders of a part that have a version folder of their own.
std::vector<std::string> folders_of(const jobs::PackageLayout& layout) {
    std::vector<std::string> folders = layout.rung_dirs;
    folders.push_back(layout.audio_dir);
    return folders;
}

} // namespace

PartTranscode::PartTranscode(Context& context, std::filesystem::path transcoder, const settings::Settings& settings,
                             std::filesystem::path dir)
    : m_context(context), m_transcoder(std::move(transcoder)), m_settings(settings), m_dir(std::move(dir)),
      m_reporter(context.console()) {
}

base::Result<PartTranscode::Outcome> PartTranscode::run(jobs::TranscodeSpec spec) {
    FileSystem& files = m_context.services().files;
    const std::filesystem::path locks = m_settings.data_dir / OneOffTranscode::kStagingName;
    const std::string lock_name = storage::job_key(spec.job.job_id) + ".lock";
    FH_ASSIGN(const FolderLock lock, FolderLock::take(files, locks / lock_name, m_dir));
    FH_ASSIGN(const Found found, look_into_folder());
    FH_ASSIGN(std::vector<std::filesystem::path> made, files.create_directories(m_dir));
    FH_ASSIGN(const std::filesystem::path there, files.canonical(m_dir));
    spec.package_dir = there.string();
    auto outcome = make(spec);
    if (outcome) {
        return outcome;
    }
    if (has_segments(spec.layout)) {
        m_context.console().note("the segments that are finished stay in " + m_dir.string() +
                                 "; the same command goes on with them");
        return outcome;
    }
    if (found == Found::Part) {
        return outcome;
    }
    tidy(spec.layout);
    std::ranges::reverse(made);
    for (const std::filesystem::path& folder : made) {
        // Only empty ones go: somebody may have put something there meanwhile.
        if (!files.remove(folder)) {
            break;
        }
    }
    return outcome;
}

base::Result<PartTranscode::Found> PartTranscode::look_into_folder() const {
    const FileSystem& files = m_context.services().files;
    const auto there = files.canonical(m_dir); // it may be a symlink
    if (!there) {
        return Found::Nothing;
    }
    FH_ASSIGN(const FileSystem::Kind kind, files.kind(*there));
    if (kind != FileSystem::Kind::Directory) {
        return base::fail(base::ErrorCode::InvalidArgument, m_dir.string() + " is not a folder");
    }
    FH_ASSIGN(const std::vector<FileSystem::Entry> entries, files.list(*there));
    const bool is_part = std::ranges::find(entries, jobs::kSegmentJournal, &FileSystem::Entry::name) != entries.end();
    if (!entries.empty() && !is_part) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          m_dir.string() + " holds something else already; give --segments a folder of its own");
    }
    return is_part ? Found::Part : Found::Nothing;
}

base::Result<PartTranscode::Outcome> PartTranscode::make(const jobs::TranscodeSpec& spec) {
    FH_TRY(storage::require_free(m_context.services().files, m_dir, m_settings.min_free_bytes));
    Outcome outcome;
    FH_ASSIGN(outcome.manifest,
              run_transcoder(m_context, m_transcoder, m_settings, spec, m_reporter, [&](const base::Json& plan) {
                  base::JsonReader reader(plan, "the plan");
                  outcome.segments_of_film = reader.integer_or("segments", 0);
              }));
    return outcome;
}

bool PartTranscode::has_segments(const jobs::PackageLayout& layout) const {
    const FileSystem& files = m_context.services().files;
    return std::ranges::any_of(folders_of(layout), [&](const std::string& folder) {
        const auto entries = files.list(m_dir / layout.version_dir(folder));
        return entries && std::ranges::any_of(
                              *entries, [](const FileSystem::Entry& entry) { return entry.name.ends_with(".m4s"); });
    });
}

void PartTranscode::tidy(const jobs::PackageLayout& layout) {
    FileSystem& files = m_context.services().files;
    base::Status removed = files.remove(m_dir / jobs::kSegmentJournal);
    for (const std::string& folder : folders_of(layout)) {
        if (removed) {
            removed = files.remove_all(m_dir / layout.version_dir(folder));
        }
        if (!folder.empty()) {
            static_cast<void>(files.remove(m_dir / folder)); // stays if it is not empty
        }
    }
    if (!removed) {
        m_context.console().note("warning: " + m_dir.string() + " could not be tidied up: " + removed.error().text());
    }
}

} // namespace framehand::cli
