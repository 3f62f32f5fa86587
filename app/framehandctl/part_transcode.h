// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "app/framehandctl/progress_reporter.h"
#include "core/jobs/transcode_protocol.h"
#include "core/settings/settings.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace framehand::cli {

/// A range of one video's segments, made right in the folder that is to keep them. Main thread only.
class PartTranscode {
public:
    /// Names the folders of segments. The same in each run: what an earlier one has finished is found again.
    static constexpr const char* kPackageId = "000000000000";

    struct Outcome {
        jobs::PackageManifest manifest;
        std::int64_t segments_of_film = 0; ///< 0 where nobody can say
    };

    /// `context` must outlive this. `dir` is absolute.
    PartTranscode(Context& context, std::filesystem::path transcoder, const settings::Settings& settings,
                  std::filesystem::path dir);

    /// Blocks until the segments of `spec` are in the folder, which must be missing, empty, or have been made by this.
    /// After an error or an interruption (Cancelled) the segments that were finished stay, and another run goes on
    /// with them; where there are none, the folder is as it was before. InvalidArgument: the folder holds something
    /// else, or the video has no such segments. AlreadyExists if another run works into the same folder now.
    [[nodiscard]] base::Result<Outcome> run(jobs::TranscodeSpec spec);

private:
    enum class Found { Nothing, Part };

    [[nodiscard]] base::Result<Found> look_into_folder() const;
    [[nodiscard]] base::Result<Outcome> make(const jobs::TranscodeSpec& spec);
    [[nodiscard]] bool has_segments(const jobs::PackageLayout& layout) const;
    void tidy(const jobs::PackageLayout& layout);

    Context& m_context;
    std::filesystem::path m_transcoder;
    settings::Settings m_settings;
    std::filesystem::path m_dir;
    ProgressReporter m_reporter;
};

} // namespace framehand::cli
