// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/doctor_part.h"
#include "tests/app/framehandd/fake_services.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace framehand::daemon {
namespace {

using doctor::Diagnoses;
using doctor::Health;
using testing::ElementsAre;
using testing::HasSubstr;

class DoctorPartTest : public testing::Test {
protected:
    DoctorPartTest() {
        world.files.put_directory("/nas");
        world.files.put_directory("/data");
        settings.nas_mount_path = "/nas";
        settings.temp_dir = "/data/staging";
        settings.orchestrator_url = "http://nas:8787";
    }

    DoctorPart::Done keep() {
        return [this](Diagnoses found) {
            EXPECT_FALSE(answer) << "answered twice";
            answer = std::move(found);
        };
    }

    void tell_capabilities() {
        world.children.last().line("1");
        world.children.last().exit();
        world.children.last().line(
            R"({"encoders": [{"name": "libx264", "codec": "h264", "works": true, "max_width": 3840,)"
            R"( "max_height": 2160}]})");
        world.children.last().exit();
    }

    std::vector<std::string> looked_at() const {
        std::vector<std::string> names;
        for (const auto& one : *answer) {
            names.push_back(one.what);
        }
        return names;
    }

    test::FakeServices world;
    CapabilityKeeper capabilities{world.services, "/bin/framehand-transcoder", "/data"};
    settings::Settings settings;
    std::optional<Diagnoses> answer;
    std::optional<DoctorPart> doctor{std::in_place, world.services, world.http, capabilities};
    DoctorPart& part = *doctor;
};

TEST_F(DoctorPartTest, TriesAShareAwayFromTheLoop) {
    part.test_storage("/nas", keep());
    EXPECT_FALSE(answer);
    world.background.run_all();
    ASSERT_TRUE(answer);
    EXPECT_FALSE(doctor::failed(*answer));
    EXPECT_TRUE(world.files.names("/nas").empty());
}

TEST_F(DoctorPartTest, SaysSoWhereAShareHangsAndForgetsItsLateAnswer) {
    part.test_storage("/nas", keep());
    world.timers.advance(DoctorPart::kPatience);
    ASSERT_TRUE(answer);
    ASSERT_EQ(answer->size(), 1U);
    EXPECT_EQ(answer->front().health, Health::Fail);
    EXPECT_THAT(answer->front().finding, HasSubstr("/nas has not answered"));
    world.background.run_all(); // it answers after all: keep() would tell of a second answer
}

TEST_F(DoctorPartTest, EndsAlthoughAShareHangs) {
    part.test_storage("/nas", keep());
    world.timers.advance(DoctorPart::kPatience);
    part.test_storage("/nas", [](const Diagnoses&) { FAIL() << "nobody is there any more"; });
    doctor.reset();
    EXPECT_EQ(world.disks.waiting(), 2U);
    EXPECT_EQ(world.timers.pending(), 0U);
    world.background.run_all();
    EXPECT_EQ(world.disks.waiting(), 0U);
}

TEST_F(DoctorPartTest, FindsAnOrchestratorThatRefusesThisPc) {
    part.run(settings::LoadedSettings(), settings, DoctorPart::Needs::Worker, keep());
    tell_capabilities();
    world.http.answer(200);
    world.http.answer(401);
    world.background.run_all();
    ASSERT_TRUE(answer);
    const auto refusal = std::ranges::find(*answer, "orchestrator", &doctor::Diagnosis::what) + 1;
    EXPECT_EQ(refusal->health, Health::Fail);
    EXPECT_THAT(refusal->finding, HasSubstr("refuses this PC"));
    EXPECT_THAT(refusal->advice, HasSubstr("access-token"));
}

TEST_F(DoctorPartTest, NeverWaitsWithMoreThanAFewThreads) {
    for (std::size_t i = 0; i < DoctorPart::kMostDisks; ++i) {
        part.test_storage("/nas", [](const Diagnoses&) {});
    }
    world.timers.advance(DoctorPart::kPatience);
    part.test_storage("/nas", keep());
    EXPECT_EQ(world.background.waiting(), DoctorPart::kMostDisks);
    ASSERT_TRUE(answer) << "at once";
    EXPECT_EQ(answer->front().health, Health::Fail);
    EXPECT_THAT(answer->front().finding, HasSubstr("not tried"));
    answer.reset();
    world.background.run_all();
    part.test_storage("/nas", keep());
    world.background.run_all();
    ASSERT_TRUE(answer);
    EXPECT_FALSE(doctor::failed(*answer)) << "the share is back";
}

TEST_F(DoctorPartTest, TriesAServerWithoutWaiting) {
    part.test_orchestrator("http://nas:8787", keep());
    EXPECT_EQ(world.http.next(), "GET http://nas:8787/healthz");
    EXPECT_FALSE(answer);
    world.http.answer(200);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->front().health, Health::Ok);
}

TEST_F(DoctorPartTest, LooksAtEverythingAndTellsItInOneOrder) {
    settings::LoadedSettings on_disk;
    part.run(on_disk, settings, DoctorPart::Needs::Worker, keep());
    tell_capabilities();
    world.http.fail();
    EXPECT_EQ(world.http.next(), "GET " + settings.orchestrator_url + "/api/v1/jobs?limit=1");
    world.http.fail();
    EXPECT_FALSE(answer);
    world.background.run_all();
    ASSERT_TRUE(answer);
    EXPECT_THAT(looked_at(), ElementsAre("settings", "daemon", "orchestrator", "NAS readable", "NAS writable",
                                         "space for staging", "space on the NAS", "encoders", "sandbox"));
    EXPECT_TRUE(doctor::failed(*answer)) << "no orchestrator answers";
}

TEST_F(DoctorPartTest, AnOrchestratorNeedsNoShareAndNoEncoders) {
    settings.nas_mount_path.clear();
    part.run(base::fail(base::ErrorCode::InvalidArgument, "f.yml:1: unknown key"), settings,
             DoctorPart::Needs::Orchestrator, keep());
    tell_capabilities();
    world.background.run_all();
    world.http.answer(200);
    world.http.answer(404); // of another make
    ASSERT_TRUE(answer);
    EXPECT_THAT(looked_at(), ElementsAre("settings", "daemon", "orchestrator", "sandbox"));
    EXPECT_EQ(answer->front().health, Health::Fail);
}

} // namespace
} // namespace framehand::daemon
