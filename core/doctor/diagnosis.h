// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <vector>

namespace framehand::doctor {

enum class Health { Ok, Warn, Fail };

[[nodiscard]] std::string_view to_string(Health health); ///< "ok", "warn", "fail"

/// What a program with windows can do about a finding: measure the encoders again, or let the person change a setting.
struct Remedy {
    enum class Kind { Measure, Setting };

    Kind kind = Kind::Measure;
    std::string key; ///< of the setting

    bool operator==(const Remedy&) const = default;
};

/// One thing that was looked at.
struct Diagnosis {
    std::string what; ///< "NAS", "orchestrator"
    Health health = Health::Ok;
    std::string finding; ///< what was seen, a sentence
    std::string advice;  ///< what to do about it; "" if all is well
    std::optional<Remedy> remedy = std::nullopt;

    bool operator==(const Diagnosis&) const = default;
};

using Diagnoses = std::vector<Diagnosis>;

/// One at least failed. A warning is no failure.
[[nodiscard]] bool failed(const Diagnoses& diagnoses);

/// {ok, checks: [{what, health, finding, advice, remedy?: {id: "measure"} or {id: "setting", key}}]}
[[nodiscard]] base::Json to_json(const Diagnoses& diagnoses);

/// Of what to_json() has made, in this version or another: what is unknown is taken as it comes, a health that is no
/// known one as a warning. CorruptData for what is no such answer.
[[nodiscard]] base::Result<Diagnoses> diagnoses_from_json(const base::Json& answer);

} // namespace framehand::doctor
