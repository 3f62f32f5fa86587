// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_time.h"
#include "tests/sources/celery_messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;
using test::CeleryMessage;
using testing::ElementsAre;
using testing::HasSubstr;

CeleryEnvelope read(const CeleryMessage& message) {
    auto envelope = read_celery_envelope(message.text());
    EXPECT_TRUE(envelope) << envelope.error().text();
    return envelope ? *envelope : CeleryEnvelope{};
}

std::string fault(const std::string& bytes) {
    const auto envelope = read_celery_envelope(bytes);
    return envelope ? "" : envelope.error().text();
}

TEST(CeleryEnvelope, ReadsAMessageOfTheOriginalProducer) {
    CeleryMessage message;
    message.headers = {{"retries", 2},
                       {"eta", "2026-11-22T01:11:36.238153+00:00"},
                       {"expires", "2026-11-22T02:00:00"},
                       {"timelimit", {3600, 5.5}},
                       {"parent_id", "parent"},
                       {"group", "group"}};
    message.properties = {{"priority", 6}};
    const auto envelope = read(message);
    EXPECT_EQ(envelope.bytes, message.text());
    EXPECT_EQ(envelope.task, "celery_worker.transcode_video_task");
    EXPECT_EQ(envelope.id, message.id);
    EXPECT_EQ(envelope.args, message.args);
    EXPECT_EQ(envelope.kwargs, Json::object());
    EXPECT_FALSE(envelope.has_followers);
    EXPECT_EQ(envelope.retries, 2);
    EXPECT_EQ(celery_time(envelope.eta.value()), "2026-11-22T01:11:36.238000");
    EXPECT_EQ(celery_time(envelope.expires.value()), "2026-11-22T02:00:00.000000");
    EXPECT_EQ(envelope.hard_limit, 3600);
    EXPECT_EQ(envelope.soft_limit, 5.5);
    EXPECT_EQ(envelope.parent_id, "parent");
    EXPECT_EQ(envelope.group, "group");
    EXPECT_EQ(envelope.priority, 6);
    EXPECT_EQ(envelope.delivery_tag, "tag-of-" + message.id);
    EXPECT_EQ(envelope.routing_key, "celery");
    EXPECT_EQ(envelope.argsrepr, "('a.mp4', 'b.mp4', '640:360', 'mp4')");
    EXPECT_FALSE(envelope.redelivered);
    EXPECT_FALSE(envelope.ignore_result);
}

TEST(CeleryEnvelope, NeedsOnlyTaskIdTagAndBody) {
    const auto envelope = read_celery_envelope(
        R"({"body":"[[\"a\"],{}]","headers":{"task":"t","id":"1"},"properties":{"delivery_tag":"x"}})");
    ASSERT_TRUE(envelope) << envelope.error().text();
    EXPECT_EQ(envelope->args, Json::array({"a"}));
    EXPECT_FALSE(envelope->eta);
    EXPECT_FALSE(envelope->hard_limit);
    EXPECT_EQ(envelope->retries, 0);
}

TEST(CeleryEnvelope, NamesWhatIsWrong) {
    EXPECT_THAT(fault("no JSON"), HasSubstr("not valid JSON"));
    EXPECT_THAT(fault("[]"), HasSubstr("headers.task"));
    auto json = CeleryMessage{}.json();
    json["headers"].erase("id");
    EXPECT_THAT(fault(json.dump()), HasSubstr("headers.id"));
    json = CeleryMessage{}.json();
    json["properties"].erase("delivery_tag");
    EXPECT_THAT(fault(json.dump()), HasSubstr("delivery_tag"));
    json = CeleryMessage{}.json();
    json["body"] = "?";
    EXPECT_THAT(fault(json.dump()), HasSubstr("base64"));
    json["body"] = "eyJhIjoxfQ=="; // {"a":1}
    EXPECT_THAT(fault(json.dump()), HasSubstr("body"));
    json = CeleryMessage{}.json();
    json["content-type"] = "application/x-python-serialize";
    EXPECT_THAT(fault(json.dump()), HasSubstr("application/json"));
    json = CeleryMessage{}.json();
    json["headers"]["eta"] = "soon";
    EXPECT_THAT(fault(json.dump()), HasSubstr("headers.eta"));
    json["headers"]["eta"] = 5;
    EXPECT_THAT(fault(json.dump()), HasSubstr("headers.eta"));
}

TEST(CeleryEnvelope, FindsTheIdEvenOfABadMessage) {
    auto json = CeleryMessage{}.json();
    json["body"] = 5;
    EXPECT_EQ(celery_id_of_bad_message(json.dump()), CeleryMessage{}.id);
    EXPECT_EQ(celery_id_of_bad_message("no JSON"), "");
    EXPECT_EQ(celery_id_of_bad_message("[1]"), "");
}

TEST(CeleryEnvelope, SeesWhatIsToFollow) {
    CeleryMessage message;
    message.embed["chain"] = Json::array({{{"task", "next"}}});
    EXPECT_TRUE(read(message).has_followers);
    message.embed["chain"] = Json::array();
    EXPECT_FALSE(read(message).has_followers);
    message.embed["chord"] = {{"task", "last"}};
    EXPECT_TRUE(read(message).has_followers);
}

TEST(CeleryEnvelope, MarksARedeliveredMessageAsKombuDoes) {
    const auto text = redelivered_celery_message(CeleryMessage{}.text());
    ASSERT_TRUE(text);
    auto expected = CeleryMessage{}.json();
    expected["headers"]["redelivered"] = true;
    expected["properties"]["delivery_info"]["redelivered"] = true;
    EXPECT_EQ(Json::parse(*text), expected);
    EXPECT_TRUE(read_celery_envelope(*text)->redelivered);
    EXPECT_EQ(*redelivered_celery_message(R"({"headers":5})"), R"({"headers":5})");
    EXPECT_FALSE(redelivered_celery_message("no JSON"));
}

TEST(CeleryEnvelope, RetriesAsTheTaskItselfDoes) {
    CeleryMessage message;
    message.headers = {{"retries", 1}, {"redelivered", true}, {"expires", "2026-11-22T02:00:00"}};
    const auto eta = *parse_celery_time("2026-11-22T01:11:36.238");
    const auto text = retried_celery_message(read(message), eta, "new-tag", "framehand@host");
    ASSERT_TRUE(text);
    auto expected = message.json();
    expected["headers"]["retries"] = 2;
    expected["headers"]["eta"] = "2026-11-22T01:11:36.238000+00:00";
    expected["headers"]["parent_id"] = message.id;
    expected["headers"]["origin"] = "framehand@host";
    expected["headers"].erase("redelivered");
    expected["properties"]["delivery_tag"] = "new-tag";
    EXPECT_EQ(Json::parse(*text), expected) << "id, root, body, limits and expiry stay";
}

TEST(CeleryEnvelope, WrapsWhatWeSendOurselves) {
    const auto text = celery_message({{{"a", 1}}, {{"ticket", "t"}}, "exchange", "key", "tag"});
    const auto json = Json::parse(text);
    EXPECT_EQ(json["properties"]["delivery_info"], (Json{{"exchange", "exchange"}, {"routing_key", "key"}}));
    EXPECT_EQ(json["properties"]["delivery_mode"], 1);
    EXPECT_EQ(json["headers"]["ticket"], "t");
    EXPECT_EQ(*celery_body(json), (Json{{"a", 1}}));
}

TEST(CeleryEnvelope, KnowsTheListsOfAQueue) {
    EXPECT_THAT(celery_lists("celery"), ElementsAre("celery",
                                                    "celery\x06\x16"
                                                    "3",
                                                    "celery\x06\x16"
                                                    "6",
                                                    "celery\x06\x16"
                                                    "9"));
    EXPECT_EQ(celery_list("q", 0), "q");
    EXPECT_EQ(celery_list("q", 2), "q");
    EXPECT_EQ(celery_list("q", 5), "q\x06\x16"
                                   "3");
    EXPECT_EQ(celery_list("q", 255), "q\x06\x16"
                                     "9");
}

} // namespace
} // namespace framehand::sources
