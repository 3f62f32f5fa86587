// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <string>

namespace framehand::cli {

/// `resume`: ends a pause.
class ResumeCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "resume"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    std::string m_ignore_input; ///< a time, or ""
};

} // namespace framehand::cli
