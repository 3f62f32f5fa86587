// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/doctor_report.h"

#include "app/framehandctl/display_width.h"

#include <algorithm>

namespace framehand::cli {

std::vector<std::string> lines_of(const doctor::Diagnoses& diagnoses) {
    std::size_t width = 0;
    for (const doctor::Diagnosis& one : diagnoses) {
        width = std::max(width, display_width(one.what));
    }
    std::vector<std::string> lines;
    for (const doctor::Diagnosis& one : diagnoses) {
        lines.push_back(padded(doctor::to_string(one.health), 4) + "  " + padded(one.what, width) + "  " +
                        printable(one.finding));
        if (!one.advice.empty()) {
            lines.push_back(std::string(width + 8, ' ') + "-> " + printable(one.advice));
        }
    }
    return lines;
}

} // namespace framehand::cli
