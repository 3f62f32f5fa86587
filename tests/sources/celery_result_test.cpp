// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_repr.h"
#include "core/sources/celery_result.h"
#include "core/sources/celery_time.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

const base::WallTime kNow = *parse_celery_time("2026-11-21T03:11:21.491");

CeleryEnvelope envelope() {
    CeleryEnvelope made;
    made.id = "id-1";
    return made;
}

TEST(CeleryResult, HasNoDateUntilTheEnd) {
    const auto json = Json::parse(celery_result(envelope(), CeleryState::Started, celery_started(5, "w@h"), kNow));
    EXPECT_EQ(json, (Json{{"status", "STARTED"},
                          {"result", {{"pid", 5}, {"hostname", "w@h"}}},
                          {"traceback", nullptr},
                          {"children", Json::array()},
                          {"date_done", nullptr},
                          {"task_id", "id-1"}}));
}

TEST(CeleryResult, SaysSuccessAsTheOriginalReturnsIt) {
    CeleryCall call;
    call.output_name = "b.m3u8";
    call.format = "hls";
    auto of_group = envelope();
    of_group.parent_id = "parent";
    of_group.group = "group";
    const auto json = Json::parse(celery_result(of_group, CeleryState::Success, celery_return_value(call), kNow));
    EXPECT_EQ(json["status"], "SUCCESS");
    EXPECT_EQ(json["result"], (Json{{"status", "completed"}, {"output_name", "b.m3u8"}, {"format", "hls"}}));
    EXPECT_EQ(json["date_done"], "2026-11-21T03:11:21.491000");
    EXPECT_EQ(json["parent_id"], "parent");
    EXPECT_EQ(json["group_id"], "group");
}

TEST(CeleryResult, SaysHowFarItIs) {
    EXPECT_EQ(celery_progress({41.26, 33.33, 12.6}),
              (Json{{"status", "transcoding"}, {"percent", 41.3}, {"fps", 33.3}, {"eta_sec", 13}}));
    EXPECT_EQ(celery_progress({0, 0, -1}), (Json{{"status", "transcoding"}, {"percent", 0.0}}));
}

TEST(CeleryResult, LetsClientsRebuildTheException) {
    const auto failure =
        Json::parse(celery_result(envelope(), CeleryState::Failure, celery_runtime_error("FFmpeg error: x"), kNow));
    EXPECT_EQ(failure["result"],
              (Json{{"exc_type", "RuntimeError"}, {"exc_message", {"FFmpeg error: x"}}, {"exc_module", "builtins"}}));
    EXPECT_EQ(failure["traceback"], "Traceback (most recent call last):\nRuntimeError: FFmpeg error: x\n");
    EXPECT_EQ(failure["date_done"], "2026-11-21T03:11:21.491000");
    const auto retry = Json::parse(celery_result(envelope(), CeleryState::Retry, celery_soft_limit(5), kNow));
    EXPECT_EQ(retry["status"], "RETRY");
    EXPECT_EQ(retry["result"]["exc_type"], "SoftTimeLimitExceeded");
    EXPECT_TRUE(retry["date_done"].is_null());
    EXPECT_TRUE(retry["traceback"].is_string());
    const auto revoked =
        Json::parse(celery_result(envelope(), CeleryState::Revoked, celery_revoked_error("terminated"), kNow));
    EXPECT_EQ(
        revoked["result"],
        (Json{{"exc_type", "TaskRevokedError"}, {"exc_message", {"terminated"}}, {"exc_module", "celery.exceptions"}}));
    EXPECT_TRUE(revoked["traceback"].is_null());
    EXPECT_FALSE(revoked["date_done"].is_null());
    EXPECT_EQ(celery_hard_limit(3600).repr(), "TimeLimitExceeded(3600.0)");
}

TEST(PythonRepr, WritesValuesAsPythonDoes) {
    EXPECT_EQ(python_repr(Json::parse(R"({"a":[1,2.5,true,null],"b":"it's"})")),
              R"({'a': [1, 2.5, True, None], 'b': "it's"})");
    EXPECT_EQ(python_repr(std::string_view("a\n\\\x01")), R"('a\n\\\x01')");
    EXPECT_EQ(python_repr(std::string_view("it's \"it\"")), R"('it\'s "it"')");
    EXPECT_EQ(python_repr(Json("ä")), "'ä'");
}

} // namespace
} // namespace framehand::sources
