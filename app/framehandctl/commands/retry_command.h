// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

#include <string>

namespace framehand::cli {

/// `retry ID`: queues a failed or cancelled job again.
class RetryCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "retry"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    std::string m_job_id;
};

} // namespace framehand::cli
