// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/server_reach.h"

#include "core/base/text.h"

#include <QNetworkProxy>
#include <QObject>
#include <QTcpSocket>

#include <utility>

namespace framehand::sources {

namespace {

SourceFinding problem(const ProbedServer& server, std::string sentence, std::string advice) {
    return {"server", SourceFinding::Health::Problem, std::move(sentence), std::move(advice), server.names.url_setting};
}

std::string patience() {
    return base::humanize_duration(SourceProbe::kPatience);
}

} // namespace

struct ServerReach::Socket {
    QTcpSocket tcp;
    QObject context; ///< of the calls from the socket: the first to go
};

ServerReach::ServerReach(ProbedServer server, std::function<void(std::optional<SourceFinding>)> done)
    : m_server(std::move(server)), m_done(std::move(done)), m_socket(std::make_unique<Socket>()) {
    // Never from inside of a call of the socket's, which may be destroyed then.
    QObject::connect(
        &m_socket->tcp, &QTcpSocket::connected, &m_socket->context, [this] { end(std::nullopt); },
        Qt::QueuedConnection);
    QObject::connect(
        &m_socket->tcp, &QTcpSocket::errorOccurred, &m_socket->context, [this] { end(failure()); },
        Qt::QueuedConnection);
    m_socket->tcp.setProxy(QNetworkProxy::NoProxy);
    m_socket->tcp.connectToHost(QString::fromStdString(m_server.host), m_server.port);
}

ServerReach::~ServerReach() = default;

void ServerReach::end(std::optional<SourceFinding> finding) {
    if (const auto done = std::exchange(m_done, {})) {
        done(std::move(finding));
    }
}

SourceFinding ServerReach::failure() const {
    const std::string port = std::to_string(m_server.port);
    switch (m_socket->tcp.error()) {
    case QAbstractSocket::HostNotFoundError:
        return problem(m_server, "there is no host of the name " + m_server.host,
                       "correct the name in " + m_server.names.url_setting + ", or give the address of the machine");
    case QAbstractSocket::ConnectionRefusedError:
        return problem(m_server, "nobody listens at " + m_server.shown + ": the connection is refused",
                       "start the " + m_server.kind + " there, and see that it listens on port " + port +
                           " for other machines; or correct " + m_server.names.url_setting);
    default:
        return problem(m_server, m_server.shown + " cannot be reached: " + m_socket->tcp.errorString().toStdString(),
                       "see whether the machine is on and a network leads there");
    }
}

SourceFinding no_connection_in_time(const ProbedServer& server) {
    return problem(server, "no connection to " + server.shown + " came about in " + patience(),
                   "see whether the machine is on, and whether a firewall drops what comes to port " +
                       std::to_string(server.port));
}

SourceFinding no_answer_in_time(const ProbedServer& server) {
    return problem(server, server.shown + " takes connections, but has not answered for " + patience(),
                   "see whether the " + server.kind + " hangs, or something else listens there");
}

SourceFinding no_tls(const ProbedServer& server, const std::string& words) {
    return problem(
        server, "no TLS connection to " + server.shown + " comes about: " + words,
        "see that the server speaks TLS on this port and that its certificate is for this name and trusted by "
        "this machine; a server without TLS has an address without the s");
}

SourceFinding no_tls_in_time(const ProbedServer& server) {
    return no_tls(server, "it takes connections, but has not answered for " + patience());
}

SourceFinding no_such_server(const ProbedServer& server, const std::string& words) {
    return problem(server, "what listens at " + server.shown + " does not speak as a " + server.kind + ": " + words,
                   "correct " + server.names.url_setting + "; a server that wants TLS has an address with an s: " +
                       (server.shown.starts_with("amqp") ? "amqps://" : "rediss://"));
}

SourceFinding connection_fell(const ProbedServer& server, const std::string& words) {
    return problem(server, "the connection to " + server.shown + " was lost: " + words,
                   "see the log of the " + server.kind + ", then try again");
}

} // namespace framehand::sources
