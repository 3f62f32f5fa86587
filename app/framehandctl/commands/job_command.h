// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <string>

namespace framehand::cli {

/// `job ID`: all about one job.
class JobCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "job"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    std::string m_job_id;
};

} // namespace framehand::cli
