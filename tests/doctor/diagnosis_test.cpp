// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/diagnosis.h"

#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

TEST(Diagnosis, OneFailureIsAFailureAndAWarningIsNone) {
    EXPECT_FALSE(failed({{"a", Health::Ok, "x", ""}, {"b", Health::Warn, "y", "z"}}));
    EXPECT_TRUE(failed({{"a", Health::Ok, "x", ""}, {"b", Health::Fail, "y", "z"}}));
}

TEST(Diagnosis, TravelsWithItsRemedy) {
    const base::Json json = to_json({{"a", Health::Ok, "x", ""},
                                     {"b", Health::Fail, "y", "z", Remedy{Remedy::Kind::Measure, ""}},
                                     {"c", Health::Warn, "y", "z", Remedy{Remedy::Kind::Setting, "temp_dir"}}});
    EXPECT_EQ(json, base::Json::parse(R"({"ok": false, "checks": [
        {"what": "a", "health": "ok", "finding": "x", "advice": ""},
        {"what": "b", "health": "fail", "finding": "y", "advice": "z", "remedy": {"id": "measure"}},
        {"what": "c", "health": "warn", "finding": "y", "advice": "z",
         "remedy": {"id": "setting", "key": "temp_dir"}}]})"));
}

} // namespace
} // namespace framehand::doctor
