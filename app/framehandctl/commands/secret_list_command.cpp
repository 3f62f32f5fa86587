// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/secret_list_command.h"

#include "app/framehandctl/display_width.h"
#include "app/framehandctl/secret_keeper.h"

#include <algorithm>

namespace framehand::cli {

namespace {

std::string words_of(const std::string& from) {
    if (from == "credential") {
        return "a credential of the service manager";
    }
    if (from == "environment") {
        return "the environment";
    }
    if (from == "file") {
        return "its file";
    }
    return "not set";
}

} // namespace

std::string_view SecretListCommand::description() const {
    return "Say where each secret comes from; never the secret itself";
}

std::string_view SecretListCommand::examples() const {
    return R"(As the daemon that runs here has them, or as the next one would find them.

Examples:
  framehandctl secret list
  framehandctl secret list --json)";
}

void SecretListCommand::add_options(CLI::App& /*app*/) {
}

base::Result<ExitCode> SecretListCommand::run(Context& context) {
    FH_ASSIGN(const auto answer, list_secrets(context));
    std::size_t width = 0;
    for (const auto secret : settings::kSourceSecrets) {
        width = std::max(width, settings::to_string(secret).size());
    }
    const auto secrets = answer.find("secrets");
    if (secrets == answer.end() || !secrets->is_array()) {
        return base::fail(base::ErrorCode::CorruptData, "the daemon's answer holds no secrets");
    }
    for (const auto& one : *secrets) {
        base::JsonReader reader(one, "");
        const auto problem = reader.string_or("problem", "");
        context.console().line(padded(reader.string_or("name", ""), width) + "  " +
                               words_of(reader.string_or("from", "")) +
                               (problem.empty() ? "" : "; of no use: " + printable(problem)));
    }
    context.console().json(answer);
    return ExitCode::Ok;
}

} // namespace framehand::cli
