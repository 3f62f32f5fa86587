// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"
#include "core/redis/server_error.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/loopback_certificate.h"
#include "tests/platform/wait_for.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace framehand::redis {
namespace {

using base::ErrorCode;
using test::RedisServer;
using test::wait_for;

class ConnectionTest : public testing::Test {
protected:
    std::unique_ptr<Connection> connect(Options options) {
        return std::make_unique<Connection>(std::move(options), Services{timers, [] { return 0.0; }, {}});
    }

    /// The answer, or Internal where none came.
    static base::Result<Reply> ask(Connection& connection, Command command) {
        auto answer = std::make_shared<std::optional<base::Result<Reply>>>();
        connection.call(std::move(command), [answer](base::Result<Reply> reply) { *answer = std::move(reply); });
        EXPECT_FALSE(*answer) << "from inside the call";
        if (!wait_for([&] { return answer->has_value(); })) {
            return base::fail(ErrorCode::Internal, "no answer");
        }
        return **answer;
    }

    static ErrorCode code_of(const base::Result<Reply>& reply) {
        EXPECT_FALSE(reply);
        return reply ? ErrorCode::Internal : reply.error().code;
    }

    platform::QtTimers timers;
};

TEST_F(ConnectionTest, SendsCommandsWithAnyBytes) {
    RedisServer server;
    auto connection = connect(server.options());
    using namespace std::string_literals;
    const std::string bytes = "a\0\r\n\xff"s;
    ASSERT_TRUE(ask(*connection, {"SET", "key", bytes}));
    const auto reply = ask(*connection, {"GET", "key"});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, bytes);
    ASSERT_TRUE(connection->server_version());
    EXPECT_GE(connection->server_version()->major_part, 6);
}

TEST_F(ConnectionTest, AnswersPipelinedCommandsInTheirOrder) {
    RedisServer server;
    auto connection = connect(server.options());
    std::vector<std::int64_t> answers;
    for (int i = 0; i < 1000; ++i) {
        connection->call({"INCR", "n"},
                         [&](const base::Result<Reply>& reply) { answers.push_back(reply ? reply->integer : -1); });
    }
    ASSERT_TRUE(wait_for([&] { return answers.size() == 1000; }));
    for (std::size_t i = 0; i < answers.size(); ++i) {
        ASSERT_EQ(answers[i], static_cast<std::int64_t>(i) + 1);
    }
}

TEST_F(ConnectionTest, CarriesLargeValues) {
    RedisServer server;
    auto connection = connect(server.options());
    const std::string large(20'000'000, 'x');
    ASSERT_TRUE(ask(*connection, {"SET", "key", large}));
    const auto reply = ask(*connection, {"GET", "key"});
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->text == large);
}

TEST_F(ConnectionTest, ARefusalIsAnErrorWithTheServersWords) {
    RedisServer server;
    auto connection = connect(server.options());
    ASSERT_TRUE(ask(*connection, {"SET", "key", "text"}));
    const auto reply = ask(*connection, {"LPUSH", "key", "x"});
    EXPECT_EQ(code_of(reply), ErrorCode::InvalidArgument);
    EXPECT_TRUE(has_error_word(reply.error(), "WRONGTYPE"));
    EXPECT_TRUE(ask(*connection, {"PING"})) << "the connection goes on";
}

TEST_F(ConnectionTest, SaysWhoItIs) {
    RedisServer server(RedisServer::Memory::Lost, {"--requirepass", "secret"});
    auto options = server.options("secret");
    options.url.database = 3;
    options.client_name = "framehand@pc-1";
    auto connection = connect(options);
    const auto info = ask(*connection, {"CLIENT", "INFO"});
    ASSERT_TRUE(info);
    EXPECT_NE(info->text.find("name=framehand@pc-1"), std::string::npos) << info->text;
    EXPECT_NE(info->text.find("db=3"), std::string::npos) << info->text;
}

TEST_F(ConnectionTest, AWrongPasswordIsPermissionDeniedAndNotShown) {
    RedisServer server(RedisServer::Memory::Lost, {"--requirepass", "secret"});
    for (const std::string password : {"wrong-one", ""}) {
        auto connection = connect(server.options(password));
        const auto reply = ask(*connection, {"PING"});
        EXPECT_EQ(code_of(reply), ErrorCode::PermissionDenied);
        EXPECT_EQ(reply.error().text().find("wrong-one"), std::string::npos) << reply.error().text();
        EXPECT_EQ(code_of(ask(*connection, {"PING"})), ErrorCode::PermissionDenied) << "between two tries";
    }
}

TEST_F(ConnectionTest, IsUnavailableWhereNobodyListens) {
    RedisServer server;
    const auto options = server.options();
    server.kill();
    auto connection = connect(options);
    const auto reply = ask(*connection, {"PING"});
    EXPECT_EQ(code_of(reply), ErrorCode::Unavailable);
    EXPECT_NE(reply.error().text().find("127.0.0.1:" + std::to_string(server.port())), std::string::npos);
}

TEST_F(ConnectionTest, EndsWhatIsInFlightWhenItFallsAndComesBack) {
    RedisServer server;
    auto connection = connect(server.options());
    int ready = 0;
    connection->on_ready = [&] { ++ready; };
    ASSERT_TRUE(ask(*connection, {"PING"}));
    std::optional<base::Result<Reply>> blocked;
    connection->call({"BLPOP", "nothing", "0"}, base::Duration{60'000},
                     [&](base::Result<Reply> reply) { blocked = std::move(reply); });
    std::optional<base::Result<Reply>> behind;
    connection->call({"PING"}, [&](base::Result<Reply> reply) { behind = std::move(reply); });
    server.kill();
    ASSERT_TRUE(wait_for([&] { return blocked && behind; }));
    EXPECT_EQ(code_of(*blocked), ErrorCode::Unavailable);
    EXPECT_EQ(code_of(*behind), ErrorCode::Unavailable);
    EXPECT_FALSE(connection->is_ready());
    server.start();
    ASSERT_TRUE(wait_for([&] { return ready == 2; }));
    EXPECT_TRUE(ask(*connection, {"PING"}));
}

TEST_F(ConnectionTest, AServerThatHangsIsATimeout) {
    RedisServer server;
    auto connection = connect(server.options());
    ASSERT_TRUE(ask(*connection, {"PING"}));
    server.freeze();
    std::optional<base::Result<Reply>> first;
    std::optional<base::Result<Reply>> second;
    connection->call({"INCR", "n"}, base::Duration{50}, [&](base::Result<Reply> reply) { first = std::move(reply); });
    connection->call({"INCR", "n"}, [&](base::Result<Reply> reply) { second = std::move(reply); });
    ASSERT_TRUE(wait_for([&] { return first && second; }));
    server.thaw();
    EXPECT_EQ(code_of(*first), ErrorCode::Timeout);
    EXPECT_EQ(code_of(*second), ErrorCode::Unavailable);
    ASSERT_TRUE(wait_for([&] { return connection->is_ready(); }));
    EXPECT_TRUE(ask(*connection, {"PING"}));
}

TEST_F(ConnectionTest, DropsCallbacksWhenItIsDestroyed) {
    RedisServer server;
    auto connection = connect(server.options());
    ASSERT_TRUE(ask(*connection, {"PING"}));
    bool called = false;
    connection->call({"PING"}, [&](const base::Result<Reply>&) { called = true; });
    connection.reset();
    test::RedisClient client(server);
    client.call({"PING"});
    EXPECT_FALSE(called);
}

TEST_F(ConnectionTest, MayBeDestroyedByACallback) {
    RedisServer server;
    auto connection = connect(server.options());
    connection->call({"PING"}, [&](const base::Result<Reply>&) { connection.reset(); });
    connection->call({"PING"}, [&](const base::Result<Reply>&) { FAIL(); });
    EXPECT_TRUE(wait_for([&] { return connection == nullptr; }));
}

TEST_F(ConnectionTest, ATransactionIsAllOrNothing) {
    RedisServer server;
    auto connection = connect(server.options());
    std::optional<base::Result<std::vector<Reply>>> answer;
    const auto keep = [&](base::Result<std::vector<Reply>> replies) { answer = std::move(replies); };
    connection->transaction({{"SET", "key", "1"}, {"INCR", "key"}, {"GET", "key"}}, keep);
    ASSERT_TRUE(wait_for([&] { return answer.has_value(); }));
    ASSERT_TRUE(*answer);
    ASSERT_EQ((*answer)->size(), 3U);
    EXPECT_EQ((**answer)[1].integer, 2);
    EXPECT_EQ((**answer)[2].text, "2");

    answer.reset();
    connection->transaction({{"SET", "key", "9"}, {"NOSUCHCOMMAND"}}, keep);
    ASSERT_TRUE(wait_for([&] { return answer.has_value(); }));
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, ErrorCode::Unsupported) << answer->error().text();
    EXPECT_EQ(ask(*connection, {"GET", "key"})->text, "2");

    answer.reset();
    connection->transaction({{"LPUSH", "key", "x"}, {"PING"}}, keep);
    ASSERT_TRUE(wait_for([&] { return answer.has_value(); }));
    ASSERT_FALSE(*answer);
    EXPECT_TRUE(has_error_word(answer->error(), "WRONGTYPE"));
}

TEST_F(ConnectionTest, RunsAScriptThatTheServerHasForgotten) {
    RedisServer server;
    auto connection = connect(server.options());
    const Script script("return {KEYS[1], ARGV[1]}");
    for (const bool forgotten : {false, false, true}) {
        if (forgotten) {
            server.restart();
        }
        test::RedisClient(server).call({"PING"});
        ASSERT_TRUE(wait_for([&] { return connection->is_ready(); }));
        std::optional<base::Result<Reply>> answer;
        connection->run(script, {"key"}, {"argument"}, [&](base::Result<Reply> reply) { answer = std::move(reply); });
        ASSERT_TRUE(wait_for([&] { return answer.has_value(); }));
        ASSERT_TRUE(*answer) << answer->error().text();
        EXPECT_EQ((*answer)->as_texts(), (std::vector<std::string>{"key", "argument"}));
    }
}

TEST_F(ConnectionTest, ReachesAServerByItsSocket) {
    const test::TempFolder folder;
    const std::string socket = (folder.path() / "r.sock").string();
    RedisServer server(RedisServer::Memory::Lost, {"--unixsocket", socket});
    Options options;
    options.url = parse_url("unix://" + socket + "?db=1").value();
    auto connection = connect(options);
    EXPECT_TRUE(ask(*connection, {"PING"}));
    server.kill();
    EXPECT_EQ(code_of(ask(*connection, {"PING"})), ErrorCode::Unavailable);
}

TEST_F(ConnectionTest, ChecksTheCertificateOfATlsServer) {
    const test::LoopbackCertificate server_is;
    QTcpServer free;
    ASSERT_TRUE(free.listen(QHostAddress::LocalHost, 0));
    const std::string port = std::to_string(free.serverPort());
    free.close();
    RedisServer server(RedisServer::Memory::Lost,
                       {"--tls-port", port, "--tls-cert-file", server_is.certificate(), "--tls-key-file",
                        server_is.key(), "--tls-ca-cert-file", server_is.certificate(), "--tls-auth-clients", "no"});
    Options options;
    options.url = parse_url("rediss://127.0.0.1:" + port + "/2").value();
    auto stranger = connect(options);
    EXPECT_EQ(code_of(ask(*stranger, {"PING"})), ErrorCode::PermissionDenied);

    options.ca_file = server_is.certificate();
    auto connection = connect(options);
    const auto info = ask(*connection, {"CLIENT", "INFO"});
    ASSERT_TRUE(info) << info.error().text();
    EXPECT_NE(info->text.find("db=2"), std::string::npos);
}

TEST_F(ConnectionTest, AServerThatIsNoRedisIsGivenUp) {
    QTcpServer stranger;
    ASSERT_TRUE(stranger.listen(QHostAddress::LocalHost, 0));
    QObject::connect(&stranger, &QTcpServer::newConnection, &stranger,
                     [&] { stranger.nextPendingConnection()->write("220 mail.example.org ESMTP\r\n"); });
    Options options;
    options.url = parse_url("redis://127.0.0.1:" + std::to_string(stranger.serverPort())).value();
    auto connection = connect(options);
    const auto reply = ask(*connection, {"PING"});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().text().find("not the protocol of Redis"), std::string::npos) << reply.error().text();
}

} // namespace
} // namespace framehand::redis
