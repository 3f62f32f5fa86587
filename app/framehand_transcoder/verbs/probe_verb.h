// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/verb.h"

#include <string>

namespace framehand::transcoder {

/// `probe [--encoder NAME]`: measures the encoders (or one) and prints them as JSON.
class ProbeVerb final : public Verb {
public:
    [[nodiscard]] CLI::App* declare(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(const Services& services) override;

private:
    std::string m_encoder;
};

} // namespace framehand::transcoder
