// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the Redis source does beside what all sources do (contract/source_contract_test.cpp).
#include "core/base/json.h"
#include "core/redis/subscriber.h"
#include "core/sources/redis_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/test_worker.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace framehand::sources {
namespace {

using test::RedisServer;
using test::TestWorker;
using test::wait_for;

const std::string kMessage = R"({"output":"/nas/out/film-1.mp4", "input":"/nas/in/film-1.mkv","extra":[1, 2]})";

class RedisSourceTest : public testing::Test {
protected:
    std::unique_ptr<RedisSource> make(const RedisServer& server, std::vector<RedisRole> roles,
                                      const std::string& worker = "pc-1") {
        RedisSourceOptions options;
        options.queue.connection = server.options();
        options.queue.worker_id = worker;
        options.queue.roles = std::move(roles);
        options.rules.roots = {"/nas"};
        return std::make_unique<RedisSource>(options, redis::Services{timers, [] { return 0.5; }, {}}, clock);
    }

    platform::QtTimers timers;
    base::SystemClock clock;
};

TEST_F(RedisSourceTest, AMessageGoesThroughAllStagesUnchanged) {
    RedisServer server;
    test::RedisClient client(server);
    TestWorker worker(make(server, {RedisRole::Replace, RedisRole::HealthCheck, RedisRole::Transcode}));
    client.call({"RPUSH", "transcode:jobs", kMessage});
    const std::vector<std::pair<jobs::Work, std::string>> steps{{jobs::Work::File, "in/film-1.mkv"},
                                                                {jobs::Work::Check, "out/film-1.mp4"},
                                                                {jobs::Work::Replace, "out/film-1.mp4"}};
    const std::vector<std::string> next{"transcode:healthcheck", "transcode:replace", ""};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto assignment = worker.take();
        ASSERT_TRUE(assignment);
        EXPECT_EQ(assignment->job.work, steps[i].first);
        EXPECT_EQ(assignment->job.input.source_url, steps[i].second);
        ASSERT_TRUE(worker.finish(test::completed(*assignment)));
        if (!next[i].empty()) {
            EXPECT_EQ(client.list(next[i]), std::vector<std::string>{kMessage});
        }
    }
    worker.expect_nothing();
    for (const auto* key : {"transcode:jobs", "transcode:healthcheck", "transcode:replace", "transcode:failed",
                            "transcode:jobs:processing:pc-1", "transcode:replace:processing:pc-1"}) {
        EXPECT_EQ(client.list(key).size(), 0U) << key;
    }
}

TEST_F(RedisSourceTest, AWorkerTakesOnlyWhatItsRolesAreFor) {
    RedisServer server;
    test::RedisClient client(server);
    client.call({"RPUSH", "transcode:jobs", kMessage});
    TestWorker checker(make(server, {RedisRole::HealthCheck}));
    checker.expect_nothing();
    EXPECT_EQ(client.list("transcode:jobs").size(), 1U);
}

TEST_F(RedisSourceTest, AFailureIsKeptWithItsReasonAndItsMessage) {
    RedisServer server;
    test::RedisClient client(server);
    TestWorker worker(make(server, {RedisRole::Transcode}));
    client.call({"RPUSH", "transcode:jobs", kMessage});
    const auto assignment = worker.take();
    ASSERT_TRUE(assignment);
    ASSERT_TRUE(worker.finish(test::failed(*assignment, "input file does not exist: /nas/in/film-1.mkv")));
    const auto failures = client.list("transcode:failed");
    ASSERT_EQ(failures.size(), 1U);
    const auto failure = base::parse_json(failures[0], "failure").value();
    EXPECT_EQ(failure["stage"], "transcode:jobs");
    EXPECT_EQ(failure["reason"], "input file does not exist: /nas/in/film-1.mkv");
    EXPECT_EQ(failure["worker"], "pc-1");
    EXPECT_EQ(failure["retry"], "useless");
    EXPECT_EQ(failure["payload"], kMessage);
    EXPECT_TRUE(client.list("transcode:healthcheck").empty());
}

TEST_F(RedisSourceTest, PoisonThatIsNoTextIsKeptAsItsBytes) {
    RedisServer server;
    test::RedisClient client(server);
    TestWorker worker(make(server, {RedisRole::Transcode}));
    client.call({"RPUSH", "transcode:jobs", "\xff\xfe{}"});
    worker.expect_nothing();
    const auto failures = client.list("transcode:failed");
    ASSERT_EQ(failures.size(), 1U);
    const auto failure = base::parse_json(failures[0], "failure").value();
    EXPECT_EQ(failure["payload_base64"], "//57fQ==");
    EXPECT_EQ(failure["reason"], "the message is no UTF-8 text");
    EXPECT_TRUE(client.list("transcode:jobs:processing:pc-1").empty());
}

TEST_F(RedisSourceTest, EachEndIsToldOnTheChannel) {
    RedisServer server;
    test::RedisClient client(server);
    redis::Subscriber listener(server.options(), {timers, [] { return 0.5; }, {}});
    std::vector<std::string> heard;
    bool listens = false;
    listener.on_message = [&](const redis::Subscriber::Message& message) { heard.push_back(message.payload); };
    listener.on_subscribed = [&] { listens = true; };
    listener.subscribe("transcode:events");
    ASSERT_TRUE(wait_for([&] { return listens; }));
    TestWorker worker(make(server, {RedisRole::Replace}));
    client.call({"RPUSH", "transcode:replace", kMessage});
    const auto assignment = worker.take();
    ASSERT_TRUE(assignment);
    ASSERT_TRUE(worker.finish(test::completed(*assignment)));
    ASSERT_TRUE(worker.finish(test::completed(*assignment)));
    client.call({"PUBLISH", "transcode:events", "last"});
    ASSERT_TRUE(wait_for([&] { return !heard.empty() && heard.back() == "last"; }));
    ASSERT_EQ(heard.size(), 2U) << "told once";
    const auto event = base::parse_json(heard[0], "event").value();
    EXPECT_EQ(event["event"], "done");
    EXPECT_EQ(event["role"], "replace");
    EXPECT_EQ(event["worker"], "pc-1");
    EXPECT_EQ(event["payload"], kMessage);
}

TEST_F(RedisSourceTest, IdenticalMessagesAreSeveralJobs) {
    RedisServer server;
    test::RedisClient client(server);
    TestWorker first(make(server, {RedisRole::Transcode}, "pc-1"));
    TestWorker second(make(server, {RedisRole::Transcode}, "pc-2"));
    client.call({"RPUSH", "transcode:jobs", kMessage, kMessage, kMessage});
    for (TestWorker* worker : {&first, &second, &first}) {
        const auto assignment = worker->take();
        ASSERT_TRUE(assignment);
        ASSERT_TRUE(worker->finish(test::completed(*assignment)));
    }
    EXPECT_EQ(client.list("transcode:healthcheck").size(), 3U);
    first.expect_nothing();
}

TEST_F(RedisSourceTest, WorksBesideWorkersThatTakeByBlpop) {
    RedisServer server;
    test::RedisClient client(server);
    TestWorker ours(make(server, {RedisRole::Transcode}));
    ours.expect_nothing(); // and waits, as the other one does
    redis::Connection theirs(server.options(), {timers, [] { return 0.5; }, {}});
    int taken_by_them = 0;
    std::function<void()> pop = [&] {
        theirs.call({"BLPOP", "transcode:jobs", "0"}, base::Duration{60'000},
                    [&](const base::Result<redis::Reply>& reply) {
                        taken_by_them += reply ? 1 : 0;
                        if (reply) {
                            pop();
                        }
                    });
    };
    pop();
    ASSERT_TRUE(wait_for([&] {
        return client.text({"INFO", "clients"}).find("blocked_clients:2") != std::string::npos;
    })) << "both wait";
    int taken_by_us = 0;
    for (int i = 0; i < 20; ++i) {
        client.call({"RPUSH", "transcode:jobs", kMessage});
        const auto answer = ours.ask();
        ASSERT_TRUE(answer);
        if (const auto* assignment = std::get_if<Assignment>(&*answer)) {
            ASSERT_TRUE(ours.finish(test::completed(*assignment)));
            ++taken_by_us;
        }
    }
    EXPECT_TRUE(wait_for([&] { return client.list("transcode:jobs").empty(); }));
    EXPECT_TRUE(wait_for([&] { return taken_by_us + taken_by_them == 20; })) << taken_by_us << " " << taken_by_them;
    EXPECT_GT(taken_by_them, 0) << "a waiting Framehand keeps nothing from them";
}

TEST_F(RedisSourceTest, AServerThatLosesItsMemoryIsToldAgainWhatIsHeld) {
    RedisServer server(RedisServer::Memory::Lost);
    test::RedisClient client(server);
    TestWorker worker(make(server, {RedisRole::Transcode}));
    client.call({"RPUSH", "transcode:jobs", kMessage});
    const auto assignment = worker.take();
    ASSERT_TRUE(assignment);
    server.restart();
    EXPECT_EQ(worker.keep_alive(assignment->lease), LeaseState::Held);
    EXPECT_EQ(client.list("transcode:jobs:processing:pc-1"), std::vector<std::string>{kMessage});
    ASSERT_TRUE(worker.finish(test::completed(*assignment)));
    EXPECT_EQ(client.list("transcode:healthcheck"), std::vector<std::string>{kMessage});
    EXPECT_TRUE(client.list("transcode:jobs:processing:pc-1").empty());
}

TEST_F(RedisSourceTest, ADeadWorkersJobsGoBackInTheirOrder) {
    RedisServer server;
    test::RedisClient client(server);
    client.call({"RPUSH", "transcode:jobs", R"({"n": 3})"});
    client.call({"RPUSH", "transcode:jobs:processing:dead", R"({"n": 1})", R"({"n": 2})"});
    client.call({"SADD", "transcode:workers", "dead"});
    client.call({"RPUSH", "transcode:jobs:processing:living", R"({"n": 9})"});
    client.call({"SADD", "transcode:workers", "living"});
    client.call({"SET", "transcode:alive:living", "1"});
    TestWorker worker(make(server, {RedisRole::HealthCheck}));
    EXPECT_TRUE(wait_for([&] { return client.list("transcode:jobs").size() == 3; }));
    EXPECT_EQ(client.list("transcode:jobs"), (std::vector<std::string>{R"({"n": 1})", R"({"n": 2})", R"({"n": 3})"}));
    EXPECT_EQ(client.list("transcode:jobs:processing:living").size(), 1U);
}

TEST_F(RedisSourceTest, SaysThatTheJobsAreInAStreamWhereListsAreExpected) {
    RedisServer server;
    test::RedisClient client(server);
    client.call({"XADD", "transcode:jobs", "*", "job", kMessage});
    TestWorker worker(make(server, {RedisRole::Transcode}));
    const auto answer = worker.ask();
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message, "the jobs are not in a Redis list; they may be in a stream");
}

TEST_F(RedisSourceTest, RefusesAnOldServerAndNamesItsVersion) {
    QTcpServer old;
    ASSERT_TRUE(old.listen(QHostAddress::LocalHost, 0));
    QObject::connect(&old, &QTcpServer::newConnection, &old, [&] {
        auto* socket = old.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray said = socket->readAll();
            if (said.contains("INFO")) {
                socket->write("$22\r\nredis_version:6.0.16\r\n\r\n");
            }
            // The first beat goes before what was asked for meanwhile.
            for (qsizetype i = 0; i < said.count("EVALSHA"); ++i) {
                socket->write("-ERR unknown command\r\n");
            }
            if (said.contains("PING")) {
                socket->write("+PONG\r\n");
            }
        });
    });
    RedisSourceOptions options;
    options.queue.connection.url = redis::parse_url("redis://127.0.0.1:" + std::to_string(old.serverPort())).value();
    options.queue.worker_id = "pc-1";
    RedisSource source(options, {timers, [] { return 0.5; }, {}}, clock);
    std::optional<base::Status> announced;
    source.announce({}, [&](base::Status status) { announced = std::move(status); });
    ASSERT_TRUE(wait_for([&] { return announced.has_value(); }));
    ASSERT_FALSE(*announced);
    EXPECT_EQ(announced->error().code, base::ErrorCode::Unsupported);
    EXPECT_EQ(announced->error().message, "the Redis server at redis://127.0.0.1:" + std::to_string(old.serverPort()) +
                                              "/0 has the version 6.0.16; 6.2.0 or a later one is needed");
}

TEST_F(RedisSourceTest, TheRightsThatTheDocumentationNamesAreEnough) {
    for (const auto take : {RedisTake::Lists, RedisTake::Streams}) {
        RedisServer server;
        test::RedisClient client(server);
        client.call({"ACL", "SETUSER", "framehand", "on", ">password", "~transcode:*", "&transcode:events", "+@read",
                     "+@write", "+@scripting", "+@transaction", "+@connection", "+publish", "+info"});
        RedisSourceOptions options;
        options.queue.connection = server.options("password");
        options.queue.connection.url.user = "framehand";
        options.queue.connection.client_name = "framehand-pc-1";
        options.queue.worker_id = "pc-1";
        options.queue.roles = {RedisRole::Replace, RedisRole::HealthCheck, RedisRole::Transcode};
        options.take = take;
        options.rules.roots = {"/nas"};
        TestWorker worker(
            std::make_unique<RedisSource>(options, redis::Services{timers, [] { return 0.5; }, {}}, clock));
        worker.expect_nothing();
        for (const auto* message : {"no job", kMessage.c_str()}) {
            client.call(take == RedisTake::Lists ? redis::Command{"RPUSH", "transcode:jobs", message}
                                                 : redis::Command{"XADD", "transcode:jobs", "*", "job", message});
        }
        EXPECT_TRUE(worker.hears_of_work());
        for (int i = 0; i < 3; ++i) {
            const auto assignment = worker.take();
            ASSERT_TRUE(assignment);
            EXPECT_EQ(worker.keep_alive(assignment->lease), LeaseState::Held);
            ASSERT_TRUE(worker.give_back(assignment->lease));
            const auto again = worker.take();
            ASSERT_TRUE(again);
            ASSERT_TRUE(worker.finish(test::completed(*again)));
        }
        worker.expect_nothing();
        EXPECT_EQ(client.list("transcode:failed").size(), 1U);
    }
}

TEST_F(RedisSourceTest, TakesNothingWhileTheWorkerAcceptsNothing) {
    RedisServer server;
    test::RedisClient client(server);
    client.call({"RPUSH", "transcode:jobs", kMessage});
    const auto source = make(server, {RedisRole::Transcode});
    int signs = 0;
    source->on_work = [&] { ++signs; };
    Heartbeat busy;
    busy.accepts_jobs = false;
    std::optional<base::Result<Taken>> answer;
    source->take(busy, [&](base::Result<Taken> taken) { answer = std::move(taken); });
    EXPECT_FALSE(answer) << "from inside the call";
    ASSERT_TRUE(wait_for([&] { return answer.has_value(); }));
    ASSERT_TRUE(*answer);
    EXPECT_TRUE(std::holds_alternative<std::monostate>(**answer));
    EXPECT_EQ(client.list("transcode:jobs").size(), 1U);
    EXPECT_EQ(signs, 0);
}

} // namespace
} // namespace framehand::sources
