// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/transport.h"

#include <QLocalSocket>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

namespace framehand::redis {

using base::ErrorCode;

Transport::Transport(const Url& url, const std::filesystem::path& ca_file, Events events)
    : m_url(url), m_ca_file(ca_file), m_events(std::move(events)) {
}

Transport::~Transport() {
    if (m_device == nullptr) {
        return;
    }
    m_device->disconnect();
    if (m_calling) {
        m_device->deleteLater();
    } else {
        delete m_device;
    }
}

void Transport::open() {
    // A socket may fail from inside of the call that opens it.
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            switch (m_url.transport) {
            case Url::Transport::Tcp:
                open_tcp();
                break;
            case Url::Transport::Tls:
                open_tls();
                break;
            case Url::Transport::Unix:
                open_unix();
                break;
            }
        },
        Qt::QueuedConnection);
}

template <typename Call>
void Transport::tell(Call call) {
    // Whoever hears it may destroy this: nothing of it is touched behind the call.
    m_calling = true;
    const auto alive = m_guard.watch();
    call(Events(m_events));
    if (!alive.expired()) {
        m_calling = false;
    }
}

void Transport::opened() {
    tell([](const Events& events) { events.opened(); });
}

void Transport::received() {
    const QByteArray bytes = m_device->readAll();
    tell([&bytes](const Events& events) {
        events.received(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    });
}

void Transport::close_with(ErrorCode code, const QString& cause) {
    if (std::exchange(m_closed, true)) {
        return;
    }
    auto error = base::fail(code, "the Redis server at " + m_url.text() + " cannot be reached", cause.toStdString());
    tell([&error](const Events& events) { events.closed(std::move(error)); });
}

void Transport::open_tcp() {
    auto* socket = new QTcpSocket;
    m_device = socket;
    QObject::connect(socket, &QTcpSocket::connected, &m_context, [this, socket] {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        opened();
    });
    watch(*socket);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(QString::fromStdString(m_url.host), m_url.port);
}

void Transport::open_tls() {
    if (!QSslSocket::supportsSsl()) {
        close_with(ErrorCode::Unsupported, QStringLiteral("this machine has no TLS library that Qt can use"));
        return;
    }
    auto* socket = new QSslSocket;
    m_device = socket;
    QObject::connect(socket, &QSslSocket::encrypted, &m_context, [this, socket] {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        opened();
    });
    QObject::connect(socket, &QSslSocket::sslErrors, &m_context, [this](const QList<QSslError>& errors) {
        close_with(ErrorCode::PermissionDenied, errors.isEmpty() ? QString() : errors.first().errorString());
    });
    watch(*socket);
    socket->setProxy(QNetworkProxy::NoProxy);
    if (!m_ca_file.empty()) {
        auto configuration = socket->sslConfiguration();
        if (!configuration.addCaCertificates(QString::fromStdString(m_ca_file.string()))) {
            close_with(ErrorCode::PermissionDenied,
                       QStringLiteral("the file of trusted certificates cannot be read: ") +
                           QString::fromStdString(m_ca_file.string()));
            return;
        }
        socket->setSslConfiguration(configuration);
    }
    socket->connectToHostEncrypted(QString::fromStdString(m_url.host), m_url.port);
}

void Transport::open_unix() {
    auto* socket = new QLocalSocket;
    m_device = socket;
    QObject::connect(socket, &QLocalSocket::connected, &m_context, [this] { opened(); });
    QObject::connect(socket, &QLocalSocket::readyRead, &m_context, [this] { received(); });
    QObject::connect(socket, &QLocalSocket::errorOccurred, &m_context,
                     [this, socket] { close_with(ErrorCode::Unavailable, socket->errorString()); });
    QObject::connect(socket, &QLocalSocket::disconnected, &m_context,
                     [this, socket] { close_with(ErrorCode::Unavailable, socket->errorString()); });
    socket->connectToServer(QString::fromStdString(m_url.socket_path));
}

void Transport::watch(QAbstractSocket& socket) {
    QObject::connect(&socket, &QAbstractSocket::readyRead, &m_context, [this] { received(); });
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, &m_context,
                     [this, &socket] { close_with(ErrorCode::Unavailable, socket.errorString()); });
    QObject::connect(&socket, &QAbstractSocket::disconnected, &m_context,
                     [this, &socket] { close_with(ErrorCode::Unavailable, socket.errorString()); });
}

void Transport::write(std::string_view bytes) {
    m_device->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

} // namespace framehand::redis
