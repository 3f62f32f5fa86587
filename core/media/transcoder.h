// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/jobs/package_manifest.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/plan.h"
#include "core/ports/file_system.h"
#include "core/ports/range_reader.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace framehand::media {

enum class Entry;

/// What a run has made. Hashes are the verifier's to add.
struct TranscodeOutput {
    std::optional<jobs::SegmentRange> segments;   ///< as in PackageManifest
    double duration_sec = 0;                      ///< of the presentation, measured
    std::vector<std::string> files;               ///< relative to the package's folder; all are complete and synced
    std::vector<jobs::RenditionFacts> renditions; ///< rungs in the job's order, then audio, then text
    std::vector<std::string> notes;               ///< sentences for people: the plan's, and what happened on the way
};

/// Makes one package: demux -> decode -> convert -> scale -> one encoder per rung -> segments and playlists.
///
/// run() blocks until the package is complete and uses threads of its own meanwhile. One run at a time per object.
class Transcoder {
public:
    /// Called with percent 0..95 (verifying has the rest), at most twice a second, from any of the run's threads but
    /// never from two at once. Must not block.
    using ProgressSink = std::function<void(const jobs::TranscodeProgress&)>;

    /// From any of the run's threads, with Preview::Newest in the spec. Must not block.
    using PreviewSink = std::function<void(const jobs::TranscodePreview&)>;

    /// The source is `ranges` where there are some, else the file at `spec.input_path`.
    Transcoder(ports::FileSystem& file_system, const base::Clock& clock, PreviewSink preview = {},
               ports::RangeReader* ranges = nullptr);

    /// `spec.package_dir` must exist and be writable; `plan` must have been made for the source and `spec.job`.
    /// Errors: Cancelled; CorruptData (the source cannot be decoded, or ends long before its end); NoSpace, IoError and
    /// the like from the disk; Unsupported (an encoder does not open, or a rung cannot be copied after all). What was
    /// written by then stays on the disk, and another run with the same spec goes on from there: only segments that are
    /// missing or damaged are made. With `spec.segments` only these are made, and no playlists; see assemble.h.
    /// InvalidArgument then, before anything is written, if the plan says that the film has no such segments;
    /// afterwards, if the film had none.
    [[nodiscard]] base::Result<TranscodeOutput> run(const jobs::TranscodeSpec& spec, const Plan& plan,
                                                    const ProgressSink& progress, const base::CancelToken& cancel);

private:
    [[nodiscard]] base::Result<TranscodeOutput> make(const jobs::TranscodeSpec& spec, const Plan& plan, Entry entry,
                                                     const ProgressSink& progress, const base::CancelToken& cancel);

    ports::FileSystem& m_file_system;
    const base::Clock& m_clock;
    const PreviewSink m_preview;
    ports::RangeReader* const m_ranges;
};

} // namespace framehand::media
