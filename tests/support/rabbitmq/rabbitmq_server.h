// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/loopback_certificate.h"
#include "tests/support/temp_folder.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace framehand::test {

/// A real RabbitMQ broker on free ports of the loopback, with a folder and an Erlang port mapper of its own. It takes
/// some five seconds to start: a test program starts it once.
class RabbitMqServer {
public:
    struct Options {
        /// How long a delivery may stay without acknowledgement; absent: RabbitMQ's half hour.
        std::optional<std::chrono::milliseconds> consumer_timeout{};
        /// Listens with TLS too, at tls_port(), with this certificate.
        const LoopbackCertificate* certificate = nullptr;
    };

    RabbitMqServer() : RabbitMqServer(Options{}) {}

    /// Fails the test if the broker does not come up.
    explicit RabbitMqServer(const Options& options);
    ~RabbitMqServer();
    RabbitMqServer(const RabbitMqServer&) = delete;
    RabbitMqServer& operator=(const RabbitMqServer&) = delete;

    /// "amqp://guest:guest@127.0.0.1:port".
    [[nodiscard]] std::string url() const;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] std::uint16_t tls_port() const { return m_tls_port; }

    /// As an administrator does it: a queue that outlives a restart of the broker.
    void declare_durable_queue(const std::string& name) const;

    /// As its administrator says it to rabbitmqctl: {"add_user", "name", "password"}.
    [[nodiscard]] bool control(const std::vector<std::string>& arguments) const;

    /// As a power cut: what is not durable is lost.
    void kill();
    void start();
    /// It answers no more, but its connections stay open; resume() lets it go on.
    void suspend();
    void resume();

private:
    void signal_all(int number);

    TempFolder m_folder;
    const std::uint16_t m_port;
    const std::uint16_t m_tls_port; ///< 0 without a certificate
    const std::uint16_t m_distribution_port;
    const std::uint16_t m_mapper_port;
    QProcess m_mapper;
    QProcess m_broker; ///< leads a process group of its own
};

} // namespace framehand::test
