// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/orchestrator_doctor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::doctor {
namespace {

using ports::HttpResponse;
using testing::HasSubstr;

const Remedy kAddress{Remedy::Kind::Setting, "orchestrator_url"};

TEST(OrchestratorDoctor, AsksForItsHealth) {
    const auto question = health_question("http://nas:8787");
    EXPECT_EQ(question.method, "GET");
    EXPECT_EQ(question.url, "http://nas:8787/healthz");
}

TEST(OrchestratorDoctor, TellsOfItsJobsAndWorkers) {
    const auto found = examine_orchestrator(
        HttpResponse{200, R"({"jobs": {"QUEUED": 2, "PROCESSING": 1}, "workers": {"alive": 1}})"}, "http://x");
    EXPECT_EQ(found, (Diagnosis{"orchestrator", Health::Ok,
                                "answers at http://x; jobs: 2 waiting, 1 running, 0 completed, 0 failed; workers: 1 "
                                "alive",
                                ""}));
    EXPECT_EQ(orchestrator_line(base::Json(3), "http://x"), "answers at http://x");
    EXPECT_EQ(orchestrator_line({{"jobs", 3}, {"workers", "many"}}, "http://x"), "answers at http://x");
}

TEST(OrchestratorDoctor, SaysWhatToDoWhereNoneOrSomethingElseAnswers) {
    const auto nobody = examine_orchestrator(base::fail(base::ErrorCode::Unavailable, "refused"), "http://x");
    EXPECT_EQ(nobody.health, Health::Fail);
    EXPECT_THAT(nobody.finding, HasSubstr("refused"));
    for (const auto& answer :
         {HttpResponse{200, "<html>"}, HttpResponse{200, "3"}, HttpResponse{503, "{}"}, HttpResponse{301, ""}}) {
        const auto found = examine_orchestrator(answer, "http://x");
        EXPECT_EQ(found.health, Health::Fail) << answer.status;
        EXPECT_FALSE(found.advice.empty());
        EXPECT_EQ(found.remedy, kAddress);
    }
}

TEST(OrchestratorDoctor, KnowsThatATokenIsWanted) {
    for (const int status : {401, 403}) {
        const auto found = examine_orchestrator(HttpResponse{status, "{}"}, "http://x");
        EXPECT_EQ(found.health, Health::Fail);
        EXPECT_THAT(found.advice, HasSubstr("token"));
        EXPECT_FALSE(found.remedy) << "the address is right";
    }
}

TEST(OrchestratorDoctor, OnlyWarnsOfAServerThatTellsNothingOfItsHealth) {
    const auto found = examine_orchestrator(HttpResponse{404, "not found"}, "http://x");
    EXPECT_EQ(found.health, Health::Warn) << "orchestrators of another make need not";
}

} // namespace
} // namespace framehand::doctor
