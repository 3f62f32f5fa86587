// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/inspect_verb.h"

#include "app/framehand_transcoder/timed_inspection.h"
#include "app/framehand_transcoder/walls.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace framehand::transcoder {

CLI::App* InspectVerb::declare(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("inspect", "Say what is in a video, as JSON");
    verb->add_option("file", m_file, "The video")->required();
    return verb;
}

base::Result<ExitCode> InspectVerb::run(const Services& services) {
    FH_TRY(wall_off_reader(services, {std::filesystem::path(m_file)}));
    FH_ASSIGN(const media::MediaInfo info, inspect_within(jobs::TranscodeLimits{}, m_file));
    services.output << base::dump_json(media::to_json(info)) << '\n';
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
