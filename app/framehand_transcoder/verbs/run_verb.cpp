// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/run_verb.h"

#include "app/framehand_transcoder/failure_words.h"
#include "app/framehand_transcoder/ranged_input.h"
#include "app/framehand_transcoder/spec_input.h"
#include "app/framehand_transcoder/walls.h"
#include "app/framehand_transcoder/works.h"

#include <CLI/CLI.hpp>

namespace framehand::transcoder {

CLI::App* RunVerb::declare(CLI::App& app) {
    return app.add_subcommand("run", "Do one job: its spec on standard input, events on standard output");
}

base::Result<ExitCode> RunVerb::run(const Services& services) {
    FH_ASSIGN(const jobs::TranscodeSpec spec, read_spec(services.input));
    FH_ASSIGN(const std::unique_ptr<ports::RangeReader> ranges, connect_ranges(services, spec));
    FH_TRY(wall_off(services, spec));
    services.input.watch();
    const auto manifest = do_work(services, spec, ranges.get());
    if (!manifest) {
        services.events.write(
            jobs::TranscodeFailed{in_full(manifest.error(), services.libav.last_error(), spec.limits)});
        return ExitCode::Failed;
    }
    services.events.write(jobs::TranscodeDone{*manifest});
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
