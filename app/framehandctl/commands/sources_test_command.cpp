// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/sources_test_command.h"

#include "app/framehandctl/doctor_report.h"
#include "app/framehandctl/local_daemon.h"
#include "core/settings/value_text.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

namespace {

/// The daemon gives up after ten seconds by itself.
constexpr base::Duration kPatience{20'000};

/// The sources that the daemon's next start would take.
base::Result<std::vector<std::string>> job_sources(api::LocalClient& daemon) {
    FH_ASSIGN(const auto described, daemon.call("settings.describe"));
    const auto fields = described.find("fields");
    if (fields != described.end() && fields->is_array()) {
        for (const auto& field : *fields) {
            base::JsonReader reader(field, "");
            if (reader.string_or("key", "") == "job_source") {
                return settings::read_words(reader.string_or("value", "")).value_or(std::vector<std::string>{});
            }
        }
    }
    return base::fail(base::ErrorCode::CorruptData, "the daemon's answer holds no job_source");
}

} // namespace

std::string_view SourcesTestCommand::description() const {
    return "Look whether a source of jobs can be reached and worked for; says what to do";
}

std::string_view SourcesTestCommand::examples() const {
    return R"(Without a name all sources of job_source are looked at. "s3" is the object storage. No job is taken and no queue changed;
in a bucket a small object is written and removed again. Exit code 1 if a check fails. A warning is no failure.

Examples:
  framehandctl sources test
  framehandctl sources test rabbitmq
  framehandctl sources test s3 --json)";
}

void SourcesTestCommand::add_options(CLI::App& app) {
    app.add_option("SOURCE", m_source, "orchestrator, redis, celery, bullmq, rabbitmq or s3");
}

base::Result<ExitCode> SourcesTestCommand::run(Context& context) {
    FH_ASSIGN(auto daemon, connect_to_daemon(context));
    std::vector<std::string> sources{m_source};
    if (m_source.empty()) {
        FH_ASSIGN(sources, job_sources(daemon));
    }
    auto exit = ExitCode::Ok;
    for (const auto& source : sources) {
        FH_ASSIGN(auto answer, daemon.call("sources.test", base::Json{{"source", source}}, kPatience));
        FH_ASSIGN(const auto found, doctor::diagnoses_from_json(answer));
        if (sources.size() > 1) {
            context.console().line((source == sources.front() ? "" : "\n") + source);
        }
        for (const auto& line : lines_of(found)) {
            context.console().line(line);
        }
        answer["source"] = source;
        context.console().json(answer);
        exit = doctor::failed(found) ? ExitCode::Failed : exit;
    }
    return exit;
}

} // namespace framehand::cli
