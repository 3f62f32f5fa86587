// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/probe_command.h"

#include "app/framehandctl/own_transcoder.h"
#include "app/framehandctl/table_printer.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace framehand::cli {

namespace {

std::string largest(const jobs::EncoderCapability& encoder) {
    return encoder.max_width > 0 ? std::to_string(encoder.max_width) + "x" + std::to_string(encoder.max_height)
                                 : std::string();
}

std::string speed(const jobs::EncoderCapability& encoder) {
    return encoder.fps_720p > 0 ? std::to_string(std::lround(encoder.fps_720p)) : std::string();
}

void print(const jobs::Capabilities& capabilities, Console& console) {
    console.line("cpu       " + capabilities.cpu_model + ", " + std::to_string(capabilities.cpu_cores) + " cores");
    console.line("memory    " + base::humanize_bytes(static_cast<std::int64_t>(capabilities.ram_bytes)));
    console.line("gpu       " + (capabilities.gpu_name.empty() ? "none found" : capabilities.gpu_name));
    console.line("libav     " + capabilities.libav_version);
    console.line("");
    TablePrinter table({"ENCODER", "CODEC", "WORKS", "FPS AT 720p", "LARGEST", "REASON"});
    for (const jobs::EncoderCapability& encoder : capabilities.encoders) {
        table.add_row({encoder.name, encoder.codec, encoder.works ? "yes" : "no", speed(encoder), largest(encoder),
                       encoder.reason});
    }
    for (const std::string& line : table.lines()) {
        console.line(line);
    }
}

} // namespace

std::string_view ProbeCommand::description() const {
    return "What the encoders of this machine really do";
}

std::string_view ProbeCommand::examples() const {
    return R"(Each encoder is measured by really encoding with it; the result is kept until the machine or Framehand changes.

Examples:
  framehandctl probe
  framehandctl probe --refresh --json)";
}

void ProbeCommand::add_options(CLI::App& app) {
    app.add_flag("--refresh", m_refresh, "Measure again");
}

base::Result<ExitCode> ProbeCommand::run(Context& context) {
    FH_ASSIGN(OwnTranscoder transcoder, OwnTranscoder::locate(context));
    FH_ASSIGN(const jobs::Capabilities capabilities,
              transcoder.capabilities(m_refresh ? worker::CapabilityUse::MeasureAgain
                                                : worker::CapabilityUse::CachedIfValid));
    print(capabilities, context.console());
    context.console().json(jobs::to_json(capabilities));
    return ExitCode::Ok;
}

} // namespace framehand::cli
