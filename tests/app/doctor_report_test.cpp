// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/doctor_report.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(DoctorReport, SaysWhatToDoBelowEachFinding) {
    DoctorReport report;
    report.add({"NAS", Health::Ok, "/mnt/nas", ""});
    report.add({"space", Health::Warn, "1 GB free", "make room"});
    EXPECT_FALSE(report.failed());
    EXPECT_EQ(report.lines(), (std::vector<std::string>{"ok    NAS    /mnt/nas", "warn  space  1 GB free",
                                                        "             -> make room"}));
}

TEST(DoctorReport, FailsWithOneFailure) {
    DoctorReport report;
    report.add({{"a", Health::Ok, "x", ""}, {"b", Health::Fail, "y", "z"}});
    EXPECT_TRUE(report.failed());
    const base::Json json = report.to_json();
    EXPECT_EQ(json["ok"], false);
    ASSERT_EQ(json["checks"].size(), 2U);
    EXPECT_EQ(json["checks"][1]["health"], "fail");
    EXPECT_EQ(json["checks"][1]["advice"], "z");
}

} // namespace
} // namespace framehand::cli
