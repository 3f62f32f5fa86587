// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/run_verb.h"

#include "app/framehand_transcoder/job_runner.h"
#include "app/framehand_transcoder/spec_input.h"

#include <CLI/CLI.hpp>

namespace framehand::transcoder {

CLI::App* RunVerb::declare(CLI::App& app) {
    return app.add_subcommand("run", "Do one job: its spec on standard input, events on standard output");
}

base::Result<ExitCode> RunVerb::run(const Services& services) {
    FH_ASSIGN(const jobs::TranscodeSpec spec, read_spec(services.input));
    services.input.watch();
    const auto manifest = JobRunner(services, spec).run();
    if (!manifest) {
        services.events.write(jobs::TranscodeFailed{manifest.error()});
        return ExitCode::Failed;
    }
    services.events.write(jobs::TranscodeDone{*manifest});
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
