// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/doctor_report.h"

#include "app/framehandctl/display_width.h"

#include <algorithm>

namespace framehand::cli {

namespace {

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

} // namespace

void DoctorReport::add(std::vector<Diagnosis> diagnoses) {
    std::ranges::move(diagnoses, std::back_inserter(m_diagnoses));
}

bool DoctorReport::failed() const {
    return std::ranges::any_of(m_diagnoses, [](const Diagnosis& one) { return one.health == Health::Fail; });
}

std::vector<std::string> DoctorReport::lines() const {
    std::size_t width = 0;
    for (const Diagnosis& one : m_diagnoses) {
        width = std::max(width, display_width(one.what));
    }
    std::vector<std::string> lines;
    for (const Diagnosis& one : m_diagnoses) {
        lines.push_back(padded(to_string(one.health), 4) + "  " + padded(one.what, width) + "  " +
                        printable(one.finding));
        if (!one.advice.empty()) {
            lines.push_back(std::string(width + 8, ' ') + "-> " + printable(one.advice));
        }
    }
    return lines;
}

base::Json DoctorReport::to_json() const {
    base::Json checks = base::Json::array();
    for (const Diagnosis& one : m_diagnoses) {
        checks.push_back(
            {{"what", one.what}, {"health", to_string(one.health)}, {"finding", one.finding}, {"advice", one.advice}});
    }
    return {{"ok", !failed()}, {"checks", std::move(checks)}};
}

} // namespace framehand::cli
