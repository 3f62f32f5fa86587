// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;
using testing::ElementsAre;
using testing::IsEmpty;

std::string order(const Json& body) {
    return celery_message({body, {{"clock", 23}, {"expires", 1795309904.4}}, "celery.pidbox", "", "tag"});
}

CeleryRequest read(const Json& body) {
    auto request = read_celery_request(order(body));
    EXPECT_TRUE(request) << request.error().text();
    return request ? *request : CeleryRequest{};
}

TEST(CeleryRequest, ReadsAnOrderThatWaitsForAnAnswer) {
    // Recorded from `celery inspect ping`, version 5.2.6.
    const auto request = read_celery_request(
        R"({"body": "eyJtZXRob2QiOiAicGluZyIsICJhcmd1bWVudHMiOiB7fSwgImRlc3RpbmF0aW9uIjogbnVsbCwgInBhdHRlcm4iOiBudWxsLCAibWF0Y2hlciI6IG51bGwsICJ0aWNrZXQiOiAiNTE0Zjk4M2ItYWIzYi00ODJjLWEzMWEtOTIxMzMzNzdkNjA0IiwgInJlcGx5X3RvIjogeyJleGNoYW5nZSI6ICJyZXBseS5jZWxlcnkucGlkYm94IiwgInJvdXRpbmdfa2V5IjogImU1YmQ1YTNjLTc5NmQtMzdkYy1hNTkwLTRiMzE3Yjk5YTM4NiJ9fQ==", "content-encoding": "utf-8", "content-type": "application/json", "headers": {"clock": 31, "expires": 1795309906.4640625}, "properties": {"delivery_mode": 2, "delivery_info": {"exchange": "celery.pidbox", "routing_key": ""}, "priority": 0, "body_encoding": "base64", "delivery_tag": "419a50c3-8eca-4ff0-b9c8-cbfc7dc006aa"}})");
    ASSERT_TRUE(request) << request.error().text();
    EXPECT_EQ(request->method, "ping");
    EXPECT_EQ(request->clock, 31);
    EXPECT_EQ(request->ticket, "514f983b-ab3b-482c-a31a-92133377d604");
    ASSERT_TRUE(request->reply_to);
    EXPECT_EQ(request->reply_to->exchange, "reply.celery.pidbox");
    EXPECT_EQ(request->reply_to->routing_key, "e5bd5a3c-796d-37dc-a590-4b317b99a386");
    EXPECT_TRUE(request->is_for("anybody@host"));
}

TEST(CeleryRequest, IsForTheNodesThatItNames) {
    auto request =
        read({{"method", "revoke"}, {"destination", {"a@h", "b@h"}}, {"pattern", "c*"}, {"matcher", "glob"}});
    EXPECT_FALSE(request.reply_to);
    EXPECT_TRUE(request.is_for("b@h"));
    EXPECT_FALSE(request.is_for("c@h"));
    request = read({{"method", "ping"}, {"pattern", "frame*@*"}, {"matcher", "glob"}});
    EXPECT_TRUE(request.is_for("framehand@host"));
    EXPECT_FALSE(request.is_for("celery@host"));
    request = read({{"method", "ping"}, {"pattern", "frame.*@h"}, {"matcher", "pcre"}});
    EXPECT_TRUE(request.is_for("framehand@host"));
    EXPECT_FALSE(request.is_for("a-framehand@host"));
    request = read({{"method", "ping"}, {"pattern", "("}, {"matcher", "pcre"}});
    EXPECT_FALSE(request.is_for("framehand@host"));
}

TEST(CeleryRequest, RefusesWhatIsNoOrder) {
    EXPECT_FALSE(read_celery_request("no JSON"));
    EXPECT_FALSE(read_celery_request("{}"));
    EXPECT_FALSE(read_celery_request(order({{"arguments", Json::object()}})));
    EXPECT_FALSE(read_celery_request(order(Json::array())));
}

TEST(CeleryRequest, IsAnsweredUnderTheNodesName) {
    const auto request = read({{"method", "ping"},
                               {"ticket", "t"},
                               {"reply_to", {{"exchange", "reply.celery.pidbox"}, {"routing_key", "oid"}}}});
    const auto json = Json::parse(celery_reply(request, "w@h", {{"ok", "pong"}}, 7, "tag"));
    EXPECT_EQ(*celery_body(json), (Json{{"w@h", {{"ok", "pong"}}}}));
    EXPECT_EQ(json["headers"], (Json{{"ticket", "t"}, {"clock", 7}}));
    EXPECT_EQ(json["properties"]["delivery_info"], (Json{{"exchange", "reply.celery.pidbox"}, {"routing_key", "oid"}}));
}

TEST(CeleryRequest, FindsTheQueuesOfABinding) {
    const std::vector<std::string> bindings{"oid\x06\x16\x06\x16oid.reply", "other\x06\x16\x06\x16other.reply",
                                            "broken"};
    EXPECT_THAT(celery_bound_queues(bindings, "oid"), ElementsAre("oid.reply"));
    EXPECT_THAT(celery_bound_queues(bindings, "nobody"), IsEmpty());
    EXPECT_EQ(celery_request_channel(3), "/3.celery.pidbox");
}

} // namespace
} // namespace framehand::sources
