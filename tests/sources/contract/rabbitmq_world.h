// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/connection.h"
#include "core/sources/rabbitmq_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/sources/contract/source_world.h"
#include "tests/support/rabbitmq/rabbitmq_server.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::test {

/// The original producer and client around the queues of a real broker. Each world has queues of its own. They are
/// declared as durable ones by an administrator before anybody else comes, which the source has to take as they are.
class RabbitMqWorld final : public SourceWorld {
public:
    explicit RabbitMqWorld(RabbitMqServer& server);
    ~RabbitMqWorld() override;

    std::unique_ptr<sources::JobSource> worker(const std::string& name) override;
    void submit(const std::string& film) override;
    void submit_poison() override;
    bool poison_is_set_aside() override;

    View view(const std::string& film) override { return m_views[film]; }

    void stop_broker() override;
    void start_broker() override;
    void outlive_leases() override;

    /// Any message to the queue of jobs.
    void publish(const std::string& body);
    /// How many jobs wait, those in the hands of workers not counted.
    std::uint32_t messages();

    /// What the client was told of all jobs, in its order.
    [[nodiscard]] const std::vector<std::string>& told() const { return m_told; }

    /// What of it is about this film, a line each.
    [[nodiscard]] std::string told_of(const std::string& film) const;

    /// How many channels of workers the broker has closed.
    [[nodiscard]] int closed_channels() const { return m_complaints->closed_channels; }

private:
    /// Notes what the source sets aside.
    class Complaints final : public base::LogSink {
    public:
        void write(const base::LogRecord& record) override;
        std::set<std::string> texts;
        int closed_channels = 0;
    };

    void connect();
    void watch();
    void note(const amqp::Delivery& delivery);

    RabbitMqServer& m_server;
    sources::RabbitMqNames m_names;
    std::shared_ptr<Complaints> m_complaints = std::make_shared<Complaints>();
    std::map<std::string, View> m_views;
    std::map<std::string, int> m_submitted; ///< how often
    std::vector<std::string> m_told;
    bool m_watching = false;
    platform::QtTimers m_timers;
    base::SystemClock m_clock;
    std::optional<amqp::Connection> m_client;
};

/// One broker for all tests of the program: it takes some seconds to start.
[[nodiscard]] RabbitMqServer& shared_rabbitmq();

} // namespace framehand::test
