// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/context.h"
#include "app/framehandctl/exit_code.h"
#include "core/base/result.h"

#include <string_view>

namespace CLI {
class App;
}

namespace framehand::cli {

/// One verb of framehandctl. A new verb is one file pair in commands/ and one line in all_commands.cpp.
class Command {
public:
    virtual ~Command() = default;

    /// What is typed.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// One line for `framehandctl --help`, without a full stop.
    [[nodiscard]] virtual std::string_view description() const = 0;
    /// Examples and remarks below the verb's own --help.
    [[nodiscard]] virtual std::string_view examples() const = 0;
    /// Declares options whose values land in members of this object, which outlives `app`.
    virtual void add_options(CLI::App& app) = 0;
    /// Does it, once, after the options have been parsed. An error is shown by the caller and gives
    /// exit_code_of(error.code).
    [[nodiscard]] virtual base::Result<ExitCode> run(Context& context) = 0;
};

} // namespace framehand::cli
