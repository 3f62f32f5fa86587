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

TEST(Diagnosis, IsReadFromWhatAnotherProgramSays) {
    const Diagnoses told{{"server", Health::Ok, "Redis 7.0.15 answers", ""},
                         {"rights", Health::Fail, "may not", "give it", Remedy{Remedy::Kind::Setting, "redis_url"}},
                         {"memory", Health::Warn, "throws keys away", "set it"}};
    const auto read = diagnoses_from_json(to_json(told));
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 3U);
    EXPECT_EQ((*read)[0], told[0]);
    EXPECT_EQ((*read)[1].health, Health::Fail);
    EXPECT_EQ((*read)[1].advice, "give it");
    EXPECT_EQ((*read)[2], told[2]);
    const auto strange = diagnoses_from_json({{"checks", {5, {{"what", 5}, {"health", "splendid"}}}}});
    ASSERT_TRUE(strange);
    EXPECT_EQ((*strange)[1].health, Health::Warn);
    EXPECT_FALSE(diagnoses_from_json({{"checks", 5}}));
    EXPECT_FALSE(diagnoses_from_json(5));
}

} // namespace
} // namespace framehand::doctor
