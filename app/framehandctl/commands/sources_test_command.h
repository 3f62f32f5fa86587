// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <string>

namespace framehand::cli {

/// `sources test [SOURCE]`: asks the daemon whether a source of jobs could be worked for.
class SourcesTestCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "test"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    std::string m_source; ///<  for all of job_source
};

} // namespace framehand::cli
