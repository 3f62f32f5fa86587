// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_probe.h"
#include "core/sources/celery_probe.h"
#include "core/sources/redis_probe.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_timers.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"
#include "tests/support/temp_folder.h"

#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace framehand::sources {
namespace {

using test::RedisClient;
using test::RedisServer;
using test::wait_for;
using testing::HasSubstr;
using testing::Not;
using Health = SourceFinding::Health;
using Findings = std::vector<SourceFinding>;

constexpr auto kPassword = "tell-nobody-7";

std::uint16_t dead_port() {
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

/// All that is said, for what must be in it or nowhere.
std::string text_of(const Findings& findings) {
    std::string text;
    for (const auto& one : findings) {
        text += one.what + ": " + one.sentence + " -> " + one.advice + "\n";
    }
    return text;
}

class RedisProbesTest : public testing::Test {
protected:
    [[nodiscard]] redis::Services services() {
        return {timers, [] { return 0.0; }, {}};
    }

    static Findings run(SourceProbe& probe) {
        std::optional<Findings> answer;
        probe.run([&](Findings findings) {
            EXPECT_FALSE(answer) << "answered twice";
            answer = std::move(findings);
        });
        EXPECT_FALSE(answer) << "from inside the call";
        EXPECT_TRUE(wait_for([&] { return answer.has_value(); }));
        const auto found = answer.value_or(Findings{});
        EXPECT_THAT(text_of(found), Not(HasSubstr(kPassword)));
        return found;
    }

    static RedisSourceOptions lists(redis::Options connection) {
        RedisSourceOptions options;
        options.queue.connection = std::move(connection);
        options.queue.worker_id = "pc-1";
        options.queue.roles = {RedisRole::Replace, RedisRole::Transcode};
        return options;
    }

    Findings probe_lists(redis::Options connection) {
        RedisProbe probe(lists(std::move(connection)), services(), {"redis_url", "redis-password"});
        return run(probe);
    }

    Findings probe_streams(redis::Options connection) {
        auto options = lists(std::move(connection));
        options.take = RedisTake::Streams;
        RedisProbe probe(std::move(options), services(), {"redis_url", "redis-password"});
        return run(probe);
    }

    Findings probe_celery(redis::Options connection) {
        CeleryProbe probe(std::move(connection), {}, services(), {"celery_url", "celery-password"});
        return run(probe);
    }

    Findings probe_bull(redis::Options connection, BullExpected expected = BullExpected::Either) {
        BullmqSourceOptions options;
        options.server = std::move(connection);
        options.queues = {"new", "mine", "other"};
        options.expected = expected;
        BullProbe probe(std::move(options), services(), {"bullmq_url", "bullmq-password"});
        return run(probe);
    }

    static SourceFinding of(const Findings& findings, const std::string& what) {
        const auto found = std::ranges::find(findings, what, &SourceFinding::what);
        EXPECT_NE(found, findings.end()) << what << " is missing in\n" << text_of(findings);
        return found == findings.end() ? SourceFinding{} : *found;
    }

    /// The one and only finding: nothing can be looked at.
    static SourceFinding only(const Findings& findings) {
        EXPECT_EQ(findings.size(), 1U) << text_of(findings);
        EXPECT_EQ(findings.front().health, Health::Problem);
        EXPECT_FALSE(findings.front().advice.empty());
        return findings.front();
    }

    platform::QtTimers timers;
};

TEST_F(RedisProbesTest, CountsWhatWaitsAndWhatIsBeingDoneAndTakesNothing) {
    RedisServer server;
    RedisClient client(server);
    client.call({"RPUSH", "transcode:jobs", "1", "2", "3"});
    client.call({"RPUSH", "transcode:jobs:processing:pc-7", "4"});
    client.call({"SADD", "transcode:workers", "pc-7"});
    client.call({"RPUSH", "transcode:failed", "5"});
    const auto found = probe_lists(server.options());
    EXPECT_EQ(of(found, "server").health, Health::Ok);
    EXPECT_THAT(of(found, "server").sentence, testing::StartsWith("Redis "));
    EXPECT_EQ(of(found, "rights").health, Health::Ok);
    EXPECT_EQ(of(found, "transcode:jobs").sentence, "3 jobs wait, 1 is being done");
    EXPECT_EQ(of(found, "transcode:replace").sentence, "empty");
    EXPECT_THAT(of(found, "transcode:failed").sentence, HasSubstr("1 message"));
    EXPECT_EQ(of(found, "memory").health, Health::Ok);
    EXPECT_EQ(found.front().what, "server");
    EXPECT_EQ(found[1].what, "rights");
    EXPECT_EQ(client.list("transcode:jobs").size(), 3U);
    EXPECT_EQ(client.integer({"DBSIZE"}), 4) << "no key came or went";
    EXPECT_EQ(client.integer({"EXISTS", "transcode:alive:pc-1"}), 0);
}

TEST_F(RedisProbesTest, TellsAllWaysOfNotComingInApart) {
    RedisServer server(RedisServer::Memory::Lost, {"--requirepass", kPassword});
    EXPECT_THAT(only(probe_lists(server.options())).sentence, HasSubstr("wants a password, and none is set"));
    const auto wrong = only(probe_lists(server.options("tell-nobody-8")));
    EXPECT_THAT(wrong.sentence, HasSubstr("refuses the password of the user default"));
    EXPECT_THAT(wrong.advice, HasSubstr("framehandctl secret set redis-password"));
    EXPECT_EQ(of(probe_lists(server.options(kPassword)), "rights").health, Health::Ok);

    RedisServer open;
    EXPECT_THAT(only(probe_lists(open.options(kPassword))).sentence, HasSubstr("has no password, but one is set here"));

    auto away = open.options();
    away.url.port = dead_port();
    const auto refused = only(probe_lists(away));
    EXPECT_THAT(refused.sentence, HasSubstr("the connection is refused"));
    EXPECT_EQ(refused.setting, "redis_url");

    away.url.host = "no-such-host.invalid";
    EXPECT_THAT(only(probe_lists(away)).sentence, HasSubstr("no host of the name no-such-host.invalid"));

    auto database = open.options();
    database.url.database = 99;
    EXPECT_THAT(only(probe_lists(database)).sentence, HasSubstr("out of range"));
}

TEST_F(RedisProbesTest, AServerInProtectedModeIsSaidSo) {
    QTcpServer distant;
    ASSERT_TRUE(distant.listen(QHostAddress::LocalHost));
    QObject::connect(&distant, &QTcpServer::newConnection, &distant, [&distant] {
        auto* socket = distant.nextPendingConnection();
        socket->write("-DENIED Redis is running in protected mode because no password is set\r\n");
    });
    redis::Options options;
    options.url.host = "127.0.0.1";
    options.url.port = distant.serverPort();
    EXPECT_THAT(only(probe_lists(options)).sentence, HasSubstr("it is in protected mode"));
}

TEST_F(RedisProbesTest, ACertificateThatNobodyTrustsIsSaidSo) {
    const test::TempFolder folder;
    const auto key = QString::fromStdString((folder.path() / "key.pem").string());
    const auto certificate = QString::fromStdString((folder.path() / "cert.pem").string());
    ASSERT_EQ(QProcess::execute(QStringLiteral("openssl"),
                                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                 QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-subj"),
                                 QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                                 QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), key,
                                 QStringLiteral("-out"), certificate}),
              0);
    const auto port = dead_port();
    RedisServer server(RedisServer::Memory::Lost,
                       {"--tls-port", std::to_string(port), "--tls-cert-file", certificate.toStdString(),
                        "--tls-key-file", key.toStdString(), "--tls-ca-cert-file", certificate.toStdString(),
                        "--tls-auth-clients", "no"});
    auto options = server.options();
    options.url.transport = redis::Url::Transport::Tls;
    options.url.port = port;
    const auto found = only(probe_lists(options));
    EXPECT_THAT(found.sentence, HasSubstr("no TLS connection"));
    EXPECT_THAT(found.sentence, HasSubstr("self-signed"));
    EXPECT_THAT(found.advice, HasSubstr("trusted by this machine"));
}

TEST_F(RedisProbesTest, SomethingElseThatListensIsNoRedisServer) {
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost));
    QObject::connect(&other, &QTcpServer::newConnection, &other, [&other] {
        auto* socket = other.nextPendingConnection();
        socket->write("220 mail.example ESMTP\r\n");
    });
    redis::Options options;
    options.url.host = "127.0.0.1";
    options.url.port = other.serverPort();
    const auto found = only(probe_lists(options));
    EXPECT_THAT(found.sentence, HasSubstr("does not speak as a Redis server"));
    EXPECT_THAT(found.advice, HasSubstr("rediss://"));
}

/// Takes connections, hears what is said, and says nothing.
class SilentServer {
public:
    SilentServer() {
        EXPECT_TRUE(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                             [this, socket] { heard += socket->readAll().toStdString(); });
        });
    }

    [[nodiscard]] redis::Options options() const {
        redis::Options options;
        options.url.host = "127.0.0.1";
        options.url.port = m_server.serverPort();
        return options;
    }

    std::string heard;

private:
    QTcpServer m_server;
};

TEST_F(RedisProbesTest, AServerThatTakesConnectionsAndSaysNothingHangsAfterTenSeconds) {
    SilentServer silent;
    test::FakeClock clock;
    test::FakeTimers fake(clock);
    RedisProbe probe(lists(silent.options()), {fake, [] { return 0.0; }, {}}, {"redis_url", "redis-password"});
    std::optional<Findings> answer;
    probe.run([&](Findings findings) { answer = std::move(findings); });
    ASSERT_TRUE(wait_for([&] { return silent.heard.find("INFO") != std::string::npos; }));
    fake.advance(SourceProbe::kPatience - base::Duration{1});
    EXPECT_FALSE(answer);
    fake.advance(base::Duration{1});
    ASSERT_TRUE(answer);
    EXPECT_THAT(only(*answer).sentence, HasSubstr("takes connections, but has not answered for 10 s"));
}

TEST_F(RedisProbesTest, AServerWithoutTlsIsToldFromOneThatHangs) {
    SilentServer silent; // as a Redis server is that gets a hello of TLS
    auto options = silent.options();
    options.url.transport = redis::Url::Transport::Tls;
    test::FakeClock clock;
    test::FakeTimers fake(clock);
    RedisProbe probe(lists(options), {fake, [] { return 0.0; }, {}}, {"redis_url", "redis-password"});
    std::optional<Findings> answer;
    probe.run([&](Findings findings) { answer = std::move(findings); });
    ASSERT_TRUE(wait_for([&] { return !silent.heard.empty(); }));
    fake.advance(SourceProbe::kPatience);
    ASSERT_TRUE(answer);
    EXPECT_THAT(only(*answer).sentence, HasSubstr("no TLS connection"));
    EXPECT_THAT(only(*answer).advice, HasSubstr("a server without TLS has an address without the s"));
}

TEST_F(RedisProbesTest, AServerThatHangsLaterIsSaidSoBehindWhatWasFound) {
    RedisServer server;
    RedisClient client(server);
    test::FakeClock clock;
    test::FakeTimers fake(clock);
    CeleryProbe probe(server.options(), {}, {fake, [] { return 0.0; }, {}}, {"celery_url", "celery-password"});
    std::optional<Findings> answer;
    // A client that pauses all others keeps the server from answering INFO, but not from taking the connection.
    client.call({"CLIENT", "PAUSE", "20000", "ALL"});
    probe.run([&](Findings findings) { answer = std::move(findings); });
    ASSERT_TRUE(wait_for([&] { return fake.pending() >= 2; })) << "the connection is being made";
    fake.advance(SourceProbe::kPatience);
    ASSERT_TRUE(answer);
    EXPECT_THAT(answer->back().sentence, HasSubstr("has not answered"));
}

TEST_F(RedisProbesTest, IsCancelledByItsEnd) {
    RedisServer server;
    auto probe =
        std::make_unique<RedisProbe>(lists(server.options()), services(), ProbeNames{"redis_url", "redis-password"});
    bool answered = false;
    probe->run([&](const Findings&) { answered = true; });
    probe.reset();
    RedisClient client(server);
    client.call({"PING"});
    EXPECT_FALSE(answered);
}

TEST_F(RedisProbesTest, NamesTheCommandsThatAUserMayNotUseAndRunsNone) {
    RedisServer server;
    RedisClient client(server);
    client.call({"RPUSH", "transcode:jobs", "1"});
    client.call({"ACL", "SETUSER", "reader", "on", std::string(">") + kPassword, "~transcode:*", "+@read",
                 "+@connection", "+@transaction"});
    client.call({"ACL", "SETUSER", "elsewhere", "on", std::string(">") + kPassword, "~other:*", "&other", "+@all"});
    client.call({"ACL", "SETUSER", "framehand", "on", std::string(">") + kPassword, "~transcode:*", "&transcode:events",
                 "+@read", "+@write", "+@scripting", "+@transaction", "+@connection", "+publish", "+info"});
    client.call({"ACL", "SETUSER", "poor", "on", std::string(">") + kPassword, "~*", "+@connection"});
    auto options = server.options(kPassword);

    options.url.user = "framehand"; // as docs/sources.md says
    auto found = probe_lists(options);
    EXPECT_EQ(of(found, "rights").sentence, "the user framehand may do all that a worker does") << text_of(found);
    EXPECT_EQ(of(found, "transcode:jobs").sentence, "1 job waits");
    found = probe_streams(options);
    EXPECT_EQ(of(found, "rights").health, Health::Ok) << text_of(found);

    options.url.user = "reader";
    found = probe_lists(options);
    EXPECT_EQ(of(found, "rights").health, Health::Problem);
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("LMOVE"));
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("EVALSHA"));
    EXPECT_THAT(of(found, "rights").sentence, Not(HasSubstr("LRANGE")));
    EXPECT_THAT(of(found, "rights").advice, HasSubstr("ACL SETUSER reader '~transcode:*' '&transcode:events'"));
    EXPECT_EQ(of(found, "memory").health, Health::Warning) << "it may not ask";
    EXPECT_EQ(of(found, "transcode:jobs").sentence, "1 job waits");

    options.url.user = "elsewhere"; // may do all, but not here
    found = probe_lists(options);
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("LMOVE"));
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("PUBLISH"));
    EXPECT_EQ(of(found, "transcode:jobs").health, Health::Problem);

    options.url.user = "poor"; // not even MULTI: then nothing may be tried, as it would be done
    found = probe_lists(options);
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("MULTI"));
    EXPECT_EQ(client.list("transcode:jobs").size(), 1U);
    EXPECT_EQ(client.integer({"DBSIZE"}), 1);
}

TEST_F(RedisProbesTest, AServerThatDoesNotWantToBeWrittenToIsAProblem) {
    RedisServer server;
    RedisClient client(server);
    client.call({"REPLICAOF", "127.0.0.1", std::to_string(dead_port())});
    auto found = probe_lists(server.options());
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("replica"));
    client.call({"REPLICAOF", "NO", "ONE"});
    client.call({"CONFIG", "SET", "maxmemory", "1"});
    found = probe_celery(server.options());
    EXPECT_THAT(of(found, "rights").sentence, HasSubstr("OOM"));
}

TEST_F(RedisProbesTest, AServerThatThrowsKeysAwayIsAWarning) {
    RedisServer server(RedisServer::Memory::Lost, {"--maxmemory-policy", "allkeys-lru"});
    const auto memory = of(probe_bull(server.options()), "memory");
    EXPECT_EQ(memory.health, Health::Warning);
    EXPECT_THAT(memory.sentence, HasSubstr("allkeys-lru"));
    EXPECT_THAT(memory.advice, HasSubstr("noeviction"));
}

TEST_F(RedisProbesTest, TellsListsAndStreamsApart) {
    RedisServer server;
    RedisClient client(server);
    auto found = probe_streams(server.options());
    EXPECT_EQ(of(found, "transcode:jobs").sentence, "not there yet: the worker makes it");
    EXPECT_EQ(client.integer({"DBSIZE"}), 0) << "it was not made";
    client.call({"XADD", "transcode:jobs", "*", "job", "1"});
    client.call({"XADD", "transcode:jobs", "*", "job", "2"});
    EXPECT_EQ(of(probe_streams(server.options()), "transcode:jobs").sentence, "2 jobs wait") << "without a group";
    client.call({"XGROUP", "CREATE", "transcode:jobs", "framehand", "0"});
    client.call({"XREADGROUP", "GROUP", "framehand", "pc-7", "COUNT", "1", "STREAMS", "transcode:jobs", ">"});
    found = probe_streams(server.options());
    EXPECT_EQ(of(found, "transcode:jobs").sentence, "1 job waits, 1 is being done");
    found = probe_lists(server.options());
    EXPECT_EQ(of(found, "transcode:jobs").health, Health::Problem);
    EXPECT_THAT(of(found, "transcode:jobs").advice, HasSubstr("redis_taking streams"));
    client.call({"DEL", "transcode:jobs"});
    client.call({"RPUSH", "transcode:jobs", "1"});
    EXPECT_THAT(of(probe_streams(server.options()), "transcode:jobs").advice, HasSubstr("redis_taking lists"));
}

TEST_F(RedisProbesTest, CountsCelerysTasksOfAllPriorities) {
    RedisServer server;
    RedisClient client(server);
    EXPECT_EQ(of(probe_celery(server.options()), "celery").sentence, "empty");
    client.call({"LPUSH", "celery", "1", "2"});
    client.call({"LPUSH", std::string("celery\x06\x16") + "9", "3"});
    client.call({"HSET", "unacked", "tag", "4"});
    client.call({"LPUSH", "celery.rejected", "5"});
    const auto found = probe_celery(server.options());
    EXPECT_EQ(of(found, "rights").health, Health::Ok) << text_of(found);
    EXPECT_EQ(of(found, "celery").sentence, "3 jobs wait");
    EXPECT_THAT(of(found, "unacked").sentence, HasSubstr("1 task"));
    EXPECT_THAT(of(found, "celery.rejected").sentence, HasSubstr("1 message"));
    client.call({"DEL", "celery"});
    client.call({"SET", "celery", "text"});
    EXPECT_EQ(of(probe_celery(server.options()), "celery").health, Health::Problem);
}

TEST_F(RedisProbesTest, SaysWhichLibraryKeepsAQueue) {
    RedisServer server;
    RedisClient client(server);
    client.call({"HSET", "bull:mine:meta", "version", "bullmq:5.4.0"});
    client.call({"RPUSH", "bull:mine:wait", "1", "2"});
    client.call({"ZADD", "bull:mine:prioritized", "1", "3"});
    client.call({"RPUSH", "bull:mine:active", "4"});
    client.call({"ZADD", "bull:mine:delayed", "1", "5"});
    client.call({"SET", "bull:other:id", "7"});
    client.call({"ZADD", "bull:other:failed", "1", "6"});
    const auto keys = client.integer({"DBSIZE"});
    auto found = probe_bull(server.options());
    EXPECT_EQ(of(found, "rights").health, Health::Ok) << text_of(found);
    EXPECT_EQ(of(found, "new").health, Health::Warning);
    EXPECT_THAT(of(found, "new").sentence, HasSubstr("no such queue yet"));
    EXPECT_EQ(of(found, "mine").sentence, "kept by BullMQ; 3 jobs wait, 1 is being done, 1 waits for its time");
    EXPECT_EQ(of(found, "other").sentence, "kept by Bull; empty, 1 has failed");
    found = probe_bull(server.options(), BullExpected::BullMq);
    EXPECT_EQ(of(found, "other").health, Health::Problem);
    EXPECT_EQ(of(found, "other").setting, "bullmq_kind");
    EXPECT_EQ(client.integer({"DBSIZE"}), keys);
}

} // namespace
} // namespace framehand::sources
