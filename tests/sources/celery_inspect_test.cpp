// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_inspect.h"
#include "core/sources/celery_time.h"
#include "tests/sources/celery_messages.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

CeleryFacts facts() {
    CeleryFacts made;
    made.node = "framehand@host";
    made.pid = 5;
    made.task = "celery_worker.transcode_video_task";
    made.queue = "celery";
    made.processed = 3;
    made.clock = 9;
    return made;
}

Json ask(const std::string& method, const CeleryFacts& of, const Json& arguments = Json::object()) {
    const auto answer = celery_inspect(method, arguments, of);
    EXPECT_TRUE(answer) << method;
    return answer.value_or(Json());
}

TEST(CeleryInspect, AnswersWhatToolsAsk) {
    EXPECT_EQ(ask("ping", facts()), (Json{{"ok", "pong"}}));
    EXPECT_EQ(ask("registered", facts()), Json::array({"celery_worker.transcode_video_task"}));
    EXPECT_EQ(ask("active", facts()), Json::array());
    EXPECT_EQ(ask("reserved", facts()), Json::array());
    EXPECT_EQ(ask("active_queues", facts())[0]["name"], "celery");
    EXPECT_EQ(ask("stats", facts())["total"], (Json{{"celery_worker.transcode_video_task", 3}}));
    EXPECT_EQ(ask("stats", facts())["clock"], "9");
    EXPECT_EQ(ask("conf", facts())["task_default_queue"], "celery");
    EXPECT_EQ(ask("clock", facts()), (Json{{"clock", 9}}));
    EXPECT_FALSE(celery_inspect("revoke", Json::object(), facts()));
    EXPECT_FALSE(celery_inspect("shutdown", Json::object(), facts()));
}

TEST(CeleryInspect, ShowsTheTasksInHand) {
    auto busy = facts();
    test::CeleryMessage message;
    busy.active.push_back({*read_celery_envelope(message.text()), *parse_celery_time("2026-11-22T01:11:36")});
    message.id = "later";
    message.headers = {{"eta", "2026-11-22T02:00:00"}};
    busy.scheduled.push_back({*read_celery_envelope(message.text()), std::nullopt});
    const auto active = ask("active", busy);
    ASSERT_EQ(active.size(), 1U);
    EXPECT_EQ(active[0]["args"], (Json{"a.mp4", "b.mp4", "640:360", "mp4"}));
    EXPECT_EQ(active[0]["time_start"], 1795309896.0);
    EXPECT_EQ(active[0]["worker_pid"], 5);
    EXPECT_EQ(active[0]["hostname"], "framehand@host");
    const auto scheduled = ask("scheduled", busy);
    ASSERT_EQ(scheduled.size(), 1U);
    EXPECT_EQ(scheduled[0]["eta"], "2026-11-22T02:00:00.000000+00:00");
    EXPECT_EQ(scheduled[0]["request"]["id"], "later");
    EXPECT_TRUE(scheduled[0]["request"]["time_start"].is_null());
    const auto found = ask("query_task", busy, {{"ids", {"later", "unknown"}}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found["later"][0], "reserved");
}

} // namespace
} // namespace framehand::sources
