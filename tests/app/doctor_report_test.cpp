// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/doctor_report.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

using doctor::Health;

TEST(DoctorReport, SaysWhatToDoBelowEachFinding) {
    EXPECT_EQ(
        lines_of({{"NAS", Health::Ok, "/mnt/nas", ""}, {"space", Health::Warn, "1 GB free", "make room"}}),
        (std::vector<std::string>{"ok    NAS    /mnt/nas", "warn  space  1 GB free", "             -> make room"}));
}

} // namespace
} // namespace framehand::cli
