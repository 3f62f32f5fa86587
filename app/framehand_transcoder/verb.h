// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/exit_code.h"
#include "app/framehand_transcoder/services.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace framehand::transcoder {

/// One verb of the command line.
class Verb {
public:
    virtual ~Verb() = default;
    /// Adds itself with its options to the command line; returns its own part of it.
    [[nodiscard]] virtual CLI::App* declare(CLI::App& app) = 0;
    /// After parsing. An error becomes a `failed` event; InvalidArgument ends with ExitCode::Usage, others with Failed.
    [[nodiscard]] virtual base::Result<ExitCode> run(const Services& services) = 0;
};

} // namespace framehand::transcoder
