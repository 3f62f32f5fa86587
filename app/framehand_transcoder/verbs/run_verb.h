// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/verb.h"

#include <string>

namespace framehand::transcoder {

/// `run`: a job spec on standard input, events on standard output. Standard input is the lifeline.
class RunVerb final : public Verb {
public:
    [[nodiscard]] CLI::App* declare(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(const Services& services) override;
};

} // namespace framehand::transcoder
