// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/plan_verb.h"

#include "app/framehand_transcoder/ranged_input.h"
#include "app/framehand_transcoder/spec_input.h"
#include "app/framehand_transcoder/timed_inspection.h"
#include "app/framehand_transcoder/walls.h"
#include "core/media/copy_scan.h"
#include "core/media/planner.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <ostream>

namespace framehand::transcoder {

namespace {

constexpr base::Duration kLongestLook = std::chrono::seconds(10); // less than anybody waits for a plan

} // namespace

CLI::App* PlanVerb::declare(CLI::App& app) {
    return app.add_subcommand("plan", "Say how a job would be done: its spec on standard input, nothing is written");
}

base::Result<ExitCode> PlanVerb::run(const Services& services) {
    FH_ASSIGN(const jobs::TranscodeSpec spec, read_spec(services.input));
    if (spec.job.work != jobs::Work::Package && spec.job.work != jobs::Work::File) {
        return base::fail(base::ErrorCode::Unsupported, "only a job that makes renditions has a plan");
    }
    FH_ASSIGN(const std::unique_ptr<ports::RangeReader> ranges, connect_ranges(services, spec));
    FH_TRY(wall_off(services, spec));
    const media::MediaSource source = media::MediaSource::of(spec, ranges.get());
    FH_ASSIGN(media::MediaInfo info, inspect_within(spec.limits, source));
    auto looked = inspect_within(std::min(spec.limits.inspect_time, kLongestLook), source,
                                 [&](const base::CancelToken& cancel) -> base::Result<media::MediaInfo> {
                                     media::MediaInfo seen = info;
                                     FH_TRY(media::look_for_copy(seen, source, spec.job, cancel));
                                     return seen;
                                 });
    const bool saw_all = looked.has_value();
    if (saw_all) {
        info = std::move(*looked);
    } else if (looked.error().code != base::ErrorCode::Timeout) {
        return looked.error();
    }
    FH_ASSIGN(media::Plan plan, media::make_plan(info, spec.job, spec.capabilities, threads_of(spec, services.cores)));
    if (!saw_all) {
        plan.notes.emplace_back(
            "the source is too long to look here whether a rung can be copied; the job itself will");
    }
    services.output << base::dump_json(media::plan_to_json(plan)) << '\n';
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
