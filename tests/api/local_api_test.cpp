// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/distrusting.h"
#include "tests/api/local_api_fixture.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QLocalSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace framehand::api {
namespace {

using base::Duration;
using base::ErrorCode;
using base::Json;
using test::wait_for;

class Stranger final : public ports::PeerIdentity {
public:
    [[nodiscard]] base::Status check_may_control(std::intptr_t) const override {
        return base::fail(ErrorCode::PermissionDenied, "somebody else");
    }
};

TEST_F(LocalApiTest, GreetsAnswersAndReportsErrors) {
    ASSERT_TRUE(server.listen(socket_path()));
    with_client([](LocalClient& client) {
        EXPECT_EQ(client.daemon_version(), "1.2.3");
        EXPECT_EQ(client.call("echo", {{"text", "Grüße\n"}}).value(), Json({{"text", "Grüße\n"}}));
        const auto failed = client.call("fail");
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error(), base::fail(ErrorCode::NotFound, "no such job", "really"));
        const auto missing = client.call("no such method");
        ASSERT_FALSE(missing);
        EXPECT_EQ(missing.error().code, ErrorCode::Unsupported) << "an older daemon";
        EXPECT_TRUE(client.call("echo")) << "an error does not end the connection";
    });
}

TEST_F(LocalApiTest, ALateAnswerReachesItsClientAndHarmsNobodyWhenThatHasGone) {
    std::vector<Reply> waiting;
    dispatcher.add_later("wait", [&](const Json&, Reply reply) { waiting.push_back(std::move(reply)); });
    ASSERT_TRUE(server.listen(socket_path()));
    QLocalSocket stays;
    QLocalSocket goes;
    for (auto* socket : {&stays, &goes}) {
        socket->connectToServer(QString::fromStdString(socket_path().string()));
        ASSERT_TRUE(wait_for([&] { return socket->state() == QLocalSocket::ConnectedState; }));
        socket->write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"wait\"}\n");
    }
    ASSERT_TRUE(wait_for([&] { return waiting.size() == 2; }));
    goes.abort();
    ASSERT_TRUE(wait_for([&] { return goes.state() == QLocalSocket::UnconnectedState; }));
    for (const auto& reply : waiting) {
        reply(Json("done"));
    }
    ASSERT_TRUE(wait_for([&] { return stays.canReadLine() && stays.peek(4096).contains("done"); }));
}

TEST_F(LocalApiTest, CutsOffStrangers) {
    const Stranger stranger;
    LocalServer strict(dispatcher, events, stranger, "1", {});
    ASSERT_TRUE(strict.listen(socket_path()));
    QLocalSocket socket;
    socket.connectToServer(QString::fromStdString(socket_path().string()));
    EXPECT_TRUE(wait_for([&] { return socket.state() == QLocalSocket::UnconnectedState; }));
    EXPECT_TRUE(socket.readAll().isEmpty());
}

/// As where a peer is known by what has been read of it only.
class FirstWord final : public ports::PeerIdentity {
public:
    explicit FirstWord(bool allows) : m_allows(allows) {}

    [[nodiscard]] base::Status check_may_control(std::intptr_t) const override {
        ++asked;
        return m_allows ? base::Status() : base::fail(ErrorCode::PermissionDenied, "somebody else");
    }

    [[nodiscard]] bool knows_silent_peers() const override { return false; }

    mutable int asked = 0;

private:
    const bool m_allows;
};

TEST_F(LocalApiTest, APeerThatIsKnownByItsFirstWordIsAskedForOnce) {
    const FirstWord friendly(true);
    LocalServer late(dispatcher, events, friendly, "1", {});
    ASSERT_TRUE(late.listen(socket_path()));
    with_client([](LocalClient& client) {
        EXPECT_TRUE(client.call("echo"));
        EXPECT_TRUE(client.call("echo"));
    });
    EXPECT_EQ(friendly.asked, 1);
}

TEST_F(LocalApiTest, AStrangerWhoIsKnownByTheFirstWordGetsNoAnswer) {
    const FirstWord strict(false);
    bool called = false;
    dispatcher.add("call", [&called](const Json&, Session&) -> base::Result<Json> {
        called = true;
        return Json();
    });
    LocalServer late(dispatcher, events, strict, "1", {});
    ASSERT_TRUE(late.listen(socket_path()));
    QLocalSocket socket;
    socket.connectToServer(QString::fromStdString(socket_path().string()));
    ASSERT_TRUE(wait_for([&] { return socket.canReadLine(); }));
    EXPECT_TRUE(socket.readLine().contains("hello"));
    EXPECT_EQ(strict.asked, 0);
    socket.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"call\"}\n");
    EXPECT_TRUE(wait_for([&] { return socket.state() == QLocalSocket::UnconnectedState; }));
    EXPECT_TRUE(socket.readAll().isEmpty());
    EXPECT_FALSE(called);
}

/// As where a folder does not say who may listen in it.
class Guarding final : public ports::PeerIdentity {
public:
    [[nodiscard]] base::Status check_may_control(std::intptr_t) const override { return {}; }

    [[nodiscard]] base::Result<std::shared_ptr<void>> guard(const std::filesystem::path& socket) const override {
        EXPECT_FALSE(std::filesystem::exists(socket)) << "before anybody can connect";
        if (taken) {
            return base::fail(ErrorCode::AlreadyExists, "somebody else is here");
        }
        auto kept = std::make_shared<int>(1);
        held = kept;
        return std::shared_ptr<void>(std::move(kept));
    }

    bool taken = false;
    mutable std::weak_ptr<int> held;
};

TEST_F(LocalApiTest, AClientSaysNothingToAServerThatMustNotBeToldAnything) {
    ASSERT_TRUE(server.listen(socket_path()));
    const auto client = LocalClient::connect(socket_path(), Distrusting());
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().code, ErrorCode::PermissionDenied);
    EXPECT_THAT(client.error().text(), testing::AllOf(testing::HasSubstr("agent.sock"), testing::HasSubstr("else's")));
}

TEST_F(LocalApiTest, KeepsAGuardOfItsPlaceAsLongAsItListens) {
    const Guarding guarding;
    auto guarded = std::make_unique<LocalServer>(dispatcher, events, guarding, "1", base::Logger());
    ASSERT_TRUE(guarded->listen(socket_path()));
    EXPECT_FALSE(guarding.held.expired());
    with_client([](LocalClient& client) { EXPECT_TRUE(client.call("echo")); });
    guarded.reset();
    EXPECT_TRUE(guarding.held.expired());
}

TEST_F(LocalApiTest, DoesNotListenWhereSomebodyElseHasThePlace) {
    Guarding guarding;
    guarding.taken = true;
    LocalServer guarded(dispatcher, events, guarding, "1", {});
    const auto listening = guarded.listen(socket_path());
    ASSERT_FALSE(listening);
    EXPECT_EQ(listening.error().code, ErrorCode::AlreadyExists);
    EXPECT_FALSE(std::filesystem::exists(socket_path()));
}

TEST_F(LocalApiTest, SubscribersGetTheStateFirstAndThenNumberedChanges) {
    ASSERT_TRUE(server.listen(socket_path()));
    events.publish({{"phase", "connecting"}}, EventKind::State);
    std::atomic<bool> subscribed = false;
    std::atomic<bool> published = false;
    std::thread thread([&] {
        auto client = LocalClient::connect(socket_path(), identity);
        ASSERT_TRUE(client);
        EXPECT_EQ(client->call("state.subscribe").value(), Json::parse(R"({"seq":1,"state":{"phase":"connecting"}})"));
        subscribed = true;
        const auto first = client->next_event(Duration{20'000});
        const auto second = client->next_event(Duration{20'000});
        ASSERT_TRUE(first && second);
        EXPECT_EQ((*first)["method"], "state.changed");
        EXPECT_EQ((*first)["params"], Json::parse(R"({"seq":2,"state":{"phase":"idle"}})"));
        EXPECT_EQ((*second)["method"], "state.progress");
        EXPECT_EQ((*second)["params"]["seq"], 3);
        published = true;
    });
    EXPECT_TRUE(wait_for([&] { return subscribed.load(); }));
    events.publish({{"phase", "idle"}}, EventKind::State);
    events.publish({{"phase", "idle"}, {"percent", 3}}, EventKind::Progress);
    EXPECT_TRUE(wait_for([&] { return published.load(); }));
    thread.join();
}

TEST_F(LocalApiTest, ASlowClientLosesProgressButNoState) {
    ASSERT_TRUE(server.listen(socket_path()));
    QLocalSocket socket;
    socket.setReadBufferSize(1024); // reads nothing beyond, so that the server's side fills up
    socket.connectToServer(QString::fromStdString(socket_path().string()));
    ASSERT_TRUE(socket.waitForConnected());
    socket.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"state.subscribe\"}\n");
    ASSERT_TRUE(wait_for([&] { return socket.bytesAvailable() > 100; }));

    const std::string filler(10'000, 'x');
    constexpr int kRounds = 200;
    for (int i = 0; i < kRounds; ++i) {
        events.publish({{"text", filler}}, EventKind::Progress);
        events.publish({{"text", filler}}, EventKind::State);
    }
    int states = 0;
    int progress = 0;
    std::uint64_t last = 0;
    std::string input;
    socket.setReadBufferSize(0);
    ASSERT_TRUE(wait_for([&] {
        input += socket.readAll().toStdString();
        for (auto end = input.find('\n'); end != std::string::npos; end = input.find('\n')) {
            const auto message = Json::parse(input.substr(0, end));
            input.erase(0, end + 1);
            if (message.value("method", "") == "hello" || message.contains("result")) {
                continue;
            }
            states += message["method"] == "state.changed" ? 1 : 0;
            progress += message["method"] == "state.progress" ? 1 : 0;
            EXPECT_GT(message["params"]["seq"].get<std::uint64_t>(), last);
            last = message["params"]["seq"];
        }
        return last == 2 * kRounds;
    }));
    EXPECT_EQ(states, kRounds);
    EXPECT_LT(progress, kRounds / 2);
}

TEST_F(LocalApiTest, MalformedInputGetsErrorsAndHarmsNobody) {
    ASSERT_TRUE(server.listen(socket_path()));
    QLocalSocket socket;
    socket.connectToServer(QString::fromStdString(socket_path().string()));
    ASSERT_TRUE(socket.waitForConnected());
    std::string input;
    const auto answers = [&] {
        input += socket.readAll().toStdString();
        return std::count(input.begin(), input.end(), '\n');
    };
    socket.write("{\n\n[[[[\n{\"jsonrpc\":\"2.0\"}\n\x01\xff\n");
    EXPECT_TRUE(wait_for([&] { return answers() == 6; })) << "greeting and five errors";
    // A whole line in two pieces is one line.
    socket.write(R"({"jsonrpc":"2.0","id":5,"meth)");
    socket.flush();
    socket.write("od\":\"echo\"}\n");
    EXPECT_TRUE(wait_for([&] { return answers() == 7; }));
    EXPECT_THAT(input, testing::HasSubstr(R"("id":5,"jsonrpc":"2.0","result":{})"));

    socket.write(QByteArray(2 * 1024 * 1024, 'x'));
    EXPECT_TRUE(wait_for([&] {
        (void)answers();
        return socket.state() == QLocalSocket::UnconnectedState;
    }));
    with_client([](LocalClient& client) { EXPECT_TRUE(client.call("echo")); });
}

TEST_F(LocalApiTest, ASecondDaemonIsRefusedAndTheFirstGoesOn) {
    ASSERT_TRUE(server.listen(socket_path()));
    LocalServer second(dispatcher, events, identity, "2", {});
    const auto refused = second.listen(socket_path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::AlreadyExists);
    with_client([](LocalClient& client) { EXPECT_EQ(client.daemon_version(), "1.2.3"); });
}

TEST_F(LocalApiTest, AnotherProgramsLivingSocketIsNotTaken) {
    std::filesystem::create_directories(socket_path().parent_path());
    QLocalServer other;
    ASSERT_TRUE(other.listen(QString::fromStdString(socket_path().string())));
    const auto refused = server.listen(socket_path());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::AlreadyExists);
    EXPECT_TRUE(other.isListening());
}

TEST_F(LocalApiTest, APathTooLongForASocketIsSaidSo) {
    // Where it is the name of a pipe, there is room for more.
    const std::size_t too_long = std::filesystem::path::preferred_separator == '/' ? 120 : 250;
    const auto refused = server.listen(folder.path() / std::string(too_long, 'x') / "agent.sock");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
}

TEST_F(LocalApiTest, AClientWithoutADaemonIsToldSo) {
    const auto client = LocalClient::connect(socket_path(), identity, Duration{500});
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().code, ErrorCode::Unavailable);
}

TEST_F(LocalApiTest, AServerThatSaysNothingIsATimeout) {
    std::filesystem::create_directories(socket_path().parent_path());
    QLocalServer mute;
    mute.setSocketOptions(QLocalServer::UserAccessOption); // of this user, as a daemon
    ASSERT_TRUE(mute.listen(QString::fromStdString(socket_path().string())));
    const auto client = LocalClient::connect(socket_path(), identity, Duration{100});
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().code, ErrorCode::Timeout);
}

} // namespace
} // namespace framehand::api

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
