// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/verbs/probe_verb.h"

#include "core/jobs/measuring.h"
#include "core/media/libav_log.h"
#include "core/media/probe/capability_probe.h"
#include "core/media/probe/known_encoders.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace framehand::transcoder {

CLI::App* ProbeVerb::declare(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("probe", "Measure what the encoders of this machine really do, as JSON");
    verb->add_option("--encoder", m_encoder, "Measure this one only, by libavcodec's name");
    verb->add_flag("--progress", m_tells_progress, "Say as JSON which one is tried, a line each");
    return verb;
}

base::Result<ExitCode> ProbeVerb::run(const Services& services) {
    const media::probe::CapabilityProbe probe(services.clock);
    jobs::Capabilities capabilities;
    if (m_encoder.empty()) {
        int done = 0;
        FH_ASSIGN(capabilities, probe.measure_all({}, [&](const std::string& encoder) {
            services.logger.info("measuring", {{"encoder", encoder}});
            if (m_tells_progress) {
                const jobs::Measuring now{encoder, done++, static_cast<int>(media::probe::known_encoders().size())};
                services.output << base::dump_json(jobs::to_event(now)) << std::endl;
            }
        }));
    } else {
        FH_ASSIGN(const jobs::EncoderCapability encoder, probe.measure(m_encoder, {}));
        capabilities.libav_version = media::libav_version();
        capabilities.encoders = {encoder};
    }
    services.output << base::dump_json(jobs::to_json(capabilities)) << '\n';
    return ExitCode::Ok;
}

} // namespace framehand::transcoder
