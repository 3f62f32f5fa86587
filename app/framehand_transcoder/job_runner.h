// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/media/media_info.h"
#include "core/media/media_source.h"
#include "core/media/plan.h"
#include "core/media/transcoder.h"

namespace framehand::transcoder {

/// One job from its spec to its manifest: inspect, plan, transcode or assemble, verify, hash. A range of a film is not
/// verified: it has no playlists yet. A video that turns out to be too damaged to be copied is encoded after all; where
/// the job is only a part of a film, it fails. Of a job of Work::File (as package_of_file() made it) the single file
/// alone is delivered, renamed into the package's root once all is verified. Reports through the event writer; blocks
/// until the end.
class JobRunner {
public:
    /// `ranges` is the source where the spec names one that is read so, else null.
    JobRunner(const Services& services, const jobs::TranscodeSpec& spec, ports::RangeReader* ranges)
        : m_services(services), m_spec(spec), m_ranges(ranges), m_source(media::MediaSource::of(spec, ranges)) {}

    /// Errors of the inspector, planner, transcoder and assembler; CorruptData if the finished
    /// package breaks a promise.
    [[nodiscard]] base::Result<jobs::PackageManifest> run();

private:
    /// Looks whether a rung can be copied first, which is told as progress.
    [[nodiscard]] base::Result<media::Plan> choose_plan(media::MediaInfo& info);
    [[nodiscard]] base::Result<media::Plan> plan_for(const media::MediaInfo& info) const;
    [[nodiscard]] base::Result<media::TranscodeOutput> make_verified(const media::Plan& plan);
    [[nodiscard]] base::Result<media::TranscodeOutput> make(const media::Plan& plan);
    [[nodiscard]] base::Status verify(const media::TranscodeOutput& output, const media::Plan& plan);
    [[nodiscard]] base::Status keep_film(media::TranscodeOutput& output) const;
    [[nodiscard]] base::Result<jobs::PackageManifest> hash(const media::TranscodeOutput& output);
    void report_verify(double percent);

    const Services& m_services;
    const jobs::TranscodeSpec& m_spec;
    ports::RangeReader* const m_ranges;
    const media::MediaSource m_source;
};

} // namespace framehand::transcoder
