// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/qt_http_client.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

#include <optional>
#include <utility>

namespace framehand::platform {

namespace {

constexpr qint64 kMaxBody = 8 * 1024 * 1024;

class QtHttpCall final : public ports::HttpCall {
public:
    using Done = std::function<void(base::Result<ports::HttpResponse>)>;

    /// `reply` is null for a request that cannot be sent; `done` then gets `refused`.
    QtHttpCall(QNetworkReply* reply, ports::HttpRequest request, base::Error refused, Done done)
        : m_reply(reply), m_request(std::move(request)), m_done(std::move(done)) {
        if (m_reply == nullptr) {
            m_error = std::move(refused);
            QTimer::singleShot(0, &m_context, [this] { finish(); });
            return;
        }
        QObject::connect(m_reply, &QNetworkReply::readyRead, &m_context, [this] { read(); });
        QObject::connect(m_reply, &QNetworkReply::finished, &m_context, [this] { finish(); });
        m_deadline.setSingleShot(true);
        QObject::connect(&m_deadline, &QTimer::timeout, &m_context, [this] {
            stop(base::fail(base::ErrorCode::Timeout,
                            where() + " did not answer within " + std::to_string(m_request.timeout.count()) + " ms"));
        });
        m_deadline.start(m_request.timeout);
    }

    ~QtHttpCall() override { drop_reply(); }

    QtHttpCall(const QtHttpCall&) = delete;
    QtHttpCall& operator=(const QtHttpCall&) = delete;

private:
    [[nodiscard]] std::string where() const { return m_request.method + " " + m_request.url; }

    void drop_reply() {
        if (m_reply != nullptr) {
            m_reply->disconnect(&m_context);
            m_reply->abort();
            m_reply->deleteLater();
            m_reply = nullptr;
        }
    }

    void read() {
        m_body.append(m_reply->readAll());
        if (m_body.size() > kMaxBody) {
            stop(base::fail(base::ErrorCode::CorruptData, "the answer to " + where() + " is larger than 8 MiB"));
        }
    }

    void stop(base::Error error) {
        m_error = std::move(error);
        drop_reply();
        finish();
    }

    void finish() {
        m_deadline.stop();
        base::Result<ports::HttpResponse> result = outcome();
        drop_reply();
        const auto done = std::move(m_done); // may destroy this call
        done(std::move(result));
    }

    [[nodiscard]] base::Result<ports::HttpResponse> outcome() {
        if (m_error) {
            return *m_error;
        }
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        const auto code = m_reply->error();
        // Below 200 Qt counts transport failures, which may come after the status line: such an answer is not whole.
        const bool transport_failed = code != QNetworkReply::NoError && code < QNetworkReply::ContentAccessDenied;
        if (!status.isValid() || transport_failed) {
            const auto kind =
                code == QNetworkReply::TimeoutError ? base::ErrorCode::Timeout : base::ErrorCode::Unavailable;
            return base::fail(kind, where() + " got no answer", m_reply->errorString().toStdString());
        }
        m_body.append(m_reply->readAll());
        return ports::HttpResponse{status.toInt(), m_body.toStdString()};
    }

    QObject m_context;
    QNetworkReply* m_reply; ///< deleted later, as Qt demands for a reply that may be in the middle of a signal
    ports::HttpRequest m_request;
    Done m_done;
    QTimer m_deadline;
    QByteArray m_body;
    std::optional<base::Error> m_error;
};

} // namespace

QtHttpClient::QtHttpClient() : m_manager(std::make_unique<QNetworkAccessManager>()) {
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QtHttpClient::~QtHttpClient() = default;

std::unique_ptr<ports::HttpCall> QtHttpClient::send(ports::HttpRequest request,
                                                    std::function<void(base::Result<ports::HttpResponse>)> done) {
    const QUrl url(QString::fromStdString(request.url), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
        auto refused = base::fail(base::ErrorCode::InvalidArgument, "not an http or https address: " + request.url);
        return std::make_unique<QtHttpCall>(nullptr, std::move(request), std::move(refused), std::move(done));
    }
    QNetworkRequest out(url);
    for (const auto& [name, value] : request.headers) {
        out.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    }
    QNetworkReply* reply = m_manager->sendCustomRequest(out, QByteArray::fromStdString(request.method),
                                                        QByteArray::fromStdString(request.body));
    return std::make_unique<QtHttpCall>(reply, std::move(request), base::Error{}, std::move(done));
}

} // namespace framehand::platform
