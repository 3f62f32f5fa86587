// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/capabilities.h"
#include "core/jobs/job.h"
#include "core/jobs/package_manifest.h"
#include "core/jobs/segment_range.h"
#include "core/jobs/transcode_limits.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace framehand::jobs {

/// Sandbox: the transcoder walls itself off before it opens the source, as far as the OS can. None: for drivers that
/// cannot live so.
enum class Confinement { Sandbox, None };

/// Whether pictures of what is being made are told meanwhile.
enum class Preview { None, Newest };

/// What framehand-transcoder is told: one JSON line on its standard input, which then stays open as its lifeline (its
/// end means that the parent is gone, and the transcoder exits at once).
struct TranscodeSpec {
    Job job;
    std::string input_path; ///< absolute, checked by the parent; with `input_ranges` only the source's name
    /// The local address where the parent offers the source in ranges (core/ranges); "" for a file. The transcoder
    /// connects before it walls itself off.
    std::string input_ranges;
    std::string package_dir; ///< absolute staging folder; the transcoder writes nowhere else
    PackageLayout layout;    ///< what to write, relative to package_dir
    Capabilities capabilities;
    int threads = 0; ///< cores to plan for, 0 = all
    TranscodeLimits limits;
    Confinement confinement = Confinement::Sandbox;
    std::optional<SegmentRange> segments; ///< make only these, and no playlists; absent: the whole package
    /// Make the package of the segments in these folders, each made with `segments` and else the same job; absolute,
    /// checked by the parent, only read. Empty: encode. Not together with `segments`.
    std::vector<std::string> parts;
    Preview preview = Preview::None;
};

/// What it says: one JSON line each on its standard output.
struct TranscodeProgress {
    enum class Phase { Transcode, Verify };

    Phase phase = Phase::Transcode;
    double percent = 0;  ///< 0..100 of the whole job, never falls but where it is planned anew
    double fps = 0;      ///< source frames a second, recent
    double speed = 0;    ///< media seconds a real second, recent
    double eta_sec = -1; ///< real seconds left, -1 while unknown
    std::int64_t frames = 0;
    std::uint64_t bytes_written = 0;
    std::vector<std::string> rungs;                  ///< what is being made, "1080p", "720p", "audio"
    std::map<std::string, std::uint64_t> rung_bytes; ///< of `bytes_written`, by the names in `rungs`
};

/// The newest picture of what is being made, with Preview::Newest: at most one every two seconds.
struct TranscodePreview {
    static constexpr std::size_t kMostBytes = 64 * 1024;

    std::string jpeg;     ///< base64, at most kMostBytes
    double media_sec = 0; ///< its time in the film
};

/// Sent before work begins, and again if it begins anew with another: the plan, as `framehandctl plan` prints it.
struct TranscodePlanned {
    base::Json plan;
};

/// The last event of a good run: every file is synced to disk, and a whole package is verified. A part of a film makes
/// no promise that could be verified; its package is, once it is assembled.
struct TranscodeDone {
    PackageManifest manifest;
};

/// The last event of a bad run; exit status 1 follows.
struct TranscodeFailed {
    base::Error error;
};

using TranscodeEvent =
    std::variant<TranscodePlanned, TranscodeProgress, TranscodeDone, TranscodeFailed, TranscodePreview>;

[[nodiscard]] base::Json to_json(const TranscodeSpec& spec);
[[nodiscard]] base::Result<TranscodeSpec> transcode_spec_from_json(const base::Json& json);
[[nodiscard]] base::Json to_json(const TranscodeEvent& event);
[[nodiscard]] base::Result<TranscodeEvent> transcode_event_from_json(const base::Json& json);

} // namespace framehand::jobs
