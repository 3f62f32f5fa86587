// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull4_dialect.h"
#include "core/sources/bull_scripts.h"
#include "core/sources/bullmq_dialect.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;
using Texts = std::vector<std::string>;

const base::WallTime kNow{std::chrono::milliseconds{1'790'000'000'000}};

Json unpacked(const std::string& bytes) {
    return Json::from_msgpack(bytes);
}

BullTicket ticket(Json opts = Json::object()) {
    BullTicket made;
    made.queue = "q";
    made.id = "5";
    made.token = "t:1";
    made.opts = std::move(opts);
    made.stacktrace = Json::array();
    return made;
}

/// Both dialects name as many keys as the scripts have.
TEST(BullDialect, EachCallHasTheKeysOfItsScript) {
    if (bull_scripts().empty()) {
        GTEST_SKIP() << "this build is without the scripts";
    }
    const BullKeys keys("bull", "q");
    const BullmqDialect bullmq;
    const Bull4Dialect bull;
    std::vector<std::pair<std::string, BullCall>> calls;
    const auto add = [&calls](const std::string& library, const BullCall& call) { calls.emplace_back(library, call); };
    for (const auto* dialect : {static_cast<const BullDialect*>(&bullmq), static_cast<const BullDialect*>(&bull)}) {
        const auto library = dialect == &bullmq ? "bullmq" : "bull";
        add(library, dialect->take(keys, "t", "w", kNow));
        add(library, dialect->progress(keys, "5", "10"));
        add(library, dialect->complete(keys, ticket(), "{}", kNow));
        for (const auto delay :
             {std::optional<base::Duration>(), std::optional(base::Duration{0}), std::optional(base::Duration{5})}) {
            for (const auto& call : dialect->fail(keys, ticket(), "why", delay, kNow)) {
                add(library, call);
            }
        }
        add(library, dialect->give_back(keys, ticket()));
        add(library, dialect->recover_stalled(keys, kNow));
        add(library, dialect->renew(keys, ticket()));
    }
    add("bull", bull.promote_delayed(keys, "t", kNow));
    for (const auto& [library, call] : calls) {
        ASSERT_FALSE(call.script.text().empty());
        int wanted = -1;
        for (const auto& script : bull_scripts()) {
            if (script.library == library && script.text == call.script.text()) {
                wanted = script.keys;
            }
        }
        EXPECT_EQ(static_cast<int>(call.keys.size()), wanted) << call.script.text().substr(0, 80);
    }
}

TEST(BullDialect, EveryScriptIsWhole) {
    for (const auto& script : bull_scripts()) {
        EXPECT_EQ(script.text.find("@include"), std::string_view::npos) << script.name;
        EXPECT_NE(script.text.find("redis.call"), std::string_view::npos) << script.name;
    }
}

TEST(BullmqDialect, TakesWithItsTokenAndName) {
    const auto call = BullmqDialect().take(BullKeys("bull", "q"), "t:1", "den", kNow);
    EXPECT_EQ(call.keys, (Texts{"bull:q:wait", "bull:q:active", "bull:q:prioritized", "bull:q:events", "bull:q:stalled",
                                "bull:q:limiter", "bull:q:delayed", "bull:q:paused", "bull:q:meta", "bull:q:pc",
                                "bull:q:marker"}));
    ASSERT_EQ(call.arguments.size(), 3U);
    EXPECT_EQ(call.arguments[0], "bull:q:");
    EXPECT_EQ(call.arguments[1], "1790000000000");
    EXPECT_EQ(unpacked(call.arguments[2]), (Json{{"token", "t:1"}, {"lockDuration", 30000}, {"name", "den"}}));
}

TEST(BullmqDialect, CompletesAsTheProducersOptionsSay) {
    const Json opts{{"attempts", 3}, {"removeOnComplete", 5}, {"removeOnFail", true}, {"fpof", true}};
    const auto call = BullmqDialect().complete(BullKeys("bull", "q"), ticket(opts), R"({"size":1})", kNow);
    EXPECT_EQ(call.keys[10], "bull:q:completed");
    EXPECT_EQ(call.keys[11], "bull:q:5");
    EXPECT_EQ(call.keys[12], "bull:q:metrics:completed");
    ASSERT_EQ(call.arguments.size(), 9U);
    EXPECT_EQ(call.arguments[2], "returnvalue");
    EXPECT_EQ(call.arguments[3], R"({"size":1})");
    EXPECT_EQ(call.arguments[4], "completed");
    EXPECT_EQ(call.arguments[5], "0") << "the next job is asked for when there is time for it";
    const auto packed = unpacked(call.arguments[7]);
    EXPECT_EQ(packed["keepJobs"], (Json{{"count", 5}}));
    EXPECT_EQ(packed["attempts"], 3);
    EXPECT_EQ(packed["fpof"], true);
    EXPECT_EQ(packed["rdof"], false);
    EXPECT_EQ(packed["maxMetricsSize"], "");
    EXPECT_EQ(call.arguments[8], "");
}

TEST(BullmqDialect, FailsNowLaterOrForGood) {
    const BullKeys keys("bull", "q");
    const Json opts{{"removeOnFail", {{"age", 60}}}, {"lifo", true}};
    const auto last = BullmqDialect().fail(keys, ticket(opts), "no video", std::nullopt, kNow);
    ASSERT_EQ(last.size(), 1U);
    EXPECT_EQ(last[0].keys[10], "bull:q:failed");
    EXPECT_EQ(last[0].arguments[2], "failedReason");
    EXPECT_EQ(last[0].arguments[3], "no video");
    EXPECT_EQ(unpacked(last[0].arguments[7])["keepJobs"], (Json{{"age", 60}}));
    EXPECT_EQ(unpacked(last[0].arguments[8]),
              Json::array({"failedReason", "no video", "stacktrace", R"(["Error: no video"])"}));

    const auto later = BullmqDialect().fail(keys, ticket(opts), "no video", base::Duration{5000}, kNow);
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later[0].keys[3], "bull:q:delayed");
    EXPECT_EQ(later[0].arguments[4], "5000");
    EXPECT_EQ(later[0].arguments[5], "0") << "the attempt counts";

    const auto at_once = BullmqDialect().fail(keys, ticket(opts), "no video", base::Duration{0}, kNow);
    ASSERT_EQ(at_once.size(), 1U);
    EXPECT_EQ(at_once[0].arguments[2], "RPUSH") << "lifo";
    EXPECT_EQ(at_once[0].arguments[4], "t:1");
}

TEST(Bull4Dialect, SavesTheFailureBeforeItMovesTheJob) {
    const BullKeys keys("bull", "q");
    auto second = ticket();
    second.attempts_made = 1;
    second.stacktrace = Json::array({"Error: first"});
    const auto later = Bull4Dialect().fail(keys, second, "no video", base::Duration{5000}, kNow);
    ASSERT_EQ(later.size(), 2U);
    EXPECT_EQ(later[0].keys, (Texts{"bull:q:5"}));
    EXPECT_EQ(later[0].arguments, (Texts{R"(["Error: first","Error: no video"])", "no video", "2"}));
    EXPECT_EQ(later[1].arguments[0], std::to_string((1'790'000'000'000 + 5000) * 4096 + 5));
    EXPECT_EQ(Bull4Dialect::delayed_until((1'790'000'000'000 + 5000) * 4096 + 5), kNow + base::Duration{5000});
    EXPECT_EQ(Bull4Dialect::delayed_until(-1e300), base::WallTime{});
    EXPECT_GT(Bull4Dialect::delayed_until(1e300), kNow);

    const auto last = Bull4Dialect().fail(keys, second, "no video", std::nullopt, kNow);
    ASSERT_EQ(last.size(), 2U);
    EXPECT_EQ(last[1].keys[1], "bull:q:failed");
    EXPECT_EQ(last[1].arguments[3], "no video");
    EXPECT_EQ(unpacked(last[1].arguments[5]), (Json{{"count", -1}}));
}

TEST(Bull4Dialect, GivesBackInFrontOfAllOthers) {
    const auto call = Bull4Dialect().give_back(BullKeys("bull", "q"), ticket());
    EXPECT_EQ(call.arguments, (Texts{"RPUSH", "5", "t:1"}));
}

TEST(Bull4Dialect, TellsProgressWithTheJobsId) {
    const auto call = Bull4Dialect().progress(BullKeys("bull", "q"), "a\"b", "42");
    EXPECT_EQ(call.arguments, (Texts{"42", R"({"jobId":"a\"b","progress":42})"}));
}

TEST(BullDialect, WaitsWithoutTakingAnythingAway) {
    const BullKeys keys("bull", "q");
    EXPECT_EQ(BullmqDialect().wait(keys, base::Duration{5000}), (redis::Command{"BZPOPMIN", "bull:q:marker", "5"}));
    EXPECT_EQ(Bull4Dialect().wait(keys, base::Duration{5000}),
              (redis::Command{"BLMOVE", "bull:q:wait", "bull:q:wait", "RIGHT", "RIGHT", "5"}));
}

} // namespace
} // namespace framehand::sources
