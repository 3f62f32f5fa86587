// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/dispatcher.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::api {
namespace {

using base::Json;

class CountingSession final : public Session {
public:
    void subscribe() override { ++subscriptions; }

    int subscriptions = 0;
};

class DispatcherTest : public testing::Test {
protected:
    DispatcherTest() {
        dispatcher.add("echo", [](const Json& params, Session&) -> base::Result<Json> { return params; });
        dispatcher.add("watch", [](const Json&, Session& who) -> base::Result<Json> {
            who.subscribe();
            return Json(true);
        });
        dispatcher.add("refuse", [](const Json&, Session&) -> base::Result<Json> {
            return base::fail(base::ErrorCode::InvalidArgument, "until: must be a time");
        });
        dispatcher.add_later("wait", [this](const Json&, Reply reply) { waiting.push_back(std::move(reply)); });
        dispatcher.add("break", [](const Json&, Session&) -> base::Result<Json> {
            return base::fail(base::ErrorCode::Unavailable, "not yet", "busy");
        });
    }

    Json ask(std::string_view line) {
        answers.clear();
        dispatcher.handle(line, session, [this](std::string answer) { answers.push_back(std::move(answer)); });
        EXPECT_LE(answers.size(), 1U);
        return answers.empty() ? Json("nothing") : Json::parse(answers.front());
    }

    int error_code(std::string_view line) {
        const auto answer = ask(line);
        EXPECT_EQ(answer.value("jsonrpc", ""), "2.0") << line;
        return answer.contains("error") ? answer["error"]["code"].get<int>() : 0;
    }

    std::vector<std::string> answers;
    std::vector<Reply> waiting; ///< of "wait"
    Dispatcher dispatcher;
    CountingSession session;
};

TEST_F(DispatcherTest, ACallMayBeAnsweredLaterOnceAndWithAnError) {
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":7,"method":"wait"})"), "nothing");
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":8,"method":"wait"})"), "nothing");
    ASSERT_EQ(waiting.size(), 2U);
    waiting[1](Json(true));
    waiting[1](Json("a second answer"));
    waiting[0](base::fail(base::ErrorCode::Timeout, "the share hangs"));
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(Json::parse(answers[0]), Json::parse(R"({"jsonrpc":"2.0","id":8,"result":true})"));
    EXPECT_EQ(Json::parse(answers[1])["id"], 7);
    EXPECT_EQ(Json::parse(answers[1])["error"]["data"]["code"], "timeout");
}

TEST_F(DispatcherTest, ACallThatIsDroppedIsAnsweredWithAnInternalError) {
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":7,"method":"wait"})"), "nothing");
    auto copy = std::make_optional(waiting.front());
    waiting.clear();
    EXPECT_TRUE(answers.empty()) << "a copy can still answer";
    copy.reset();
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(Json::parse(answers[0])["error"]["data"]["code"], "internal");
}

TEST_F(DispatcherTest, ACallHearsWhenItsClientGoesAsLongAsItCares) {
    std::vector<std::shared_ptr<void>> kept;
    std::vector<int> gone;
    dispatcher.add_later("care", [&](const Json& params, Session& who, const Reply& reply) {
        kept.push_back(who.when_gone([&gone, call = params.value("call", 0)] { gone.push_back(call); }));
        reply(Json(true));
    });
    auto client = std::make_unique<CountingSession>();
    for (const char* line : {R"({"jsonrpc":"2.0","id":1,"method":"care","params":{"call":1}})",
                             R"({"jsonrpc":"2.0","id":2,"method":"care","params":{"call":2}})",
                             R"({"jsonrpc":"2.0","id":3,"method":"care","params":{"call":3}})"}) {
        dispatcher.handle(line, *client, [](const std::string&) {});
    }
    kept[1].reset();
    EXPECT_TRUE(gone.empty());
    client.reset();
    EXPECT_EQ(gone, (std::vector{1, 3}));
}

TEST_F(DispatcherTest, ALateAnswerMayOutliveTheDispatcherAndNotificationsNeverGetOne) {
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":1,"method":"wait"})"), "nothing");
    dispatcher = Dispatcher();
    waiting[0](Json(1));
    EXPECT_EQ(answers.size(), 1U);
    dispatcher.add_later("wait", [this](const Json&, Reply reply) { waiting.push_back(std::move(reply)); });
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","method":"wait"})"), "nothing");
    waiting.clear();
    EXPECT_TRUE(answers.empty());
}

TEST_F(DispatcherTest, ABatchIsAnsweredOnceItsLastCallIs) {
    EXPECT_EQ(ask(R"([{"jsonrpc":"2.0","id":1,"method":"wait"},{"jsonrpc":"2.0","id":2,"method":"echo"},)"
                  R"({"jsonrpc":"2.0","method":"wait"}])"),
              "nothing");
    waiting[0](Json("late"));
    ASSERT_EQ(answers.size(), 1U);
    const auto both = Json::parse(answers[0]);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0]["id"], 2);
    EXPECT_EQ(both[1]["result"], "late");
}

TEST_F(DispatcherTest, AnswersWithTheRequestsOwnId) {
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":7,"method":"echo","params":{"a":1}})"),
              Json::parse(R"({"jsonrpc":"2.0","id":7,"result":{"a":1}})"));
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","id":"x","method":"echo"})"),
              Json::parse(R"({"jsonrpc":"2.0","id":"x","result":{}})"));
}

TEST_F(DispatcherTest, NotificationsRunWithoutAnAnswer) {
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","method":"watch"})"), "nothing");
    EXPECT_EQ(session.subscriptions, 1);
    EXPECT_EQ(ask(R"({"jsonrpc":"2.0","method":"no such"})"), "nothing");
}

TEST_F(DispatcherTest, RefusesWhatIsMalformedWithTheCodeForIt) {
    EXPECT_EQ(error_code("{"), -32700);
    EXPECT_EQ(error_code(""), -32700);
    EXPECT_EQ(error_code(std::string("\0\xff", 2)), -32700);
    EXPECT_EQ(error_code(std::string(100'000, '[')), -32700);
    EXPECT_EQ(error_code("1"), -32600);
    EXPECT_EQ(error_code("[]"), -32600);
    EXPECT_EQ(error_code(R"({"id":1,"method":"echo"})"), -32600);
    EXPECT_EQ(error_code(R"({"jsonrpc":"1.0","id":1,"method":"echo"})"), -32600);
    EXPECT_EQ(error_code(R"({"jsonrpc":"2.0","id":{},"method":"echo"})"), -32600);
    EXPECT_EQ(error_code(R"({"jsonrpc":"2.0","id":1,"method":5})"), -32600);
    EXPECT_EQ(error_code(R"({"jsonrpc":"2.0","id":1,"method":"no such"})"), -32601);
    EXPECT_EQ(error_code(R"({"jsonrpc":"2.0","id":1,"method":"echo","params":[1]})"), -32602);
}

TEST_F(DispatcherTest, AMethodsErrorTravelsWhole) {
    EXPECT_EQ(error_code(R"({"jsonrpc":"2.0","id":1,"method":"refuse"})"), -32602);
    const auto answer = ask(R"({"jsonrpc":"2.0","id":1,"method":"break"})");
    EXPECT_EQ(answer["error"]["code"], -32000);
    EXPECT_EQ(answer["error"]["message"], "not yet: busy");
    EXPECT_EQ(answer["error"]["data"], Json::parse(R"({"code":"unavailable","message":"not yet","cause":"busy"})"));
}

TEST_F(DispatcherTest, AnswersABatchWithoutItsNotifications) {
    const auto answer = ask(R"([{"jsonrpc":"2.0","id":1,"method":"echo"}, {"jsonrpc":"2.0","method":"watch"}, 5])");
    ASSERT_EQ(answer.size(), 2U);
    EXPECT_EQ(answer[0]["id"], 1);
    EXPECT_EQ(answer[1]["error"]["code"], -32600);
    EXPECT_EQ(ask(R"([{"jsonrpc":"2.0","method":"watch"}])"), "nothing");
}

} // namespace
} // namespace framehand::api
