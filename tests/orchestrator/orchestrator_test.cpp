// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/orchestrator.h"
#include "tests/orchestrator/api_house.h"

#include <gtest/gtest.h>

#include <chrono>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using base::Json;
using test::ApiHouse;
using test::RawConnection;

TEST(Orchestrator, SaysThatItIsWell) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    house.submit();
    const auto response = house.call("GET", "/healthz");
    EXPECT_EQ(response.status, 200);
    const Json health = response.json();
    EXPECT_EQ(health["status"], "ok");
    EXPECT_EQ(health["version"], "1.2.3");
    EXPECT_EQ(health["jobs"]["QUEUED"], 1);
    EXPECT_EQ(health["jobs"]["FAILED"], 0);
    EXPECT_EQ(health["workers"], (Json{{"known", 1}, {"alive", 1}}));
}

TEST(Orchestrator, KeepsJobsAndWorkersOverARestart) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string first = house.submit();
    const std::string second = house.submit();
    ASSERT_EQ(house.sync("w")["assigned_job"]["job_id"], first);
    house.clock.advance(std::chrono::hours{1});
    house.restart();
    EXPECT_EQ(house.sync("w", first), (Json{{"ack", true}})) << "the lease waited for the orchestrator";
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + first).json()["attempts"].size(), 1U);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + second).json()["state"], "QUEUED");
}

TEST(Orchestrator, TakesJobsFromSilentWorkersByItself) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string id = house.submit();
    ASSERT_EQ(house.sync("w")["assigned_job"]["job_id"], id);
    house.clock.advance(std::chrono::seconds{61});
    const auto begin = std::chrono::steady_clock::now();
    while (house.call("GET", "/api/v1/jobs/" + id).json()["state"] != "QUEUED") {
        ASSERT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{20});
    }
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + id).json()["attempts"][0]["cause"], "worker w stopped answering");
}

TEST(Orchestrator, RefusesThePagesOfOtherOrigins) {
    ApiHouse house;
    const auto evil = house.call("POST", "/api/v1/jobs", test::sample_submission(), "ORIGIN: http://evil.example\r\n");
    EXPECT_EQ(evil.status, 403);
    EXPECT_EQ(evil.json()["error"]["field"], "Origin");
    EXPECT_EQ(house.call("GET", "/healthz", nullptr, "Origin: http://127.0.0.1\r\n").status, 200);
    RawConnection rebound(house.port());
    ASSERT_TRUE(rebound.send("GET /api/v1/jobs HTTP/1.1\r\nHost: evil.example\r\n\r\n"));
    EXPECT_EQ(rebound.response()->status, 403);
    EXPECT_EQ(house.call("GET", "/api/v1/jobs").json()["jobs"], Json::array());
}

TEST(Orchestrator, KnowsNothingElse) {
    ApiHouse house;
    EXPECT_EQ(house.call("GET", "/").status, 404);
    EXPECT_EQ(house.call("GET", "/api/v1/../../etc/passwd").status, 404);
    const auto response = house.call("PUT", "/api/v1/jobs");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.at("allow"), "GET, HEAD, POST");
    EXPECT_EQ(house.call("OPTIONS", "/api/v1/jobs/x").headers.at("allow"), "DELETE, GET, HEAD, PATCH");
}

TEST(Orchestrator, SaysWhyItCannotStart) {
    ApiHouse house;
    test::TempFolder folder;
    OrchestratorOptions options;
    options.listen_port = house.port();
    options.database = folder.path() / "o.db";
    Orchestrator second(options, house.clock, base::Logger(), house.planner);
    const auto taken = second.start();
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::AlreadyExists);
    EXPECT_NE(taken.error().message.find(std::to_string(house.port())), std::string::npos);
    EXPECT_EQ(second.port(), 0);

    folder.write("broken.db", std::string(8192, '?'));
    options.listen_port = 0;
    options.database = folder.path() / "broken.db";
    Orchestrator broken(options, house.clock, base::Logger(), house.planner);
    EXPECT_EQ(broken.start().error().code, ErrorCode::CorruptData);
}

TEST(Orchestrator, WithATokenServesThoseWhoShowIt) {
    OrchestratorOptions options;
    options.token.emplace("token-of-the-house");
    ApiHouse house(options);
    EXPECT_EQ(house.call("GET", "/healthz").status, 200);
    for (const std::string header : {"", "Authorization: Bearer token-of-the-hous\r\n", "Authorization: Bearer \r\n",
                                     "Authorization: Basic token-of-the-house\r\n", "Authorization: Bearer\r\n",
                                     "Authorization: Bearer token-of-the-house, Bearer x\r\n"}) {
        for (const std::string target : {"/api/v1/jobs", "/nothing", "/healthz/../api/v1/jobs", "//healthz"}) {
            const auto refused = house.call("GET", target, nullptr, header);
            EXPECT_EQ(refused.status, 401) << header << target;
            EXPECT_EQ(refused.json()["error"]["code"], "unauthorized");
            EXPECT_EQ(refused.headers.at("www-authenticate"), R"(Bearer realm="framehand")");
            EXPECT_EQ(refused.body.find("token-of-the-house"), std::string::npos);
        }
    }
    EXPECT_EQ(house.call("GET", "/api/v1/jobs", nullptr, "AUTHORIZATION: bearer token-of-the-house\r\n").status, 200);
}

TEST(Orchestrator, StopsAndSaysNothingMore) {
    ApiHouse house;
    RawConnection connection(house.port());
    ASSERT_TRUE(connection.call("GET", "/healthz"));
    house.orchestrator().stop();
    house.orchestrator().stop();
    EXPECT_TRUE(connection.closed_by_peer());
}

} // namespace
} // namespace framehand::orchestrator
