// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_probe.h"
#include "core/sources/rabbitmq_topology.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_timers.h"
#include "tests/support/rabbitmq/rabbitmq_server.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace framehand::sources {
namespace {

using test::RabbitMqServer;
using test::wait_for;
using testing::HasSubstr;
using testing::Not;
using Health = SourceFinding::Health;
using Findings = std::vector<SourceFinding>;

constexpr auto kPassword = "tell-nobody-7";

class RabbitMqProbeTest : public testing::Test {
protected:
    static void SetUpTestSuite() { s_server = std::make_unique<RabbitMqServer>(); }

    static void TearDownTestSuite() { s_server.reset(); }

    static std::string text_of(const Findings& findings) {
        std::string text;
        for (const auto& one : findings) {
            text += one.what + ": " + one.sentence + " -> " + one.advice + "\n";
        }
        return text;
    }

    static amqp::Url url() { return *amqp::parse_url(s_server->url()); }

    static Findings probe(amqp::Url to, RabbitMqNames names = {}) {
        platform::QtTimers timers;
        RabbitMqProbe probe(std::move(to), std::move(names), timers, [] { return 0.0; },
                            {"rabbitmq_url", "rabbitmq-password"});
        std::optional<Findings> answer;
        probe.run([&](Findings findings) { answer = std::move(findings); });
        EXPECT_TRUE(wait_for([&] { return answer.has_value(); }));
        const auto found = answer.value_or(Findings{});
        EXPECT_THAT(text_of(found), Not(HasSubstr(kPassword)));
        return found;
    }

    static SourceFinding of(const Findings& findings, const std::string& what) {
        const auto found = std::ranges::find(findings, what, &SourceFinding::what);
        EXPECT_NE(found, findings.end()) << what << " is missing in\n" << text_of(findings);
        return found == findings.end() ? SourceFinding{} : *found;
    }

    static SourceFinding only(const Findings& findings) {
        EXPECT_EQ(findings.size(), 1U) << text_of(findings);
        EXPECT_EQ(findings.front().health, Health::Problem);
        EXPECT_FALSE(findings.front().advice.empty());
        return findings.front();
    }

    static std::unique_ptr<RabbitMqServer> s_server;
};

std::unique_ptr<RabbitMqServer> RabbitMqProbeTest::s_server;

TEST_F(RabbitMqProbeTest, WhatIsMissingIsNotThereYetAndIsNotMade) {
    for (int i = 0; i < 2; ++i) {
        const auto found = probe(url(), {.jobs = "missing_jobs"});
        EXPECT_THAT(of(found, "server").sentence, testing::StartsWith("RabbitMQ 3."));
        EXPECT_EQ(of(found, "rights").sentence, "the user guest may use the virtual host /");
        for (const char* name : {"missing_jobs", "transcoding_results", "progress_logs", "results_logs"}) {
            EXPECT_EQ(of(found, name).health, Health::Ok);
            EXPECT_EQ(of(found, name).sentence, "not there yet: the worker makes it");
        }
        EXPECT_THAT(of(found, "consumer_timeout").sentence, HasSubstr("half an hour"));
        EXPECT_EQ(found.size(), 8U) << text_of(found);
    }
}

TEST_F(RabbitMqProbeTest, CountsTheMessagesAndWhoListens) {
    platform::QtTimers timers;
    amqp::Connection::Options options;
    options.url = url();
    amqp::Connection connection(
        options, timers, [] { return 0.0; }, base::Logger{});
    const RabbitMqNames names{"full_jobs", "full_progress", "full_results", "full_progress_logs", "full_results_logs"};
    RabbitMqTopology topology(connection, names, base::Logger{});
    constexpr amqp::Channel kTwo = 2;
    int published = 0;
    bool listens = false;
    connection.on_lost = [](const base::Error& error) { ADD_FAILURE() << error.text(); };
    connection.on_delivery = [](const amqp::Delivery&) {};
    connection.on_channel_ended = [](const amqp::ChannelEnd&) {};
    connection.on_ready = [&] {
        topology.declare([&](const base::Status& declared) {
            EXPECT_TRUE(declared);
            connection.open_channel(kTwo, [](const base::Status&) {});
            connection.consume(kTwo, "full_results", "somebody",
                               [&](const base::Status& status) { listens = status.has_value(); });
            connection.confirm(kTwo, [&](const base::Status&) {
                for (const char* queue : {"full_jobs", "full_jobs", "full_progress"}) {
                    connection.publish(kTwo, {"", queue, "{}"},
                                       [&](const base::Status& status) { published += status ? 1 : 0; });
                }
            });
        });
    };
    connection.start();
    ASSERT_TRUE(wait_for([&] { return published == 3 && listens; }));
    for (int i = 0; i < 2; ++i) {
        const auto found = probe(url(), names);
        EXPECT_EQ(of(found, "full_jobs").sentence, "2 jobs wait; 0 workers listen") << "and nothing was taken";
        EXPECT_EQ(of(found, "full_progress").sentence, "1 message; nobody takes them");
        EXPECT_EQ(of(found, "full_results").sentence, "empty");
        EXPECT_EQ(of(found, "full_results_logs").sentence, "the exchange is there");
    }
}

TEST_F(RabbitMqProbeTest, TellsAllWaysOfNotComingInApart) {
    auto to = url();
    to.password = base::Secret(kPassword);
    const auto wrong = only(probe(to));
    EXPECT_THAT(wrong.sentence, HasSubstr("refuses the user guest or the password"));
    EXPECT_THAT(wrong.advice, HasSubstr("framehandctl secret set rabbitmq-password"));

    to = url();
    to.vhost = "nowhere";
    EXPECT_THAT(only(probe(to)).sentence, HasSubstr("into the virtual host nowhere"));

    to = url();
    to.transport = amqp::Transport::Tls;
    EXPECT_THAT(only(probe(to)).sentence, HasSubstr("no TLS connection"));

    to = url();
    QTcpServer gone;
    ASSERT_TRUE(gone.listen(QHostAddress::LocalHost));
    to.port = gone.serverPort();
    gone.close();
    EXPECT_THAT(only(probe(to)).sentence, HasSubstr("the connection is refused"));
    to.host = "no-such-host.invalid";
    EXPECT_THAT(only(probe(to)).sentence, HasSubstr("no host of the name no-such-host.invalid"));
}

TEST_F(RabbitMqProbeTest, ABrokerThatSaysNothingHangsAfterTenSecondsAndHoldsUpNobody) {
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    std::string heard;
    QObject::connect(&silent, &QTcpServer::newConnection, &silent, [&] {
        auto* socket = silent.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [&heard, socket] { heard += socket->readAll().toStdString(); });
    });
    auto to = url();
    to.port = silent.serverPort();
    test::FakeClock clock;
    test::FakeTimers fake(clock);
    std::optional<Findings> answer;
    {
        RabbitMqProbe probe(to, {}, fake, [] { return 0.0; }, {"rabbitmq_url", "rabbitmq-password"});
        probe.run([&](Findings findings) { answer = std::move(findings); });
        ASSERT_TRUE(wait_for([&] { return heard.starts_with("AMQP"); }));
        fake.advance(SourceProbe::kPatience);
    }
    ASSERT_TRUE(answer);
    EXPECT_THAT(only(*answer).sentence, HasSubstr("takes connections, but has not answered for 10 s"));
}

TEST_F(RabbitMqProbeTest, AUserWhoMayDoNothingInAVirtualHostIsToldSo) {
    ASSERT_TRUE(s_server->control({"add_user", "stranger", kPassword}));
    auto to = url();
    to.user = "stranger";
    to.password = base::Secret(kPassword);
    const auto found = only(probe(to));
    EXPECT_THAT(found.sentence, HasSubstr("does not let the user stranger into the virtual host /"));
    EXPECT_THAT(found.advice, HasSubstr("rabbitmqctl set_permissions -p / stranger"));
}

} // namespace
} // namespace framehand::sources
