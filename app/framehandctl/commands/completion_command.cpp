// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/commands/completion_command.h"

#include "app/framehandctl/completion_script.h"

#include <CLI/CLI.hpp>

namespace framehand::cli {

std::string_view CompletionCommand::description() const {
    return "Print the script that makes a shell complete these words";
}

std::string_view CompletionCommand::examples() const {
    return R"(A package of Framehand installs them.

Examples, without a package:
  framehandctl completion bash > ~/.local/share/bash-completion/completions/framehandctl
  framehandctl completion zsh > "${fpath[1]}/_framehandctl"
  framehandctl completion fish > ~/.config/fish/completions/framehandctl.fish)";
}

void CompletionCommand::add_options(CLI::App& app) {
    m_grammar = app.get_parent();
    app.add_option("shell", m_shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

base::Result<ExitCode> CompletionCommand::run(Context& context) {
    const auto grammar = grammar_of(*m_grammar);
    const auto script = m_shell == "bash"  ? bash_completion(grammar)
                        : m_shell == "zsh" ? zsh_completion(grammar)
                                           : fish_completion(grammar);
    context.console().line(script);
    context.console().json(base::Json{{"shell", m_shell}, {"script", script}});
    return ExitCode::Ok;
}

} // namespace framehand::cli
