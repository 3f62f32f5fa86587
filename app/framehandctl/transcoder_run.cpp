// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/transcoder_run.h"

#include "app/framehandctl/await.h"
#include "core/worker/transcoder_process.h"

#include <utility>

namespace framehand::cli {

namespace {

ProgressView view_of(const jobs::TranscodeProgress& progress) {
    const bool is_verifying = progress.phase == jobs::TranscodeProgress::Phase::Verify;
    return {is_verifying ? "verifying" : "transcoding", progress.percent, progress.fps, progress.speed,
            progress.eta_sec};
}

} // namespace

base::Result<jobs::PackageManifest> run_transcoder(Context& context, const std::filesystem::path& program,
                                                   const settings::Settings& settings, const jobs::TranscodeSpec& spec,
                                                   ProgressReporter& reporter,
                                                   std::function<void(const base::Json& plan)> on_planned) {
    const Services& services = context.services();
    return await<jobs::PackageManifest>(services.interrupted, [&](auto done) {
        auto process = std::make_unique<worker::TranscoderProcess>(
            services.children, services.timers, services.clock, worker::TranscoderOptions::from(settings, program),
            base::Logger(),
            worker::TranscoderProcess::Callbacks{
                std::move(on_planned),
                [&](const jobs::TranscodeProgress& progress) { reporter.show(view_of(progress)); },
                {},
                std::move(done)});
        process->start(spec);
        return process;
    });
}

} // namespace framehand::cli
