// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/http_server.h"
#include "tests/orchestrator/raw_connection.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace framehand::orchestrator {
namespace {

using base::ErrorCode;
using std::chrono::milliseconds;
using test::RawConnection;

/// A running server that echoes what it was asked, unless a test gives it another handler.
class RunningServer {
public:
    explicit RunningServer(HttpLimits limits = {}, HttpHandler handler = echo) : m_server(limits, base::Logger()) {
        const auto bound = m_server.listen("127.0.0.1", 0);
        if (!bound) {
            throw std::runtime_error(bound.error().text());
        }
        m_port = *bound;
        m_thread = std::thread([this, handler = std::move(handler)] { m_server.run(handler); });
    }

    ~RunningServer() { stop(); }

    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    void stop() {
        m_server.stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    static void echo(const HttpRequest& request, const Respond& respond) {
        respond({200,
                 {{"method", request.method},
                  {"target", request.target},
                  {"length", request.body.size()},
                  {"x", request.header("x-test")}},
                 {}});
    }

private:
    HttpServer m_server;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

TEST(HttpServer, KeepsTheConnectionForTheNextRequest) {
    const RunningServer server;
    RawConnection connection(server.port());
    for (int i = 0; i < 3; ++i) {
        const auto response =
            connection.call("POST", "/a?b=" + std::to_string(i), "{}", "X-TEST: one\r\nx-test: two\r\n");
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 200);
        EXPECT_EQ(response->headers.at("content-type"), "application/json");
        EXPECT_EQ(response->json()["target"], "/a?b=" + std::to_string(i));
        EXPECT_EQ(response->json()["length"], 2);
        EXPECT_EQ(response->json()["x"], "one, two") << "names of headers have no case";
    }
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
    const RunningServer server;
    RawConnection connection(server.port());
    std::string requests;
    for (int i = 0; i < 20; ++i) {
        requests += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    }
    ASSERT_TRUE(connection.send(requests));
    for (int i = 0; i < 20; ++i) {
        const auto response = connection.response();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->json()["target"], "/" + std::to_string(i));
    }
}

TEST(HttpServer, ClosesWhenTheClientAsksForIt) {
    const RunningServer server;
    RawConnection connection(server.port());
    ASSERT_TRUE(connection.call("GET", "/", "", "Connection: close\r\n"));
    EXPECT_TRUE(connection.closed_by_peer());
    RawConnection old(server.port());
    ASSERT_TRUE(old.send("GET / HTTP/1.0\r\n\r\n"));
    ASSERT_TRUE(old.response());
    EXPECT_TRUE(old.closed_by_peer());
}

TEST(HttpServer, AnswersHeadWithoutABody) {
    const RunningServer server;
    RawConnection connection(server.port());
    ASSERT_TRUE(connection.send("HEAD /h HTTP/1.1\r\nHost: x\r\n\r\n"));
    const auto head = connection.head_response();
    ASSERT_TRUE(head);
    EXPECT_GT(std::stoi(head->headers.at("content-length")), 0);
    const auto next = connection.call("GET", "/next");
    ASSERT_TRUE(next) << "nothing but the headers came before";
    EXPECT_EQ(next->json()["target"], "/next");
}

TEST(HttpServer, ReadsChunkedBodies) {
    const RunningServer server;
    RawConnection connection(server.port());
    ASSERT_TRUE(connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
    const auto response = connection.response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->json()["length"], 5);
}

TEST(HttpServer, SaysContinueToAClientThatAsksFirst) {
    const RunningServer server;
    RawConnection connection(server.port());
    ASSERT_TRUE(connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"));
    const auto go_on = connection.head_response();
    ASSERT_TRUE(go_on);
    EXPECT_EQ(go_on->status, 100);
    ASSERT_TRUE(connection.send("{}"));
    const auto response = connection.response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 200);
}

TEST(HttpServer, RefusesWhatIsNoCleanRequest) {
    const RunningServer server;
    const std::string post = "POST / HTTP/1.1\r\nHost: x\r\n";
    for (const auto& bytes : {
             post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
             post + "Content-Length: -1\r\n\r\n",
             post + "Content-Length: 4x\r\n\r\nabcd",
             post + "Content-Length : 4\r\n\r\nabcd",
             post + "A b: c\r\n\r\n",
             post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
             std::string("GET / HTTP/7.3\r\nHost: x\r\n\r\n"),
             std::string("G@T / HTTP/1.1\r\nHost: x\r\n\r\n"),
             std::string("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"),
             std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 not TLS either\r\n\r\n"),
         }) {
        RawConnection connection(server.port());
        ASSERT_TRUE(connection.send(bytes));
        const auto response = connection.response();
        ASSERT_TRUE(response) << bytes;
        EXPECT_EQ(response->status, 400) << bytes;
        EXPECT_EQ(response->json()["error"]["code"], "bad_request");
        EXPECT_TRUE(connection.closed_by_peer()) << "nothing after it may be read as a request";
    }
}

TEST(HttpServer, LimitsHeadersAndAddresses) {
    const RunningServer server;
    for (const auto& bytes : {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
                              "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n"}) {
        RawConnection connection(server.port());
        ASSERT_TRUE(connection.send(bytes));
        const auto response = connection.response();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 431);
        EXPECT_TRUE(connection.closed_by_peer());
    }
}

TEST(HttpServer, LimitsBodies) {
    HttpLimits limits;
    limits.body_bytes = 1000;
    const RunningServer server(limits);
    RawConnection fits(server.port());
    EXPECT_EQ(fits.call("POST", "/", std::string(1000, 'x'))->status, 200);
    RawConnection announced(server.port());
    EXPECT_EQ(announced.call("POST", "/", std::string(1001, 'x'))->status, 413);
    RawConnection chunked(server.port());
    ASSERT_TRUE(chunked.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
    for (int i = 0; i < 3; ++i) {
        chunked.send("1f4\r\n" + std::string(500, 'x') + "\r\n");
    }
    const auto response = chunked.response();
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 413);
}

TEST(HttpServer, CutsOffAClientThatDripsItsHeaders) {
    HttpLimits limits;
    limits.header_timeout = milliseconds{200};
    const RunningServer server(limits);
    RawConnection slow(server.port());
    ASSERT_TRUE(slow.send("GET / HTTP/1.1\r\n"));
    const auto begin = std::chrono::steady_clock::now();
    while (!slow.readable_within(milliseconds{20})) {
        slow.send("a");
        ASSERT_LT(std::chrono::steady_clock::now() - begin, milliseconds{10'000}) << "it was never cut off";
    }
    EXPECT_TRUE(slow.closed_by_peer());
}

TEST(HttpServer, CutsOffAClientThatDripsItsBody) {
    HttpLimits limits;
    limits.body_timeout = milliseconds{200};
    const RunningServer server(limits);
    RawConnection slow(server.port());
    ASSERT_TRUE(slow.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"));
    const auto begin = std::chrono::steady_clock::now();
    while (!slow.readable_within(milliseconds{20})) {
        slow.send("a");
        ASSERT_LT(std::chrono::steady_clock::now() - begin, milliseconds{10'000}) << "it was never cut off";
    }
    EXPECT_TRUE(slow.closed_by_peer());
}

TEST(HttpServer, ClosesIdleConnections) {
    HttpLimits limits;
    limits.idle_timeout = milliseconds{100};
    const RunningServer server(limits);
    RawConnection silent(server.port());
    EXPECT_TRUE(silent.closed_by_peer());
    RawConnection once(server.port());
    ASSERT_TRUE(once.call("GET", "/"));
    EXPECT_TRUE(once.closed_by_peer());
}

TEST(HttpServer, ServesOthersWhileManyAreSlow) {
    const RunningServer server;
    std::vector<std::unique_ptr<RawConnection>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<RawConnection>(server.port()));
        ASSERT_TRUE(slow.back()->send("POST / HTTP/1.1\r\nHost:"));
    }
    RawConnection quick(server.port());
    EXPECT_EQ(quick.call("GET", "/")->status, 200);
}

TEST(HttpServer, TurnsAwayConnectionsBeyondItsLimitAndTakesNewOnesLater) {
    HttpLimits limits;
    limits.max_connections = 4;
    const RunningServer server(limits);
    std::vector<std::unique_ptr<RawConnection>> open;
    for (int i = 0; i < 4; ++i) {
        open.push_back(std::make_unique<RawConnection>(server.port()));
        ASSERT_EQ(open.back()->call("GET", "/")->status, 200);
    }
    {
        RawConnection fifth(server.port());
        const auto response = fifth.response();
        ASSERT_TRUE(response);
        EXPECT_EQ(response->status, 503);
        EXPECT_TRUE(fifth.closed_by_peer());
    }
    EXPECT_EQ(open.front()->call("GET", "/")->status, 200);
    open.pop_back();
    // The server learns of the close in its own time.
    for (int tries = 0;; ++tries) {
        ASSERT_LT(tries, 1000);
        RawConnection next(server.port());
        if (const auto response = next.call("GET", "/"); response && response->status == 200) {
            break;
        }
    }
}

TEST(HttpServer, TakesAnAnswerFromAnotherThreadLater) {
    std::mutex mutex;
    std::vector<std::thread> threads;
    {
        const RunningServer server({}, [&](const HttpRequest& request, const Respond& respond) {
            const std::scoped_lock lock(mutex);
            threads.emplace_back([respond, target = request.target] { respond({200, {{"target", target}}, {}}); });
        });
        RawConnection connection(server.port());
        for (int i = 0; i < 5; ++i) {
            EXPECT_EQ(connection.call("GET", "/" + std::to_string(i))->json()["target"], "/" + std::to_string(i));
        }
    }
    for (auto& thread : threads) {
        thread.join();
    }
}

TEST(HttpServer, AnswersForAHandlerThatTakesTooLongAndIgnoresItsLateAnswer) {
    HttpLimits limits;
    limits.handler_timeout = milliseconds{50};
    std::promise<Respond> promise;
    std::atomic<bool> first{true};
    const RunningServer server(limits, [&](const HttpRequest& request, const Respond& respond) {
        if (first.exchange(false)) {
            promise.set_value(respond);
        } else {
            RunningServer::echo(request, respond);
        }
    });
    RawConnection connection(server.port());
    EXPECT_EQ(connection.call("GET", "/slow")->status, 504);
    promise.get_future().get()({200, {{"target", "late"}}, {}});
    EXPECT_EQ(connection.call("GET", "/next")->json()["target"], "/next");
}

TEST(HttpServer, AnAnswerAfterTheServersEndIsHarmless) {
    std::promise<Respond> promise;
    {
        RunningServer server({}, [&](const HttpRequest&, const Respond& respond) { promise.set_value(respond); });
        RawConnection connection(server.port());
        ASSERT_TRUE(connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        auto respond = promise.get_future();
        respond.wait();
        server.stop();
        promise = {};
        promise.set_value(respond.get());
    }
    promise.get_future().get()({200, {}, {}});
}

TEST(HttpServer, AHandlerThatThrowsCostsOnlyItsRequest) {
    const RunningServer server({}, [](const HttpRequest& request, const Respond& respond) {
        if (request.target == "/throw") {
            throw std::runtime_error("unexpected");
        }
        RunningServer::echo(request, respond);
    });
    RawConnection connection(server.port());
    EXPECT_EQ(connection.call("GET", "/throw")->status, 500);
    EXPECT_EQ(connection.call("GET", "/")->status, 200);
}

TEST(HttpServer, StopsWhileClientsAreConnectedAndAlsoBeforeItRan) {
    auto server = std::make_unique<RunningServer>();
    RawConnection idle(server->port());
    ASSERT_TRUE(idle.call("GET", "/"));
    RawConnection half(server->port());
    ASSERT_TRUE(half.send("POST / HTTP/1.1\r\n"));
    server.reset();
    EXPECT_TRUE(idle.closed_by_peer());

    HttpServer never({}, base::Logger());
    ASSERT_TRUE(never.listen("127.0.0.1", 0));
    never.stop();
    never.run(RunningServer::echo);
}

TEST(HttpServer, SaysWhichPortIsTaken) {
    const RunningServer first;
    HttpServer second({}, base::Logger());
    const auto bound = second.listen("127.0.0.1", first.port());
    ASSERT_FALSE(bound);
    EXPECT_EQ(bound.error().code, ErrorCode::AlreadyExists);
    EXPECT_NE(bound.error().message.find(std::to_string(first.port())), std::string::npos);
}

TEST(HttpServer, RefusesAddressesThatAreNone) {
    HttpServer server({}, base::Logger());
    for (const auto* address : {"", "not an address", "300.1.1.1", "example.org"}) {
        const auto bound = server.listen(address, 0);
        ASSERT_FALSE(bound) << address;
        EXPECT_EQ(bound.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_EQ(server.listen("127.0.0.1", 70'000).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(server.listen("localhost", 0));
}

TEST(HttpServer, TicksWhileItRuns) {
    HttpServer server({}, base::Logger());
    ASSERT_TRUE(server.listen("127.0.0.1", 0));
    int ticks = 0;
    server.every(milliseconds{1}, [&] {
        if (++ticks == 3) {
            server.stop();
        }
    });
    server.run(RunningServer::echo);
    EXPECT_EQ(ticks, 3);
}

} // namespace
} // namespace framehand::orchestrator
