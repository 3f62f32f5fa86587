// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/command_group.h"

namespace framehand::cli {

/// `sources test`.
class SourcesCommand final : public CommandGroup {
public:
    SourcesCommand();

    [[nodiscard]] std::string_view name() const override { return "sources"; }

    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::string_view examples() const override;
};

} // namespace framehand::cli
