// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/verb.h"

#include <string>

namespace framehand::transcoder {

/// `probe [--encoder NAME] [--progress]`: measures the encoders (or one) and prints them as JSON; with progress a line
/// before each one (core/jobs/measuring.h).
class ProbeVerb final : public Verb {
public:
    [[nodiscard]] CLI::App* declare(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(const Services& services) override;

private:
    std::string m_encoder;
    bool m_tells_progress = false;
};

} // namespace framehand::transcoder
