// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/diagnosis.h"

#include <algorithm>
#include <utility>

namespace framehand::doctor {

std::string_view to_string(Health health) {
    switch (health) {
    case Health::Ok:
        return "ok";
    case Health::Warn:
        return "warn";
    case Health::Fail:
        break;
    }
    return "fail";
}

bool failed(const Diagnoses& diagnoses) {
    return std::ranges::any_of(diagnoses, [](const Diagnosis& one) { return one.health == Health::Fail; });
}

base::Json to_json(const Diagnoses& diagnoses) {
    auto checks = base::Json::array();
    for (const Diagnosis& one : diagnoses) {
        base::Json check{
            {"what", one.what}, {"health", to_string(one.health)}, {"finding", one.finding}, {"advice", one.advice}};
        if (one.remedy && one.remedy->kind == Remedy::Kind::Measure) {
            check["remedy"] = {{"id", "measure"}};
        } else if (one.remedy) {
            check["remedy"] = {{"id", "setting"}, {"key", one.remedy->key}};
        }
        checks.push_back(std::move(check));
    }
    return {{"ok", !failed(diagnoses)}, {"checks", std::move(checks)}};
}

} // namespace framehand::doctor
