// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/check_runner.h"

#include "app/framehand_transcoder/spec_input.h"
#include "app/framehand_transcoder/timed_inspection.h"
#include "core/media/integrity.h"
#include "core/media/whole_file.h"

#include <utility>

namespace framehand::transcoder {

namespace {

constexpr double kEnd = 100;

} // namespace

base::Result<jobs::PackageManifest> CheckRunner::run() {
    FH_TRY(media::check_whole(m_spec.input_path));
    FH_ASSIGN(const media::MediaInfo info, inspect_within(m_spec.limits, m_spec.input_path));
    const base::CancelToken never; // the parent ends the process
    const auto report = [this](jobs::TranscodeProgress progress) {
        progress.phase = jobs::TranscodeProgress::Phase::Verify;
        m_services.events.progress(std::move(progress));
    };
    FH_ASSIGN(media::IntegrityReport sound,
              media::check_integrity(m_spec.input_path, info, threads_of(m_spec, m_services.cores), m_services.clock,
                                     report, never));
    jobs::TranscodeProgress last = m_services.events.last_progress();
    last.frames = sound.frames;
    last.percent = kEnd;
    report(std::move(last));

    jobs::PackageManifest manifest;
    manifest.layout = m_spec.layout;
    manifest.duration_sec = sound.duration_sec;
    manifest.notes = std::move(sound.notes);
    return manifest;
}

} // namespace framehand::transcoder
