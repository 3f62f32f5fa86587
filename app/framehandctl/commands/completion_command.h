// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <string>

namespace framehand::cli {

/// `completion`: the script that makes a shell complete the words of framehandctl, made of the very grammar that it
/// has.
class CompletionCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "completion"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    const CLI::App* m_grammar = nullptr; ///< of the whole program, which owns the app of this verb
    std::string m_shell;
};

} // namespace framehand::cli
