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

base::Result<Diagnoses> diagnoses_from_json(const base::Json& answer) {
    const auto checks = answer.is_object() ? answer.find("checks") : answer.end();
    if (!answer.is_object() || checks == answer.end() || !checks->is_array()) {
        return base::fail(base::ErrorCode::CorruptData, "the answer holds no findings");
    }
    Diagnoses found;
    for (const auto& check : *checks) {
        const auto text = [&check](const char* name) {
            const auto member = check.is_object() ? check.find(name) : check.end();
            return check.is_object() && member != check.end() && member->is_string() ? member->get<std::string>()
                                                                                     : std::string();
        };
        const auto health = text("health");
        Diagnosis one{text("what"), Health::Warn, text("finding"), text("advice")};
        for (const auto known : {Health::Ok, Health::Fail}) {
            one.health = health == to_string(known) ? known : one.health;
        }
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace framehand::doctor
