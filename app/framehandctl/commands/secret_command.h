// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command_group.h"

namespace framehand::cli {

/// `secret list|set|forget`.
class SecretCommand final : public CommandGroup {
public:
    SecretCommand();

    [[nodiscard]] std::string_view name() const override { return "secret"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
};

} // namespace framehand::cli
