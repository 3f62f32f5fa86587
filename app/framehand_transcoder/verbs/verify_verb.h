// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand_transcoder/verb.h"

#include <string>

namespace framehand::transcoder {

/// `verify DIR_OR_PLAYLIST [--level fast|full] [--source FILE] [--json]`: checks a package.
class VerifyVerb final : public Verb {
public:
    [[nodiscard]] CLI::App* declare(CLI::App& app) override;
    [[nodiscard]] base::Result<ExitCode> run(const Services& services) override;

private:
    std::string m_package;
    std::string m_level = "full";
    std::string m_source;
    bool m_json = false;
};

} // namespace framehand::transcoder
