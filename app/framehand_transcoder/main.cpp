// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/libav_log_bridge.h"
#include "app/framehand_transcoder/machine.h"
#include "app/framehand_transcoder/verbs/inspect_verb.h"
#include "app/framehand_transcoder/verbs/plan_verb.h"
#include "app/framehand_transcoder/verbs/probe_verb.h"
#include "app/framehand_transcoder/verbs/run_verb.h"
#include "app/framehand_transcoder/verbs/verify_verb.h"
#include "core/base/log_sinks.h"
#include "core/media/libav_log.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <thread>
#include <utility>

namespace {

using namespace framehand;
using transcoder::ExitCode;

/// Runs the verb that was asked for; whatever goes wrong is said as a `failed` event.
ExitCode guarded_run(transcoder::Verb& verb, const transcoder::Services& services) {
    base::Error error;
    try {
        auto result = verb.run(services);
        if (result) {
            return *result;
        }
        error = std::move(result.error());
    } catch (const std::bad_alloc&) {
        error = base::fail(base::ErrorCode::NoSpace, "memory is out");
    } catch (const std::exception& exception) {
        error = base::fail(base::ErrorCode::Internal, "an unexpected failure", exception.what());
    } catch (...) {
        error = base::fail(base::ErrorCode::Internal, "an unexpected failure");
    }
    services.events.write(jobs::TranscodeFailed{error});
    return error.code == base::ErrorCode::InvalidArgument ? ExitCode::Usage : ExitCode::Failed;
}

struct DeclaredVerb {
    std::unique_ptr<transcoder::Verb> verb;
    CLI::App* app = nullptr;
};

ExitCode run(const std::string& program, transcoder::Machine& machine) {
    CLI::App app("framehand-transcoder: does one transcode job. It is run by framehandd, never by people.", program);
    app.allow_windows_style_options(false); // on Windows, too, "/films" is a path
    const std::string version =
        "framehand-transcoder " FRAMEHAND_VERSION ", libav " + std::string(media::libav_version());
    app.set_version_flag("--version", version);
    app.require_subcommand(1);
    std::array<DeclaredVerb, 5> verbs{{{std::make_unique<transcoder::RunVerb>()},
                                       {std::make_unique<transcoder::PlanVerb>()},
                                       {std::make_unique<transcoder::InspectVerb>()},
                                       {std::make_unique<transcoder::VerifyVerb>()},
                                       {std::make_unique<transcoder::ProbeVerb>()}}};
    for (DeclaredVerb& declared : verbs) {
        declared.app = declared.verb->declare(app);
    }
    auto arguments = machine.arguments();
    std::ranges::reverse(arguments); // the parser takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? ExitCode::Ok : ExitCode::Usage;
    }

    const base::SystemClock clock;
    const base::Logger logger(std::make_shared<base::JsonLineSink>(std::cerr), clock, base::LogLevel::Info);
    const transcoder::LibavLogBridge bridge(logger, clock);
    transcoder::Lifeline input(std::cin);
    transcoder::EventWriter events(std::cout, clock);
    const int cores = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
    const transcoder::Services services{
        clock, machine.files(), machine.sandbox(), machine.streams(), logger, bridge, input, events, std::cout, cores};
    const auto chosen =
        std::find_if(verbs.begin(), verbs.end(), [](const DeclaredVerb& verb) { return verb.app->parsed(); });
    return chosen == verbs.end() ? ExitCode::Usage : guarded_run(*chosen->verb, services);
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const auto machine = transcoder::make_machine(argc, argv);
    const ExitCode code = run(argv[0], *machine);
    std::cout.flush();
    std::cerr.flush();
    machine->hand_over_output();
    // The lifeline's thread still reads standard input: leave without waiting for it.
    std::_Exit(static_cast<int>(code));
}
