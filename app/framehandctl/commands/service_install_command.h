// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command.h"
#include "core/ports/background_service.h"

#include <string>

namespace framehand::cli {

/// `service install`: the daemon starts by itself from now on, and now.
class ServiceInstallCommand final : public Command {
public:
    [[nodiscard]] std::string_view name() const override { return "install"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
    void add_options(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(Context& context) override;

private:
    [[nodiscard]] base::Status install(ports::BackgroundService& service) const;

    bool m_no_start = false;
    std::string m_owner; ///< all three or none
    std::string m_config_file;
    std::string m_data_folder;
};

} // namespace framehand::cli
