// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command_group.h"

namespace framehand::cli {

/// `config show|check|set|path`.
class ConfigCommand final : public CommandGroup {
public:
    ConfigCommand();

    [[nodiscard]] std::string_view name() const override { return "config"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
};

} // namespace framehand::cli
