// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/plan_verb.h"

#include "app/framehand_transcoder/spec_input.h"
#include "app/framehand_transcoder/timed_inspection.h"
#include "app/framehand_transcoder/walls.h"
#include "core/media/copy_scan.h"
#include "core/media/planner.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace framehand::transcoder {

CLI::App* PlanVerb::declare(CLI::App& app) {
    return app.add_subcommand("plan", "Say how a job would be done: its spec on standard input, nothing is written");
}

base::Result<ExitCode> PlanVerb::run(const Services& services) {
    FH_ASSIGN(const jobs::TranscodeSpec spec, read_spec(services.input));
    FH_TRY(wall_off(services, spec));
    FH_ASSIGN(media::MediaInfo info, inspect_within(spec.limits, spec.input_path));
    FH_TRY(media::look_for_copy(info, spec.input_path, spec.job, {}));
    FH_ASSIGN(const media::Plan plan,
              media::make_plan(info, spec.job, spec.capabilities, threads_of(spec, services.cores)));
    services.output << base::dump_json(media::plan_to_json(plan)) << '\n';
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
