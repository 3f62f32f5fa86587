// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/dispatcher.h"

#include <gtest/gtest.h>

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
        dispatcher.add("break", [](const Json&, Session&) -> base::Result<Json> {
            return base::fail(base::ErrorCode::Unavailable, "not yet", "busy");
        });
    }

    Json ask(std::string_view line) {
        const auto answer = dispatcher.handle(line, session);
        return answer ? Json::parse(*answer) : Json("nothing");
    }

    int error_code(std::string_view line) {
        const auto answer = ask(line);
        EXPECT_EQ(answer.value("jsonrpc", ""), "2.0") << line;
        return answer.contains("error") ? answer["error"]["code"].get<int>() : 0;
    }

    Dispatcher dispatcher;
    CountingSession session;
};

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
