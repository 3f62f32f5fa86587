// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/verify_command.h"

#include "app/framehandctl/await.h"
#include "app/framehandctl/display_width.h"
#include "app/framehandctl/own_transcoder.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

namespace {

/// The error in a line of the child, if it is one.
std::optional<base::Error> failure_in(std::string_view line) {
    const auto json = line.starts_with('{') ? base::parse_json(line, "line") : base::Result<base::Json>(base::Error());
    const auto event =
        json ? jobs::transcode_event_from_json(*json) : base::Result<jobs::TranscodeEvent>(base::Error());
    const auto* failed = event ? std::get_if<jobs::TranscodeFailed>(&*event) : nullptr;
    return failed == nullptr ? std::nullopt : std::optional(failed->error);
}

} // namespace

std::string_view VerifyCommand::description() const {
    return "Check a finished package against everything it promises";
}

std::string_view VerifyCommand::examples() const {
    return R"(Exit code 0 if every check passes, 1 if one fails.

Examples:
  framehandctl verify /mnt/nas/hls/heat
  framehandctl verify ./heat-hls --level fast --json)";
}

void VerifyCommand::add_options(CLI::App& app) {
    app.add_option("PACKAGE", m_package, "The package's folder, or its multivariant playlist")->required();
    app.add_option("--level", m_level,
                   "full decodes everything, fast the first picture of each segment (default: full)")
        ->type_name("LEVEL")
        ->check(CLI::IsMember({"fast", "full"}));
}

base::Result<ExitCode> VerifyCommand::run(Context& context) {
    const std::filesystem::path package = context.absolute(m_package);
    if (!context.services().files.canonical(package)) {
        return base::fail(base::ErrorCode::NotFound, "package does not exist: " + m_package);
    }
    FH_ASSIGN(const OwnTranscoder transcoder, OwnTranscoder::locate(context));
    Console& console = context.console();
    std::optional<base::Error> failure;
    ports::ChildProcessRequest request;
    request.program = transcoder.program();
    request.arguments = {"verify", package.string(), "--level", m_level};
    if (console.mode() == OutputMode::JsonLines) {
        request.arguments.emplace_back("--json");
    }
    request.on_line = [&](std::string_view line) {
        if (auto error = failure_in(line)) {
            failure = std::move(error);
            return;
        }
        console.line(printable(line));
        if (const auto json = base::parse_json(line, "report"); json && json->is_object()) {
            console.json(*json);
        }
    };
    const auto exit = await<ports::ChildExit>(context.services().interrupted, [&](auto done) {
        request.on_exit = [done](const ports::ChildExit& how) { done(how); };
        return context.services().children.start(std::move(request));
    });
    if (!exit) {
        return exit.error();
    }
    if (failure) {
        return context.report_failure(*failure);
    }
    if (exit->kind == ports::ChildExit::Kind::Exited && (exit->code == 0 || exit->code == 1)) {
        return exit->code == 0 ? ExitCode::Ok : ExitCode::Failed;
    }
    return base::fail(base::ErrorCode::Internal, "framehand-transcoder verify failed (" + exit->description + ")",
                      exit->last_stderr);
}

} // namespace framehand::cli
