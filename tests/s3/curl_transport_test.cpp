// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/cancellable_waiter.h"
#include "core/s3/curl_transport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>

#include <future>
#include <thread>

namespace framehand::s3 {
namespace {

using base::ErrorCode;

/// Answers one connection with fixed bytes for each request in turn, from a thread of its own; remembers the requests.
class OneConnection {
public:
    explicit OneConnection(std::vector<std::string> answers) {
        std::promise<int> listening;
        auto port = listening.get_future();
        m_thread = std::thread([this, answers = std::move(answers), &listening] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost);
            listening.set_value(server.serverPort());
            if (!server.waitForNewConnection(kPatience)) {
                return;
            }
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            for (const std::string& answer : answers) {
                QByteArray request;
                while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(kPatience)) {
                    request += socket->readAll();
                }
                requests.push_back(request.toStdString());
                socket->write(answer.data(), static_cast<qint64>(answer.size()));
                socket->waitForBytesWritten(kPatience);
            }
        });
        url = "http://127.0.0.1:" + std::to_string(port.get());
    }

    ~OneConnection() { end(); }

    void end() {
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    std::string url;
    std::vector<std::string> requests; ///< after end()

private:
    static constexpr int kPatience = 60'000;
    std::thread m_thread;
};

HttpRequest get(const std::string& url) {
    HttpRequest request;
    request.method = "GET";
    request.url = url;
    return request;
}

TEST(CurlTransport, GivesStatusHeadersAndBody) {
    OneConnection server({"HTTP/1.1 206 Partial\r\nETag: \"x\"\r\nContent-Length: 3\r\n\r\nabc",
                          "HTTP/1.1 404 Not\r\nContent-Length: 0\r\n\r\n"});
    CurlTransport transport;
    HttpRequest request = get(server.url + "/a%20b?c=");
    request.headers = {{"Range", "bytes=0-2"}};
    const auto answer = transport.send(request, "it cannot be read", {});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->status, 206);
    EXPECT_EQ(answer->header("etag"), "\"x\"");
    EXPECT_EQ(answer->body, "abc");
    EXPECT_EQ(transport.send(get(server.url + "/"), "it cannot be read", {})->status, 404);
    server.end();
    ASSERT_EQ(server.requests.size(), 2U); // on one connection
    EXPECT_TRUE(server.requests[0].starts_with("GET /a%20b?c= HTTP/1.1\r\n")) << server.requests[0];
    EXPECT_NE(server.requests[0].find("Range: bytes=0-2\r\n"), std::string::npos);
}

TEST(CurlTransport, EndsATransferAtOnceWhenCancelled) {
    QTcpServer deaf; // takes connections and says nothing
    ASSERT_TRUE(deaf.listen(QHostAddress::LocalHost));
    base::CancelSource stop;
    CurlTransport transport;
    auto answer = std::async(std::launch::async, [&] {
        return transport.send(get("http://127.0.0.1:" + std::to_string(deaf.serverPort()) + "/"), "it", stop.token());
    });
    ASSERT_TRUE(deaf.waitForNewConnection(60'000));
    stop.cancel();
    EXPECT_EQ(answer.get().error().code, ErrorCode::Cancelled);
}

TEST(CurlTransport, TellsAConnectionThatIsRefusedFromOneThatStalls) {
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const std::string url = "http://127.0.0.1:" + std::to_string(closed.serverPort()) + "/secret?word";
    CurlTransport transport({base::Duration{5000}, base::Duration{1000}});
    EXPECT_EQ(transport.send(get(url), "it", {}).error().code, ErrorCode::Timeout);
    closed.close();
    const auto refused = transport.send(get(url), "it cannot be read", {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(refused.error().message, "it cannot be read");
    EXPECT_EQ(refused.error().text().find("word"), std::string::npos);
}

TEST(CurlTransport, TakesNoMoreThanItWasAllowed) {
    OneConnection server({"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde"});
    HttpRequest request = get(server.url + "/");
    request.most_bytes = 4;
    EXPECT_EQ(CurlTransport().send(request, "it", {}).error().code, ErrorCode::CorruptData);
}

TEST(CurlTransport, TakesAnAnswerThatBreaksOffForNone) {
    OneConnection server({"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc"});
    EXPECT_EQ(CurlTransport().send(get(server.url + "/"), "it", {}).error().code, ErrorCode::Unavailable);
}

TEST(CurlTransport, FollowsRedirectsOnlyWhereAskedAndOnlyToHttp) {
    OneConnection plain({"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"});
    EXPECT_EQ(CurlTransport().send(get(plain.url + "/"), "it", {})->status, 302);

    OneConnection moved({"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n",
                         "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"});
    HttpRequest request = get(moved.url + "/");
    request.redirects = Redirects::FollowHttp;
    const auto answer = CurlTransport().send(request, "it", {});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->body, "ok");

    OneConnection local({"HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n"});
    request.url = local.url + "/";
    EXPECT_FALSE(CurlTransport().send(request, "it", {}));
}

TEST(CancellableWaiter, WaitsAndIsWokenByACancel) {
    CancellableWaiter waiter;
    EXPECT_TRUE(waiter.wait(base::Duration{1}, {}));
    base::CancelSource stop;
    auto waited = std::async(std::launch::async, [&] { return waiter.wait(std::chrono::hours(24), stop.token()); });
    stop.cancel();
    EXPECT_EQ(waited.get().error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace framehand::s3
