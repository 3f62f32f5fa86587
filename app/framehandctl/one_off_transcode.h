// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "app/framehandctl/progress_reporter.h"
#include "core/jobs/transcode_protocol.h"
#include "core/settings/settings.h"
#include "core/storage/package_committer.h"

#include <filesystem>

namespace framehand::cli {

/// One video, or parts of one, into one folder: staging, transcoder, commit. The folder is its own root. Main thread
/// only.
class OneOffTranscode {
public:
    static constexpr const char* kStagingName = "transcode"; ///< below data_dir: the daemon keeps its own staging tidy

    struct Outcome {
        std::filesystem::path index; ///< the multivariant playlist
        jobs::PackageManifest manifest;
    };

    /// `context` must outlive this. `dir` is absolute.
    OneOffTranscode(Context& context, std::filesystem::path transcoder, const settings::Settings& settings,
                    std::filesystem::path dir);

    /// Blocks until the package is in place. After an error or an interruption (Cancelled) the folder is as it was
    /// before, and the staging is gone. What a killed run into the same folder has left is removed first.
    /// AlreadyExists if another run works into the same folder now.
    [[nodiscard]] base::Result<Outcome> run(jobs::TranscodeSpec spec);

private:
    [[nodiscard]] base::Result<Outcome> make(jobs::TranscodeSpec spec);
    [[nodiscard]] base::Result<storage::CommitReceipt> commit(const std::string& job_id,
                                                              const jobs::PackageManifest& manifest);
    void clean_up();

    Context& m_context;
    std::filesystem::path m_transcoder;
    settings::Settings m_settings;
    std::filesystem::path m_dir;
    storage::NasRoot m_root;
    storage::PackageCommitter m_committer;
    storage::StagingArea m_staging;
    storage::StagedJob m_staged;
    std::vector<std::filesystem::path> m_made; ///< folders that did not exist before, outermost first
    ProgressReporter m_reporter;
};

} // namespace framehand::cli
