// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"

namespace framehand::cli {

/// `secret list`: where each secret of the sources comes from.
class SecretListCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "list"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;
};

} // namespace framehand::cli
