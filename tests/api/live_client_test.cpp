// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/live_client.h"
#include "core/api/local_server.h"
#include "platform/qt/qt_timers.h"
#include "tests/api/distrusting.h"
#include "tests/platform/this_system.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_timers.h"
#include "tests/support/temp_folder.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace framehand::api {
namespace {

using base::ErrorCode;
using base::Json;
using namespace std::chrono_literals;
using test::wait_for;

class LiveClientTest : public testing::Test {
protected:
    LiveClientTest() {
        std::filesystem::create_directories(socket_path().parent_path());
        dispatcher.add("echo", [](const Json& params, Session&) -> base::Result<Json> { return params; });
        dispatcher.add("fail", [](const Json&, Session&) -> base::Result<Json> {
            return base::fail(ErrorCode::NotFound, "no such job");
        });
        dispatcher.add("state.subscribe", [this](const Json&, Session& session) -> base::Result<Json> {
            session.subscribe();
            return Json{{"seq", events.latest().sequence}, {"state", events.latest().state}};
        });
    }

    [[nodiscard]] std::filesystem::path socket_path() const { return folder.path() / "run" / "agent.sock"; }

    void start_daemon() {
        server = std::make_unique<LocalServer>(dispatcher, events, identity, "1.2.3", base::Logger());
        ASSERT_TRUE(server->listen(socket_path()));
    }

    /// As somebody who is no daemon, but the same user.
    [[nodiscard]] bool listen(QLocalServer& other) const {
        other.setSocketOptions(QLocalServer::UserAccessOption);
        return other.listen(QString::fromStdString(socket_path().string()));
    }

    test::TempFolder folder;
    Dispatcher dispatcher;
    EventHub events{Json{{"phase", "idle"}}};
    const std::unique_ptr<ports::PeerIdentity> own_identity = test::make_peer_identity();
    const ports::PeerIdentity& identity = *own_identity;
    std::unique_ptr<LocalServer> server;
    platform::QtTimers timers;
};

TEST_F(LiveClientTest, TellsTheStateAndEachChangeOfIt) {
    start_daemon();
    LiveClient client(socket_path(), timers, identity);
    std::vector<Json> seen;
    client.on_change = [&] { seen.push_back(client.state().value_or(Json())); };
    client.start();
    ASSERT_TRUE(wait_for([&] { return !seen.empty(); }));
    events.publish({{"phase", "transcoding"}}, EventKind::State);
    events.publish({{"phase", "transcoding"}, {"percent", 3}}, EventKind::Progress);
    ASSERT_TRUE(wait_for([&] { return seen.size() == 3; }));
    EXPECT_THAT(seen, testing::ElementsAre(Json{{"phase", "idle"}}, Json{{"phase", "transcoding"}},
                                           Json{{"phase", "transcoding"}, {"percent", 3}}));
}

TEST_F(LiveClientTest, AnswersEachCallWithItsOwnResultOrError) {
    start_daemon();
    LiveClient client(socket_path(), timers, identity);
    std::vector<base::Result<Json>> answers;
    const auto keep = [&](const base::Result<Json>& answer) { answers.push_back(answer); };
    client.call("echo", Json::object(), keep);
    ASSERT_EQ(answers.size(), 1U) << "not connected: no waiting";
    EXPECT_EQ(answers[0].error().code, ErrorCode::Unavailable);
    client.start();
    ASSERT_TRUE(wait_for([&] { return client.state().has_value(); }));
    client.call("echo", {{"a", 1}}, keep);
    client.call("fail", Json::object(), keep);
    ASSERT_TRUE(wait_for([&] { return answers.size() == 3; }));
    EXPECT_EQ(answers[1].value(), Json({{"a", 1}}));
    EXPECT_EQ(answers[2].error(), base::fail(ErrorCode::NotFound, "no such job"));
}

TEST_F(LiveClientTest, ConnectsAgainWhenTheDaemonComesBack) {
    LiveClient client(socket_path(), timers, identity);
    client.start();
    EXPECT_FALSE(client.state());
    EXPECT_EQ(client.problem().code, ErrorCode::Unavailable);
    start_daemon();
    ASSERT_TRUE(wait_for([&] { return client.state().has_value(); })) << "a daemon that came later";

    int unanswered = 0;
    client.call("echo", Json::object(), [&](const base::Result<Json>& answer) {
        EXPECT_FALSE(answer);
        ++unanswered;
    });
    server.reset();
    ASSERT_TRUE(wait_for([&] { return !client.state(); }));
    EXPECT_EQ(client.problem().code, ErrorCode::Unavailable);
    EXPECT_EQ(unanswered, 1) << "a call under way is not forgotten";
    events.publish({{"phase", "connecting"}}, EventKind::State);
    start_daemon();
    ASSERT_TRUE(wait_for([&] { return client.state().has_value(); }));
    EXPECT_EQ(*client.state(), Json({{"phase", "connecting"}}));
}

TEST_F(LiveClientTest, TriesLessAndLessOftenAndAtOnceWhenAsked) {
    test::FakeClock clock;
    test::FakeTimers by_hand(clock);
    LiveClient client(socket_path(), by_hand, identity);
    int tries = 0;
    client.on_change = [&] { ++tries; };
    client.start();
    std::vector<base::Duration> delays;
    for (int i = 0; i < 7; ++i) {
        ASSERT_EQ(by_hand.pending(), 1U);
        delays.push_back(by_hand.next_in());
        by_hand.advance(delays.back());
    }
    EXPECT_THAT(delays, testing::ElementsAre(250ms, 500ms, 1000ms, 2000ms, 4000ms, 5000ms, 5000ms));
    EXPECT_EQ(tries, 8);
    client.retry_now();
    EXPECT_EQ(tries, 9);
    EXPECT_EQ(by_hand.next_in(), LiveClient::kFirstRetry);
}

TEST_F(LiveClientTest, ADaemonThatSaysNothingCountsAsGone) {
    QLocalServer mute;
    ASSERT_TRUE(listen(mute));
    test::FakeClock clock;
    test::FakeTimers by_hand(clock);
    LiveClient client(socket_path(), by_hand, identity);
    client.start();
    ASSERT_TRUE(wait_for([&] { return mute.hasPendingConnections(); }));
    by_hand.advance(LiveClient::kPatience);
    EXPECT_EQ(client.problem().code, ErrorCode::Timeout);
    EXPECT_EQ(by_hand.pending(), 1U) << "it tries again";
}

TEST_F(LiveClientTest, ALongCallThatIsNotFinishedInTimeEndsAloneAndItsLateAnswerIsForgotten) {
    QLocalServer slow;
    ASSERT_TRUE(listen(slow));
    test::FakeClock clock;
    test::FakeTimers by_hand(clock);
    LiveClient client(socket_path(), by_hand, identity);
    client.start();
    ASSERT_TRUE(wait_for([&] { return slow.hasPendingConnections(); }));
    auto* peer = slow.nextPendingConnection();
    peer->write("{\"method\":\"hello\",\"params\":{\"protocol\":1}}\n");
    ASSERT_TRUE(wait_for([&] { return peer->canReadLine(); }));
    const auto subscribe = Json::parse(peer->readLine().toStdString());
    peer->write(QByteArray::fromStdString(
        Json{{"id", subscribe["id"]}, {"result", {{"seq", 1}, {"state", {{"phase", "idle"}}}}}}.dump() + "\n"));
    ASSERT_TRUE(wait_for([&] { return client.state().has_value(); }));

    std::vector<ErrorCode> answers;
    client.call_patiently("doctor.run", Json::object(), 120s, [&](const base::Result<Json>& answer) {
        answers.push_back(answer ? ErrorCode::Internal : answer.error().code);
    });
    ASSERT_TRUE(wait_for([&] { return peer->canReadLine(); }));
    const auto request = Json::parse(peer->readLine().toStdString());
    by_hand.advance(120s);
    EXPECT_THAT(answers, testing::ElementsAre(ErrorCode::Timeout));
    EXPECT_TRUE(client.state()) << "the daemon is still there";

    peer->write(QByteArray::fromStdString(Json{{"id", request["id"]}, {"result", 1}}.dump() + "\n"));
    peer->write("{\"method\":\"state.changed\",\"params\":{\"seq\":2,\"state\":{\"phase\":\"busy\"}}}\n");
    ASSERT_TRUE(wait_for([&] { return client.state() == Json{{"phase", "busy"}}; }));
    EXPECT_EQ(answers.size(), 1U);
}

TEST_F(LiveClientTest, SaysNothingToAServerThatMustNotBeToldAnything) {
    QLocalServer false_one;
    ASSERT_TRUE(listen(false_one));
    test::FakeClock clock;
    test::FakeTimers by_hand(clock);
    const Distrusting distrusting;
    LiveClient client(socket_path(), by_hand, distrusting);
    client.start();
    ASSERT_TRUE(wait_for([&] { return false_one.hasPendingConnections(); }));
    auto* peer = false_one.nextPendingConnection();
    peer->write("{\"method\":\"hello\",\"params\":{\"protocol\":1}}\n");
    ASSERT_TRUE(wait_for([&] { return peer->state() == QLocalSocket::UnconnectedState; }));
    EXPECT_EQ(peer->bytesAvailable(), 0);
    EXPECT_EQ(client.problem().code, ErrorCode::PermissionDenied);
    EXPECT_FALSE(client.state());
    EXPECT_EQ(by_hand.pending(), 1U) << "it tries again";
}

class StrangerTest : public LiveClientTest, public testing::WithParamInterface<std::pair<const char*, ErrorCode>> {};

TEST_P(StrangerTest, IsNotTakenForTheDaemon) {
    QLocalServer stranger;
    ASSERT_TRUE(listen(stranger));
    QObject::connect(&stranger, &QLocalServer::newConnection, &stranger,
                     [&] { stranger.nextPendingConnection()->write(GetParam().first); });
    LiveClient client(socket_path(), timers, identity);
    client.start();
    EXPECT_TRUE(wait_for([&] { return client.problem().code == GetParam().second; }));
    EXPECT_FALSE(client.state());
}

INSTANTIATE_TEST_SUITE_P(All, StrangerTest,
                         testing::Values(std::pair("SSH-2.0-OpenSSH_9.2\n", ErrorCode::CorruptData),
                                         std::pair("[]\n", ErrorCode::CorruptData),
                                         std::pair(R"({"method":"hello","params":{"protocol":2}})"
                                                   "\n",
                                                   ErrorCode::Unsupported),
                                         std::pair("{\"method\":\"hello\",\"params\":7}\n", ErrorCode::Unsupported)));

} // namespace
} // namespace framehand::api
