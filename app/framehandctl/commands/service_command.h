// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command_group.h"

namespace framehand::cli {

/// `service install|remove|status|start|stop`.
class ServiceCommand final : public CommandGroup {
public:
    ServiceCommand();

    [[nodiscard]] std::string_view name() const override { return "service"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
};

} // namespace framehand::cli
