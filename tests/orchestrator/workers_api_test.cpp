// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/orchestrator/api_house.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace framehand::orchestrator {
namespace {

using base::Json;
using test::ApiHouse;

TEST(WorkersApi, RegistersWithAnObjectOrTheOlderListOfCapabilities) {
    ApiHouse house;
    const Json object{{"supported_codecs", {"h264_nvenc", "libx264"}},
                      {"has_gpu", true},
                      {"gpu_type", "nvidia"},
                      {"max_resolution", "4k"}};
    EXPECT_EQ(
        house.call("POST", "/api/v1/workers/register", {{"worker_id", "desktop"}, {"capabilities", object}}).status,
        201);
    EXPECT_EQ(house
                  .call("POST", "/api/v1/workers/register",
                        {{"worker_id", "old"}, {"capabilities", {"libx264"}}, {"unknown", {1, 2}}})
                  .status,
              201);
    EXPECT_EQ(house.register_worker("old"), 200);
    const auto workers = house.call("GET", "/api/v1/workers").json()["workers"];
    ASSERT_EQ(workers.size(), 2U);
    EXPECT_EQ(workers[0]["worker_id"], "desktop");
    EXPECT_EQ(workers[0]["capabilities"], object);
    EXPECT_EQ(workers[0]["alive"], true);
    EXPECT_EQ(workers[0]["set_aside"], false);
}

TEST(WorkersApi, TakesTheWorkersNameFromTheHeaderWhereTheBodyHasNone) {
    ApiHouse house;
    EXPECT_EQ(
        house.call("POST", "/api/v1/workers/register", {{"capabilities", Json::object()}}, "x-WORKER-id: w\r\n").status,
        201);
    EXPECT_EQ(house.call("POST", "/api/v1/workers/sync", {{"status", "IDLE"}}, "X-Worker-ID: w\r\n").status, 200);
}

TEST(WorkersApi, WalksAJobThroughTheProtocol) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    EXPECT_EQ(house.sync("w"), (Json{{"ack", true}}));
    const std::string id = house.submit();
    const Json answer = house.sync("w");
    EXPECT_EQ(answer["ack"], true);
    const Json& job = answer["assigned_job"];
    EXPECT_EQ(job["job_id"], id);
    EXPECT_EQ(job["input"]["source_url"], "films/a.mkv");
    EXPECT_EQ(job["outputs"][0]["resolution"], "720p");
    EXPECT_EQ(job["outputs"][0]["dest_path"], "out/720p");
    EXPECT_EQ(job["hls_settings"]["master_playlist_name"], "index.m3u8");
    EXPECT_EQ(job["attempt"], 1);
    EXPECT_EQ(house.sync("w", id), (Json{{"ack", true}}));

    const auto progress = house.call(
        "PATCH", "/api/v1/jobs/" + id,
        {{"worker_id", "w"}, {"status", "PROCESSING"}, {"progress", 45.8}, {"current_fps", 87.3}, {"eta_sec", 120}});
    EXPECT_EQ(progress.status, 200);
    Json shown = house.call("GET", "/api/v1/jobs/" + id).json();
    EXPECT_EQ(shown["state"], "PROCESSING");
    EXPECT_EQ(shown["progress"], 45.8);
    EXPECT_EQ(shown["fps"], 87.3);
    EXPECT_EQ(shown["eta_sec"], 120);
    EXPECT_EQ(shown["worker_id"], "w");

    const Json done{
        {"status", "COMPLETED"}, {"manifest_url", "/out/720p/index.m3u8"}, {"metrics", {{"total_time_ms", 245680}}}};
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(house.call("POST", "/api/v1/jobs/" + id + "/finalize", done, "X-Worker-ID: w\r\n").status, 200);
    }
    shown = house.call("GET", "/api/v1/jobs/" + id).json();
    EXPECT_EQ(shown["state"], "COMPLETED");
    EXPECT_EQ(shown["manifest_url"], "/out/720p/index.m3u8");
    EXPECT_EQ(shown["metrics"]["total_time_ms"], 245680);
    ASSERT_EQ(shown["attempts"].size(), 1U);
    EXPECT_EQ(shown["attempts"][0]["outcome"], "COMPLETED");
    EXPECT_EQ(shown["attempts"][0]["total_time_ms"], 245680);
}

TEST(WorkersApi, AFailureIsKeptWithItsCause) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string id = house.submit();
    ASSERT_EQ(house.sync("w")["assigned_job"]["job_id"], id);
    const Json failed{{"status", "FAILED"},
                      {"error_msg", "input file does not exist: films/a.mkv"},
                      {"metrics", {{"total_time_ms", 12}}}};
    EXPECT_EQ(house.call("POST", "/api/v1/jobs/" + id + "/finalize", failed).status, 200);
    const Json shown = house.call("GET", "/api/v1/jobs/" + id).json();
    EXPECT_EQ(shown["state"], "QUEUED");
    EXPECT_EQ(shown["attempt_count"], 1);
    EXPECT_EQ(shown["attempts"][0]["cause"], "input file does not exist: films/a.mkv");
}

TEST(WorkersApi, ACancelledJobIsStoppedThroughSyncAndProgress) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string id = house.submit();
    ASSERT_EQ(house.sync("w")["assigned_job"]["job_id"], id);
    ASSERT_EQ(house.call("DELETE", "/api/v1/jobs/" + id).status, 200);
    EXPECT_EQ(house.sync("w", id), (Json{{"ack", true}, {"cancel_job_id", id}}));
    const auto progress = house.call("PATCH", "/api/v1/jobs/" + id, {{"worker_id", "w"}, {"progress", 50}});
    EXPECT_EQ(progress.status, 409);
    EXPECT_EQ(progress.json()["cancelled"], true);
    EXPECT_EQ(progress.json()["error"]["code"], "cancelled");
    const auto late = house.call("POST", "/api/v1/jobs/" + id + "/finalize",
                                 {{"status", "COMPLETED"}, {"manifest_url", "/x.m3u8"}}, "X-Worker-ID: w\r\n");
    EXPECT_EQ(late.status, 409);
}

TEST(WorkersApi, AnUnknownWorkerIsToldToRegister) {
    ApiHouse house;
    const auto response = house.call("POST", "/api/v1/workers/sync", {{"worker_id", "w"}, {"status", "IDLE"}});
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.json()["error"]["code"], "not_found");
}

TEST(WorkersApi, NamesTheFieldOfEachMalformedMessage) {
    ApiHouse house;
    ASSERT_EQ(house.register_worker("w"), 201);
    const std::string id = house.submit();

    struct Case {
        const char* method;
        std::string target;
        Json body;
        const char* field;
    };

    const std::string finalize = "/api/v1/jobs/" + id + "/finalize";
    const std::vector<Case> cases{
        {"POST", "/api/v1/workers/register", {{"capabilities", Json::object()}}, "worker_id"},
        {"POST", "/api/v1/workers/register", {{"worker_id", ""}, {"capabilities", Json::object()}}, "worker_id"},
        {"POST", "/api/v1/workers/register", {{"worker_id", "a\nb"}, {"capabilities", Json::object()}}, "worker_id"},
        {"POST", "/api/v1/workers/register", {{"worker_id", "w"}}, "capabilities"},
        {"POST", "/api/v1/workers/register", {{"worker_id", "w"}, {"capabilities", "all"}}, "capabilities"},
        {"POST",
         "/api/v1/workers/register",
         {{"worker_id", "w"}, {"capabilities", {{"has_gpu", "yes"}}}},
         "capabilities.has_gpu"},
        {"POST", "/api/v1/workers/sync", {{"worker_id", "w"}}, "status"},
        {"POST", "/api/v1/workers/sync", {{"worker_id", "w"}, {"status", "SLEEPING"}}, "status"},
        {"POST",
         "/api/v1/workers/sync",
         {{"worker_id", "w"}, {"status", "IDLE"}, {"hardware_stats", 5}},
         "hardware_stats"},
        {"POST",
         "/api/v1/workers/sync",
         {{"worker_id", "w"}, {"status", "IDLE"}, {"hardware_stats", {{"x", std::string(5000, 'x')}}}},
         "hardware_stats"},
        {"POST",
         "/api/v1/workers/sync",
         {{"worker_id", "w"}, {"status", "IDLE"}, {"current_job_id", 5}},
         "current_job_id"},
        {"PATCH", "/api/v1/jobs/" + id, {{"progress", 5}}, "worker_id"},
        {"PATCH", "/api/v1/jobs/" + id, {{"worker_id", "w"}, {"progress", "half"}}, "progress"},
        {"PATCH", "/api/v1/jobs/" + id, {{"worker_id", "w"}, {"status", "COMPLETED"}}, "status"},
        {"POST", finalize, Json::object(), "status"},
        {"POST", finalize, {{"status", "DONE"}}, "status"},
        {"POST", finalize, {{"status", "COMPLETED"}}, "manifest_url"},
        {"POST", finalize, {{"status", "FAILED"}, {"metrics", 7}}, "metrics"},
        {"POST", finalize, {{"status", "FAILED"}, {"metrics", {{"total_time_ms", "long"}}}}, "metrics.total_time_ms"},
        {"POST", finalize, {{"status", "FAILED"}, {"error_msg", 7}}, "error_msg"},
    };
    for (const auto& item : cases) {
        const auto response = house.call(item.method, item.target, item.body);
        EXPECT_EQ(response.status, 400) << item.target << " " << response.body;
        EXPECT_EQ(response.json()["error"]["field"], item.field) << item.target << " " << response.body;
    }
    EXPECT_EQ(house.call("GET", "/api/v1/jobs/" + id).json()["state"], "QUEUED") << "none of it changed anything";
}

TEST(WorkersApi, GivesOneJobToExactlyOneOfManyWorkersThatAskAtOnce) {
    ApiHouse house;
    constexpr int kWorkers = 16;
    constexpr int kJobs = 5;
    for (int i = 0; i < kWorkers; ++i) {
        ASSERT_EQ(house.register_worker("w" + std::to_string(i)), 201);
    }
    std::vector<std::string> submitted;
    for (int i = 0; i < kJobs; ++i) {
        submitted.push_back(house.submit());
    }
    std::vector<std::string> given(kWorkers);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kWorkers; ++i) {
        threads.emplace_back([&house, &given, i] {
            const Json answer = house.sync("w" + std::to_string(i));
            if (answer.contains("assigned_job")) {
                given[i] = answer["assigned_job"]["job_id"];
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::erase(given, "");
    std::ranges::sort(given);
    std::ranges::sort(submitted);
    EXPECT_EQ(given, submitted);
}

} // namespace
} // namespace framehand::orchestrator
