// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/verify/verify_options.h"
#include "core/media/verify/verify_report.h"
#include "tests/media/verify/wreck.h"

#include <functional>
#include <string>
#include <vector>

namespace framehand::test {

/// One deliberate damage, and how the verifier must find it.
struct Damage {
    std::string name;
    std::function<void(const Wreck&)> inflict;
    media::verify::CheckId check; ///< that must fail
    std::string file;             ///< that a finding of it must name
    PackageForm form = PackageForm::Fmp4;
    /// The cheapest level that finds it.
    media::verify::VerifyLevel level = media::verify::VerifyLevel::Fast;
};

[[nodiscard]] std::vector<Damage> file_damages();
[[nodiscard]] std::vector<Damage> media_damages();
[[nodiscard]] std::vector<Damage> playlist_damages();
[[nodiscard]] std::vector<Damage> declaration_damages();
[[nodiscard]] std::vector<Damage> dash_damages();

} // namespace framehand::test
