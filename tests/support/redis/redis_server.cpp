// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_server.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>

#include <csignal>
#include <utility>

namespace framehand::test {

namespace {

constexpr int kPatience = 30'000;
constexpr int kMostTries = 5;

std::uint16_t free_port() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

/// It answers, be it that a password is missing.
bool answers(std::uint16_t port) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(kPatience)) {
        return false;
    }
    socket.write("PING\r\n");
    return socket.waitForReadyRead(kPatience);
}

} // namespace

RedisServer::RedisServer(Memory memory, std::vector<std::string> arguments)
    : m_memory(memory), m_arguments(std::move(arguments)) {
    for (int i = 0; i < kMostTries; ++i) {
        m_port = free_port(); // somebody else may have it by now
        if (try_start()) {
            return;
        }
    }
    ADD_FAILURE() << "redis-server does not start";
}

RedisServer::~RedisServer() {
    kill();
}

bool RedisServer::try_start() {
    QStringList arguments{
        QStringLiteral("--bind"),
        QStringLiteral("127.0.0.1"),
        QStringLiteral("--port"),
        QString::number(m_port),
        QStringLiteral("--dir"),
        QString::fromStdString(m_folder.path().string()),
        QStringLiteral("--save"),
        QString(),
        QStringLiteral("--appendonly"),
        m_memory == Memory::Kept ? QStringLiteral("yes") : QStringLiteral("no"),
        QStringLiteral("--appendfsync"),
        QStringLiteral("no"),
        QStringLiteral("--protected-mode"),
        QStringLiteral("no"),
    };
    for (const std::string& argument : m_arguments) {
        arguments << QString::fromStdString(argument);
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(QStringLiteral("redis-server"), arguments);
    QByteArray output;
    QDeadlineTimer deadline(kPatience);
    while (!output.contains("Ready to accept connections")) {
        if (deadline.hasExpired() || !m_process->waitForReadyRead(kPatience)) {
            return false;
        }
        output += m_process->readAll();
    }
    return answers(m_port);
}

void RedisServer::start() {
    ASSERT_TRUE(try_start()) << "redis-server does not start again on port " << m_port;
}

void RedisServer::kill() {
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished(kPatience);
    }
    m_process.reset();
}

void RedisServer::freeze() {
    ::kill(static_cast<pid_t>(m_process->processId()), SIGSTOP);
}

void RedisServer::thaw() {
    ::kill(static_cast<pid_t>(m_process->processId()), SIGCONT);
}

std::string RedisServer::url(const std::string& password, int database) const {
    const std::string who = password.empty() ? "" : ":" + password + "@";
    return "redis://" + who + "127.0.0.1:" + std::to_string(m_port) + "/" + std::to_string(database);
}

redis::Options RedisServer::options(const std::string& password) const {
    redis::Options options;
    options.url = redis::parse_url(url(password)).value();
    options.first_retry = base::Duration{100};
    options.last_retry = base::Duration{200};
    return options;
}

} // namespace framehand::test
