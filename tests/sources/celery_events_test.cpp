// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_events.h"
#include "core/sources/celery_time.h"
#include "tests/sources/celery_messages.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

const base::WallTime kNow = *parse_celery_time("2026-11-22T01:11:36.238");

TEST(CeleryEvents, HaveTheFieldsOfARealWorkers) {
    CeleryClock clock;
    auto event = celery_event(to_string(CeleryWorkerEvent::Heartbeat), {"w@h", 5, -1}, clock, kNow);
    add_vitals(event, {.active = 1, .processed = 7, .load = {0.5, 0.5, 0.5}, .version = "0.1", .system = "Linux"});
    EXPECT_EQ(event, (Json{{"type", "worker-heartbeat"},
                           {"hostname", "w@h"},
                           {"utcoffset", -1},
                           {"pid", 5},
                           {"clock", 1},
                           {"timestamp", 1795309896.238},
                           {"freq", 2.0},
                           {"active", 1},
                           {"processed", 7},
                           {"loadavg", {0.5, 0.5, 0.5}},
                           {"sw_ident", "framehand"},
                           {"sw_ver", "0.1"},
                           {"sw_sys", "Linux"}}));
}

TEST(CeleryEvents, ArePublishedUnderTheirType) {
    EXPECT_EQ(celery_event_channel(2, "worker-heartbeat"), "/2.celeryev/worker.heartbeat");
    CeleryClock clock;
    const auto event = celery_event("task-started", {"w@h", 5, 0}, clock, kNow);
    const auto message = Json::parse(celery_event_message(event, "tag"));
    EXPECT_EQ(message["headers"], (Json{{"hostname", "w@h"}}));
    EXPECT_EQ(message["properties"]["delivery_info"],
              (Json{{"exchange", "celeryev"}, {"routing_key", "task.started"}}));
    EXPECT_EQ(*celery_body(message), event);
}

TEST(CeleryEvents, DescribeATask) {
    test::CeleryMessage message;
    message.headers = {{"retries", 1}, {"eta", "2026-11-22T01:11:36.238"}, {"argsrepr", nullptr}};
    const auto received = celery_task_received(*read_celery_envelope(message.text()));
    EXPECT_EQ(received["name"], "celery_worker.transcode_video_task");
    EXPECT_EQ(received["args"], "['a.mp4', 'b.mp4', '640:360', 'mp4']");
    EXPECT_EQ(received["kwargs"], "{}");
    EXPECT_EQ(received["retries"], 1);
    EXPECT_EQ(received["eta"], "2026-11-22T01:11:36.238000+00:00");
    EXPECT_TRUE(received["expires"].is_null());
    EXPECT_TRUE(received["parent_id"].is_null());
    EXPECT_EQ(celery_task_succeeded({{"a", 1}}, 2.5), (Json{{"result", "{'a': 1}"}, {"runtime", 2.5}}));
    EXPECT_EQ(celery_task_raised(celery_runtime_error("x"))["exception"], "RuntimeError('x')");
    EXPECT_EQ(celery_task_never_ran(CeleryNeverRan::Expired)["expired"], true);
    EXPECT_EQ(celery_task_terminated()["terminated"], true);
}

TEST(CeleryClock, GoesOnFromWhatOthersSay) {
    CeleryClock clock;
    EXPECT_EQ(clock.forward(), 1);
    clock.adjust(10);
    EXPECT_EQ(clock.value(), 11);
    clock.adjust(3);
    EXPECT_EQ(clock.forward(), 13);
}

} // namespace
} // namespace framehand::sources
