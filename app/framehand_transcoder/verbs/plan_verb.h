// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/verb.h"

#include <string>

namespace framehand::transcoder {

/// `plan`: a job spec on standard input, its plan on standard output. Writes nothing.
class PlanVerb final : public Verb {
public:
    [[nodiscard]] CLI::App* declare(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(const Services& services) override;
};

} // namespace framehand::transcoder
