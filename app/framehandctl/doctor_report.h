// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace framehand::cli {

enum class Health { Ok, Warn, Fail };

/// One thing that was looked at.
struct Diagnosis {
    std::string what; ///< "NAS", "orchestrator"
    Health health = Health::Ok;
    std::string finding; ///< what was seen, a sentence
    std::string advice;  ///< what to do about it; "" if all is well

    bool operator==(const Diagnosis&) const = default;
};

/// What a doctor found, in the order of looking.
class DoctorReport {
public:
    void add(Diagnosis diagnosis) { m_diagnoses.push_back(std::move(diagnosis)); }

    void add(std::vector<Diagnosis> diagnoses);

    [[nodiscard]] bool failed() const;
    /// Two lines for what is not well: the finding, and "-> what to do".
    [[nodiscard]] std::vector<std::string> lines() const;
    /// {ok, checks: [{what, health: "ok"|"warn"|"fail", finding, advice}]}
    [[nodiscard]] base::Json to_json() const;

private:
    std::vector<Diagnosis> m_diagnoses;
};

} // namespace framehand::cli
