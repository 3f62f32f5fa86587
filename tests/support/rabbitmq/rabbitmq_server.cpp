// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rabbitmq/rabbitmq_server.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QProcessEnvironment>
#include <QTcpServer>
#include <gtest/gtest.h>

#include <amqp.h>
#include <amqp_tcp_socket.h>
#include <csignal>
#include <unistd.h>

namespace framehand::test {

namespace {

constexpr int kStartMs = 180'000; // five seconds on a machine that does nothing else
const QString kLoopback = QStringLiteral("127.0.0.1");

std::uint16_t free_port() {
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
    return server.serverPort();
}

/// A connection on which nothing was done yet; null if the broker is not up.
amqp_connection_state_t log_in(std::uint16_t port) {
    auto* connection = amqp_new_connection();
    const timeval patience{20, 0};
    amqp_set_handshake_timeout(connection, &patience);
    auto* socket = amqp_tcp_socket_new(connection);
    if (amqp_socket_open(socket, "127.0.0.1", port) == AMQP_STATUS_OK &&
        amqp_login(connection, "/", 0, AMQP_DEFAULT_FRAME_SIZE, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest")
                .reply_type == AMQP_RESPONSE_NORMAL) {
        return connection;
    }
    amqp_destroy_connection(connection);
    return nullptr;
}

void log_out(amqp_connection_state_t connection) {
    amqp_connection_close(connection, AMQP_REPLY_SUCCESS);
    amqp_destroy_connection(connection);
}

/// It listens some time before it can do anything.
bool answers(std::uint16_t port) {
    auto* connection = log_in(port);
    if (connection == nullptr) {
        return false;
    }
    log_out(connection);
    return true;
}

} // namespace

RabbitMqServer::RabbitMqServer(const Options& options)
    : m_port(free_port()), m_tls_port(options.certificate != nullptr ? free_port() : std::uint16_t{0}),
      m_distribution_port(free_port()), m_mapper_port(free_port()) {
    std::string config =
        "listeners.tcp.1 = 127.0.0.1:" + std::to_string(m_port) + "\nlog.console = true\nlog.file = false\n";
    if (options.consumer_timeout) {
        config += "consumer_timeout = " + std::to_string(options.consumer_timeout->count()) + "\n";
    }
    if (options.certificate != nullptr) {
        config += "listeners.ssl.1 = 127.0.0.1:" + std::to_string(m_tls_port) +
                  "\nssl_options.certfile = " + options.certificate->certificate() +
                  "\nssl_options.keyfile = " + options.certificate->key() + "\nssl_options.verify = verify_none\n";
    }
    m_folder.write("rabbitmq.conf", config);
    // How often a channel looks whether a delivery was held for too long.
    m_folder.write("advanced.config", "[{rabbit, [{channel_tick_interval, 1000}]}].\n");
    m_mapper.start(QStringLiteral("epmd"),
                   {QStringLiteral("-port"), QString::number(m_mapper_port), QStringLiteral("-address"), kLoopback});
    EXPECT_TRUE(m_mapper.waitForStarted());
    start();
}

RabbitMqServer::~RabbitMqServer() {
    resume();
    kill();
    m_mapper.kill();
    m_mapper.waitForFinished();
}

std::string RabbitMqServer::url() const {
    return "amqp://guest:guest@127.0.0.1:" + std::to_string(m_port);
}

void RabbitMqServer::declare_durable_queue(const std::string& name) const {
    auto* connection = log_in(m_port);
    ASSERT_NE(connection, nullptr);
    amqp_channel_open(connection, 1);
    amqp_queue_declare(connection, 1, amqp_cstring_bytes(name.c_str()), 0, 1, 0, 0, amqp_empty_table);
    EXPECT_EQ(amqp_get_rpc_reply(connection).reply_type, AMQP_RESPONSE_NORMAL) << name;
    log_out(connection);
}

bool RabbitMqServer::control(const std::vector<std::string>& arguments) const {
    QProcess program;
    program.setProcessEnvironment(m_broker.processEnvironment());
    program.setProcessChannelMode(QProcess::MergedChannels);
    QStringList list;
    for (const auto& argument : arguments) {
        list.append(QString::fromStdString(argument));
    }
    program.start(QStringLiteral("/usr/lib/rabbitmq/bin/rabbitmqctl"), list);
    const bool good = program.waitForFinished(kStartMs) && program.exitCode() == 0;
    EXPECT_TRUE(good) << program.readAll().toStdString();
    return good;
}

void RabbitMqServer::start() {
    const auto folder = QString::fromStdString(m_folder.path().string());
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto set = [&](const char* name, const QString& value) { environment.insert(QLatin1String(name), value); };
    set("HOME", folder);
    set("ERL_EPMD_PORT", QString::number(m_mapper_port));
    set("ERL_EPMD_ADDRESS", kLoopback);
    set("RABBITMQ_NODENAME", QStringLiteral("test-%1@localhost").arg(m_port));
    set("RABBITMQ_DIST_PORT", QString::number(m_distribution_port));
    set("RABBITMQ_MNESIA_BASE", folder + QStringLiteral("/mnesia"));
    set("RABBITMQ_LOG_BASE", folder + QStringLiteral("/log"));
    set("RABBITMQ_CONFIG_FILE", folder + QStringLiteral("/rabbitmq.conf"));
    set("RABBITMQ_ADVANCED_CONFIG_FILE", folder + QStringLiteral("/advanced.config"));
    set("RABBITMQ_ENABLED_PLUGINS_FILE", folder + QStringLiteral("/plugins"));
    set("RABBITMQ_CONF_ENV_FILE", QStringLiteral("/dev/null"));
    // One scheduler that does not spin: the tests share the machine.
    set("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
        QStringLiteral("-kernel inet_dist_use_interface {127,0,0,1} +S 1:1 +sbwt none"));
    m_broker.setProcessEnvironment(environment);
    m_broker.setProcessChannelMode(QProcess::MergedChannels);
    m_broker.setStandardInputFile(QProcess::nullDevice());
    m_broker.setWorkingDirectory(folder); // where a crash would leave its dump
    m_broker.setChildProcessModifier([] { setpgid(0, 0); });
    m_broker.start(QStringLiteral("/usr/lib/rabbitmq/bin/rabbitmq-server"), {});
    ASSERT_TRUE(m_broker.waitForStarted()) << m_broker.errorString().toStdString();
    QDeadlineTimer deadline(kStartMs);
    while (!answers(m_port)) {
        ASSERT_FALSE(deadline.hasExpired()) << m_broker.readAll().toStdString();
        ASSERT_EQ(m_broker.state(), QProcess::Running) << m_broker.readAll().toStdString();
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
        m_broker.waitForReadyRead(100);
    }
}

void RabbitMqServer::signal_all(int number) {
    if (m_broker.state() != QProcess::NotRunning) {
        ::kill(-static_cast<pid_t>(m_broker.processId()), number);
    }
}

void RabbitMqServer::kill() {
    signal_all(SIGKILL);
    m_broker.waitForFinished();
}

void RabbitMqServer::suspend() {
    signal_all(SIGSTOP);
}

void RabbitMqServer::resume() {
    signal_all(SIGCONT);
}

} // namespace framehand::test
