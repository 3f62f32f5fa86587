// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/one_off_transcode.h"

#include "app/framehandctl/background_work.h"
#include "app/framehandctl/folder_lock.h"
#include "app/framehandctl/polled_progress.h"
#include "app/framehandctl/transcoder_run.h"
#include "core/storage/free_space.h"

#include <algorithm>
#include <atomic>

namespace framehand::cli {

OneOffTranscode::OneOffTranscode(Context& context, std::filesystem::path transcoder, const settings::Settings& settings,
                                 std::filesystem::path dir)
    : m_context(context), m_transcoder(std::move(transcoder)), m_settings(settings), m_dir(std::move(dir)),
      m_root(m_dir, context.services().files), m_committer(context.services().files, m_root),
      m_staging(m_settings.data_dir / kStagingName, context.services().files), m_reporter(context.console()) {
}

base::Result<OneOffTranscode::Outcome> OneOffTranscode::run(jobs::TranscodeSpec spec) {
    ports::FileSystem& files = m_context.services().files;
    m_staged = m_staging.locate(spec.job.job_id);
    FH_ASSIGN(const FolderLock lock, FolderLock::take(files, m_staging.temp_dir() / (m_staged.key + ".lock"), m_dir));
    FH_ASSIGN(m_made, files.create_directories(m_dir));
    clean_up();
    auto outcome = make(std::move(spec));
    clean_up();
    if (!outcome) {
        std::ranges::reverse(m_made);
        for (const auto& folder : m_made) {
            // Only empty ones go: somebody may have put something there meanwhile.
            if (!files.remove(folder)) {
                break;
            }
        }
    }
    return outcome;
}

base::Result<OneOffTranscode::Outcome> OneOffTranscode::make(jobs::TranscodeSpec spec) {
    const ports::FileSystem& files = m_context.services().files;
    FH_TRY(storage::require_free(files, m_dir, m_settings.min_free_bytes));
    FH_TRY(storage::require_free(files, m_staging.temp_dir(), m_settings.min_free_bytes));
    FH_ASSIGN(m_staged, m_staging.create(spec.job.job_id));
    spec.package_dir = m_staged.package_dir.string();
    FH_ASSIGN(jobs::PackageManifest manifest, run_transcoder(m_context, m_transcoder, m_settings, spec, m_reporter));
    FH_ASSIGN(const storage::CommitReceipt receipt, commit(spec.job.job_id, manifest));
    return Outcome{m_dir / std::filesystem::path(receipt.manifest_url).relative_path(), std::move(manifest)};
}

base::Result<storage::CommitReceipt> OneOffTranscode::commit(const std::string& job_id,
                                                             const jobs::PackageManifest& manifest) {
    const Services& services = m_context.services();
    std::atomic<std::uint64_t> done_bytes = 0;
    std::atomic<std::uint64_t> all_bytes = 0;
    const PolledProgress progress(services.timers, m_reporter, "copying", [&]() -> std::optional<double> {
        const std::uint64_t all = all_bytes;
        return all == 0 ? std::nullopt
                        : std::optional(100.0 * static_cast<double>(done_bytes) / static_cast<double>(all));
    });
    storage::CommitRequest request;
    request.job_id = job_id;
    request.package_dir = m_staged.package_dir;
    request.manifest = manifest;
    request.journal = m_staged.journal;
    request.reserve_bytes = m_settings.min_free_bytes;
    return run_in_background<storage::CommitReceipt>(services.background, services.interrupted, [&] {
        return m_committer.commit(request, services.interrupted, [&](std::uint64_t done, std::uint64_t all) {
            done_bytes = done;
            all_bytes = all;
        });
    });
}

void OneOffTranscode::clean_up() {
    const auto undone = m_committer.undo(m_staged.journal);
    const base::Status removed = undone ? m_staging.remove(m_staged) : base::Status(undone.error());
    if (!removed) {
        m_context.console().note(
            "warning: " + m_staged.dir.string() +
            " could not be removed; the next transcode into this folder tries again: " + removed.error().text());
    }
}

} // namespace framehand::cli
