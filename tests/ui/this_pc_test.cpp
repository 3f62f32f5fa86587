// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_machine.h"
#include "ui/this_pc.h"

#include <gtest/gtest.h>

namespace framehand::ui {
namespace {

TEST(ThisPc, ReadsTheMachineAndPutsWhatWorksFirst) {
    const auto machine = machine_of(test::sample_capabilities());
    EXPECT_EQ(machine.cpu.toStdString(), "Example CPU 5000");
    EXPECT_EQ(machine.cores, 4);
    EXPECT_EQ(machine.ram_bytes, 17179869184U);
    ASSERT_EQ(machine.encoders.size(), 3U);
    EXPECT_EQ(machine.encoders[0].name.toStdString(), "libx264");
    EXPECT_DOUBLE_EQ(machine.encoders[0].fps_720p, 211.6);
    EXPECT_EQ(machine.encoders[1].name.toStdString(), "aac");
    EXPECT_FALSE(machine.encoders[2].works);
    EXPECT_EQ(machine.encoders[2].reason.toStdString(), "Cannot load libcuda.so.1");
}

TEST(ThisPc, ReadsFindingsAndWhatCanBeMended) {
    const auto checks = checks_of(test::sample_report());
    ASSERT_EQ(checks.size(), 3U);
    EXPECT_EQ(checks[0].health, Health::Good);
    EXPECT_FALSE(checks[0].remedy);
    EXPECT_EQ(checks[1].health, Health::Warning);
    EXPECT_EQ(checks[1].remedy, (RemedyView{RemedyView::Kind::Setting, QStringLiteral("temp_dir")}));
    EXPECT_EQ(checks[2].health, Health::Bad);
    EXPECT_EQ(checks[2].remedy, (RemedyView{RemedyView::Kind::Measure, {}}));
}

TEST(ThisPc, TakesAnything) {
    for (const char* text : {"null", "5", "[]", "{}", R"({"encoders": 5, "checks": 5})",
                             R"({"encoders": [5, {}], "cpu_cores": "x", "ram_bytes": -1})"}) {
        const auto json = base::Json::parse(text);
        EXPECT_EQ(machine_of(json).cores, 0) << text;
        EXPECT_TRUE(checks_of(json).empty()) << text;
    }
    const auto odd = checks_of(base::Json::parse(
        R"({"checks": [5, {"health": "splendid", "remedy": {"id": "pray"}}, {"remedy": {"id": "setting"}}]})"));
    ASSERT_EQ(odd.size(), 3U);
    for (const auto& check : odd) {
        EXPECT_EQ(check.health, Health::Warning) << "what is not known is not all right";
        EXPECT_FALSE(check.remedy);
    }
}

} // namespace
} // namespace framehand::ui
