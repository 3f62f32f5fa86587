// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_http_client.h"
#include "tests/platform/wait_for.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace framehand::platform {
namespace {

using base::Duration;
using base::ErrorCode;
using test::wait_for;
using testing::HasSubstr;

/// Answers every connection with the same bytes, and keeps what was asked.
class RawServer {
public:
    explicit RawServer(std::string answer) : m_answer(std::move(answer)) {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                asked += socket->readAll().toStdString();
                if (!m_answer.empty() && asked.find("\r\n\r\n") != std::string::npos) {
                    socket->write(m_answer.data(), static_cast<qint64>(m_answer.size()));
                    socket->disconnectFromHost();
                }
            });
        });
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_server.serverPort()); }

    std::string asked;

private:
    QTcpServer m_server;
    std::string m_answer;
};

ports::HttpRequest get(std::string url) {
    ports::HttpRequest request;
    request.method = "GET";
    request.url = std::move(url);
    return request;
}

class QtHttpClientTest : public testing::Test {
protected:
    base::Result<ports::HttpResponse> ask(ports::HttpRequest request) {
        std::optional<base::Result<ports::HttpResponse>> result;
        const auto call = client.send(std::move(request), [&](auto answer) { result = std::move(answer); });
        EXPECT_FALSE(result) << "called from inside send()";
        EXPECT_TRUE(wait_for([&] { return result.has_value(); }));
        return result.value_or(base::fail(ErrorCode::Internal, "no answer in the test's time"));
    }

    QtHttpClient client;
};

TEST_F(QtHttpClientTest, SendsMethodHeadersAndBodyAndReadsTheAnswer) {
    RawServer server("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello");
    ports::HttpRequest request;
    request.method = "PATCH";
    request.url = server.url() + "/api/v1/jobs/a%2Fb";
    request.headers = {{"X-Worker-ID", "pc"}};
    request.body = "{\"a\":1}";
    const auto answer = ask(std::move(request));
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->body, "hello");
    EXPECT_THAT(server.asked, testing::StartsWith("PATCH /api/v1/jobs/a%2Fb HTTP/1.1\r\n"));
    EXPECT_THAT(server.asked, HasSubstr("X-Worker-ID: pc\r\n"));
    EXPECT_THAT(server.asked, HasSubstr("\r\n\r\n{\"a\":1}"));
}

TEST_F(QtHttpClientTest, EveryStatusIsAnAnswer) {
    for (const int status : {301, 400, 401, 404, 409, 429, 500, 503}) {
        RawServer server("HTTP/1.1 " + std::to_string(status) +
                         " X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 2\r\n\r\n{}");
        auto request = get(server.url());
        request.method = "POST";
        request.body = "{}";
        const auto answer = ask(std::move(request));
        ASSERT_TRUE(answer) << status << ": " << answer.error().text();
        EXPECT_EQ(answer->status, status);
        EXPECT_EQ(answer->body, "{}") << status;
    }
}

TEST_F(QtHttpClientTest, NobodyThereIsUnavailable) {
    std::string url;
    {
        const RawServer gone("");
        url = gone.url();
    }
    const auto answer = ask(get(url));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(answer.error().message, HasSubstr(url));
}

TEST_F(QtHttpClientTest, AnAnswerCutShortIsUnavailable) {
    RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf");
    const auto answer = ask(get(server.url()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Unavailable);
}

TEST_F(QtHttpClientTest, ASilentServerIsATimeout) {
    const RawServer server("");
    ports::HttpRequest request = get(server.url());
    request.timeout = Duration{100};
    const auto answer = ask(std::move(request));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Timeout);
}

TEST_F(QtHttpClientTest, AnEndlessAnswerIsRefused) {
    RawServer server("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + std::string(9 * 1024 * 1024, 'x'));
    const auto answer = ask(get(server.url()));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::CorruptData);
}

TEST_F(QtHttpClientTest, OtherSchemesAreRefused) {
    for (const auto* url : {"file:///etc/passwd", "nonsense", "", "ftp://x/"}) {
        const auto answer = ask(get(url));
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidArgument) << url;
    }
}

TEST_F(QtHttpClientTest, ADroppedCallNeverAnswers) {
    RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    bool called = false;
    {
        const auto call = client.send(get(server.url()), [&](const auto&) { called = true; });
    }
    EXPECT_TRUE(ask(get(server.url())));
    EXPECT_FALSE(called);
}

TEST_F(QtHttpClientTest, ACallMayBeDestroyedInItsOwnAnswer) {
    RawServer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    std::unique_ptr<ports::HttpCall> call;
    bool called = false;
    call = client.send(get(server.url()), [&](const auto&) {
        call.reset();
        called = true;
    });
    EXPECT_TRUE(wait_for([&] { return called; }));
}

} // namespace
} // namespace framehand::platform
