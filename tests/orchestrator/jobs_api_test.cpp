// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/api_house.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::orchestrator {
namespace {

using base::Json;
using test::ApiHouse;
using test::sample_submission;

TEST(JobsApi, QueuesAJobAndShowsIt) {
    ApiHouse house;
    const auto response = house.call("POST", "/api/v1/jobs", sample_submission());
    ASSERT_EQ(response.status, 201) << response.body;
    const Json job = response.json();
    EXPECT_EQ(job["state"], "QUEUED");
    EXPECT_EQ(job["attempt_count"], 0);
    EXPECT_EQ(job["max_attempts"], 3);
    EXPECT_EQ(job["attempts"], Json::array());
    EXPECT_EQ(job["outputs"][0]["bitrate"], "3000k") << "the default, spelled as the protocol spells it";
    EXPECT_EQ(job["created_at"], base::to_rfc3339(house.clock.wall()));
    EXPECT_TRUE(job["manifest_url"].is_null());
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + job["job_id"].get<std::string>()).json(), job);
}

TEST(JobsApi, RefusesTheSameIdTwice) {
    ApiHouse house;
    Json body = sample_submission();
    body["job_id"] = "mine";
    EXPECT_EQ(house.call("POST", "/api/v1/jobs", body).status, 201);
    const auto again = house.call("POST", "/api/v1/jobs", body);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.json()["error"]["field"], "job_id");
}

TEST(JobsApi, NamesTheFieldThatIsWrong) {
    ApiHouse house;
    Json body = sample_submission();
    body["outputs"][0]["dest_path"] = "../out";
    const auto response = house.call("POST", "/api/v1/jobs", body);
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.json()["error"]["field"], "outputs[0].dest_path");
    EXPECT_EQ(house.call("GET", "/api/v1/jobs").json()["jobs"], Json::array());
}

TEST(JobsApi, AnswersBadJsonWithTheFaultAndNeverWithA500) {
    ApiHouse house;
    const std::string id = house.submit();
    const std::vector<std::pair<std::string, std::string>> targets{
        {"POST", "/api/v1/jobs"},        {"POST", "/api/v1/workers/register"},         {"POST", "/api/v1/workers/sync"},
        {"PATCH", "/api/v1/jobs/" + id}, {"POST", "/api/v1/jobs/" + id + "/finalize"},
    };
    for (const auto& [method, target] : targets) {
        for (const std::string& body :
             {std::string("{"), std::string("[1,2]"), std::string("null"), std::string("\xff\xfe\x00", 3),
              std::string("{\"a\":1}}"), std::string(70'000, '['), std::string("{\"worker_id\":{\"a\":[]}}"),
              std::string("{\"job_id\":1e999}"), std::string("{\"outputs\":[[]],\"input\":[]}")}) {
            const auto response = house.call_raw(method, target, body);
            EXPECT_GE(response.status, 400) << method << " " << target << " " << body.substr(0, 40);
            EXPECT_LT(response.status, 500) << method << " " << target << " " << body.substr(0, 40);
            EXPECT_TRUE(response.json()["error"]["message"].is_string());
        }
        const auto empty = house.call(method, target);
        EXPECT_EQ(empty.status, 400) << target;
    }
    const auto response = house.call_raw("POST", "/api/v1/jobs", "{\"input\": }");
    EXPECT_NE(response.body.find("line 1, column"), std::string::npos) << response.body;
}

TEST(JobsApi, ADryRunAsksThePlannerAndWritesNothing) {
    ApiHouse house;
    Json body = sample_submission();
    body["dry_run"] = true;
    const auto response = house.call("POST", "/api/v1/jobs", body);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.json()["plan"]["rungs"], (Json{"720p"}));
    EXPECT_EQ(response.json()["notes"], (Json{"as asked"}));
    EXPECT_EQ(house.planner.asked.input.source_url, "films/a.mkv");
    EXPECT_EQ(house.call("GET", "/api/v1/jobs").json()["jobs"], Json::array());

    house.planner.answer = base::fail(base::ErrorCode::NotFound, "input file does not exist: films/a.mkv");
    const auto missing = house.call("POST", "/api/v1/jobs", body);
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.json()["error"]["message"], "input file does not exist: films/a.mkv");
}

TEST(JobsApi, ListsInPagesNewestFirst) {
    ApiHouse house;
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        ids.push_back(house.submit());
    }
    const Json first = house.call("GET", "/api/v1/jobs?limit=2").json();
    ASSERT_EQ(first["jobs"].size(), 2U);
    EXPECT_EQ(first["jobs"][0]["job_id"], ids[4]);
    EXPECT_EQ(first["next"], ids[3]);
    const Json second = house.call("GET", "/api/v1/jobs?limit=3&after=" + ids[3]).json();
    ASSERT_EQ(second["jobs"].size(), 3U);
    EXPECT_EQ(second["jobs"][2]["job_id"], ids[0]);
    EXPECT_TRUE(second["next"].is_null());
    ASSERT_EQ(house.call("DELETE", "/api/v1/jobs/" + ids[1]).status, 200);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs?state=CANCELLED").json()["jobs"].size(), 1U);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs?state=QUEUED").json()["jobs"].size(), 4U);
}

TEST(JobsApi, NamesTheMemberOfTheQueryThatIsWrong) {
    ApiHouse house;
    for (const auto& [query, field] : std::vector<std::pair<std::string, std::string>>{{"state=queued", "state"},
                                                                                       {"limit=0", "limit"},
                                                                                       {"limit=1001", "limit"},
                                                                                       {"limit=5x", "limit"},
                                                                                       {"limit=99999999999", "limit"},
                                                                                       {"after=nobody", "after"}}) {
        const auto response = house.call("GET", "/api/v1/jobs?" + query);
        EXPECT_EQ(response.status, 400) << query;
        EXPECT_EQ(response.json()["error"]["field"], field) << query;
    }
}

TEST(JobsApi, CancelsAndRetries) {
    ApiHouse house;
    const std::string path = "/api/v1/jobs/" + house.submit();
    EXPECT_EQ(house.call("POST", path + "/retry").status, 409);
    EXPECT_EQ(house.call("DELETE", path).json()["state"], "CANCELLED");
    EXPECT_EQ(house.call("DELETE", path).status, 200);
    const auto retried = house.call("POST", path + "/retry");
    EXPECT_EQ(retried.status, 200);
    EXPECT_EQ(retried.json()["state"], "QUEUED");
}

TEST(JobsApi, ACompletedJobCannotBeCancelled) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string id = house.submit();
    ASSERT_EQ(house.sync("w")["assigned_job"]["job_id"], id);
    ASSERT_EQ(house
                  .call("POST", "/api/v1/jobs/" + id + "/finalize",
                        {{"status", "COMPLETED"}, {"manifest_url", "/out/index.m3u8"}})
                  .status,
              200);
    EXPECT_EQ(house.call("DELETE", "/api/v1/jobs/" + id).status, 409);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + id).json()["state"], "COMPLETED");
}

TEST(JobsApi, SaysWhichJobIsUnknown) {
    ApiHouse house;
    for (const auto& [method, target] :
         std::vector<std::pair<std::string, std::string>>{{"GET", "/api/v1/jobs/nobody"},
                                                          {"DELETE", "/api/v1/jobs/nobody"},
                                                          {"POST", "/api/v1/jobs/nobody/retry"},
                                                          {"GET", "/api/v1/jobs/a%2F..%2Fb"}}) {
        EXPECT_EQ(house.call(method, target).status, 404) << target;
    }
    EXPECT_EQ(house.call("PATCH", "/api/v1/jobs/nobody", {{"worker_id", "w"}}).status, 404);
    EXPECT_EQ(house.call("POST", "/api/v1/jobs/nobody/finalize", {{"status", "FAILED"}}).status, 404);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/%ff").status, 400);
}

} // namespace
} // namespace framehand::orchestrator
