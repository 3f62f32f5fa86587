// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/connection.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/support/rabbitmq/rabbitmq_server.h"

#include <QElapsedTimer>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace framehand::amqp {
namespace {

using namespace std::chrono_literals;
using test::RabbitMqServer;
using test::wait_for;

constexpr Channel kOne = 1;
constexpr Channel kTwo = 2;

/// An owner of a connection that notes what it is told.
class Owner {
public:
    explicit Owner(const std::string& url, base::Duration heartbeat = 20s) {
        Connection::Options options;
        options.url = *parse_url(url);
        options.name = "test";
        options.heartbeat = heartbeat;
        options.patience = 3s;
        m_connection.emplace(
            std::move(options), m_timers, [] { return 0.0; }, base::Logger{});
        m_connection->on_ready = [this] { ++readies; };
        m_connection->on_lost = [this](const base::Error& error) { losses.push_back(error); };
        m_connection->on_delivery = [this](Delivery delivery) { deliveries.push_back(std::move(delivery)); };
        m_connection->on_channel_ended = [this](const ChannelEnd& end) { ends.push_back(end); };
        m_connection->start();
    }

    Connection& operator*() { return *m_connection; }

    Connection* operator->() { return &*m_connection; }

    void forget() { m_connection.reset(); }

    [[nodiscard]] bool comes(int times = 1) {
        return wait_for([&] { return readies >= times; });
    }

    /// Calls with a callback and waits for its answer.
    template <typename Value, typename Call>
    base::Result<Value> ask(Call call) {
        std::optional<base::Result<Value>> answer;
        call([&](base::Result<Value> value) { answer = std::move(value); });
        EXPECT_TRUE(wait_for([&] { return answer.has_value(); }));
        return answer ? *answer : base::fail(base::ErrorCode::Timeout, "no answer");
    }

    base::Status open(Channel channel) {
        return ask<void>([&](auto done) { m_connection->open_channel(channel, done); });
    }

    base::Result<QueueFacts> declare(Channel channel, const std::string& name, Declaration kind = Declaration::Plain) {
        return ask<QueueFacts>([&](auto done) { m_connection->declare_queue(channel, name, kind, done); });
    }

    base::Status publish(Channel channel, Publication publication) {
        return ask<void>([&](auto done) { m_connection->publish(channel, publication, done); });
    }

    base::Status consume(Channel channel, const std::string& queue) {
        const auto limited = ask<void>([&](auto done) { m_connection->prefetch(channel, 1, done); });
        return limited ? ask<void>([&](auto done) { m_connection->consume(channel, queue, "consumer", done); })
                       : limited;
    }

    void ready_to_publish() {
        ASSERT_TRUE(comes());
        ASSERT_TRUE(open(kOne));
        ASSERT_TRUE(ask<void>([&](auto done) { m_connection->confirm(kOne, done); }));
    }

    int readies = 0;
    std::vector<base::Error> losses;
    std::vector<Delivery> deliveries;
    std::vector<ChannelEnd> ends;

private:
    platform::QtTimers m_timers;
    std::optional<Connection> m_connection;
};

class AmqpConnection : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_certificate = std::make_unique<test::LoopbackCertificate>();
        s_server = std::make_unique<RabbitMqServer>(RabbitMqServer::Options{3s, s_certificate.get()});
    }

    static void TearDownTestSuite() {
        s_server.reset();
        s_certificate.reset();
    }

    static std::unique_ptr<test::LoopbackCertificate> s_certificate;
    static std::unique_ptr<RabbitMqServer> s_server;
};

std::unique_ptr<test::LoopbackCertificate> AmqpConnection::s_certificate;
std::unique_ptr<RabbitMqServer> AmqpConnection::s_server;

TEST_F(AmqpConnection, CarriesAMessageFromConfirmToAcknowledgement) {
    Owner owner(s_server->url());
    owner.ready_to_publish();
    EXPECT_EQ(owner->server()->product, "RabbitMQ");
    ASSERT_TRUE(owner.declare(kOne, "carried"));
    const std::string large(300'000, 'x'); // more than one frame
    ASSERT_TRUE(owner.publish(kOne, {"", "carried", "{\"first\":1}", Keeping::InMemory}));
    ASSERT_TRUE(owner.publish(kOne, {"", "carried", large, Keeping::InMemory}));
    EXPECT_EQ(owner.declare(kOne, "carried", Declaration::Passive)->messages, 2U);

    ASSERT_TRUE(owner.open(kTwo));
    ASSERT_TRUE(owner.consume(kTwo, "carried"));
    ASSERT_TRUE(wait_for([&] { return !owner.deliveries.empty(); }));
    EXPECT_EQ(owner.deliveries[0].body, "{\"first\":1}");
    EXPECT_FALSE(owner.deliveries[0].redelivered);
    owner->settle(owner.deliveries[0].id, Settlement::Ack);
    ASSERT_TRUE(wait_for([&] { return owner.deliveries.size() == 2; }));
    EXPECT_EQ(owner.deliveries[1].body, large);

    owner->settle(owner.deliveries[1].id, Settlement::Requeue);
    ASSERT_TRUE(wait_for([&] { return owner.deliveries.size() == 3; }));
    EXPECT_TRUE(owner.deliveries[2].redelivered);
    owner->settle(owner.deliveries[2].id, Settlement::Ack);
    ASSERT_TRUE(owner.ask<void>([&](auto done) { owner->prefetch(kTwo, 1, done); }));
    const auto left = owner.declare(kOne, "carried", Declaration::Passive);
    EXPECT_EQ(left->messages, 0U);
    EXPECT_EQ(left->consumers, 1U);
}

TEST_F(AmqpConnection, AMessageThatIsTooLargeComesWithoutItsBody) {
    Owner owner(s_server->url());
    owner.ready_to_publish();
    ASSERT_TRUE(owner.declare(kOne, "large"));
    ASSERT_TRUE(owner.publish(kOne, {"", "large", std::string(kMaxBody + 1, 'x'), Keeping::InMemory}));
    ASSERT_TRUE(owner.consume(kOne, "large"));
    ASSERT_TRUE(wait_for([&] { return !owner.deliveries.empty(); }));
    EXPECT_EQ(owner.deliveries[0].size, kMaxBody + 1);
    EXPECT_TRUE(owner.deliveries[0].body.empty());
    owner->settle(owner.deliveries[0].id, Settlement::Ack);
}

TEST_F(AmqpConnection, TellsThatTheBrokerClosedAChannelAndOpensItAgain) {
    Owner owner(s_server->url());
    ASSERT_TRUE(owner.comes());
    ASSERT_TRUE(owner.open(kOne));
    ASSERT_TRUE(owner.declare(kOne, "topics-are-no-queues"));
    const auto missing = owner.declare(kOne, "nowhere", Declaration::Passive);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, base::ErrorCode::NotFound);
    ASSERT_TRUE(wait_for([&] { return !owner.ends.empty(); }));
    EXPECT_EQ(owner.ends[0].code, 404);
    EXPECT_EQ(owner.declare(kOne, "nowhere").error().code, base::ErrorCode::NotFound); // the channel is closed

    ASSERT_TRUE(owner.open(kOne));
    ASSERT_TRUE(owner.ask<void>([&](auto done) { owner->declare_exchange(kOne, "there", Declaration::Plain, done); }));
    const auto refused =
        owner.ask<void>([&](auto done) { owner->declare_exchange(kOne, "amq.direct", Declaration::Plain, done); });
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().code == base::ErrorCode::AlreadyExists ||
                refused.error().code == base::ErrorCode::PermissionDenied)
        << refused.error().text();
    EXPECT_TRUE(owner.losses.empty());
}

TEST_F(AmqpConnection, HasAQueueForItselfUntilItDeletesItOrEnds) {
    Owner owner(s_server->url());
    Owner other(s_server->url());
    for (auto* one : {&owner, &other}) {
        ASSERT_TRUE(one->comes());
        ASSERT_TRUE(one->open(kOne));
    }
    ASSERT_TRUE(owner.declare(kOne, "mine", Declaration::Own));
    ASSERT_TRUE(owner.declare(kOne, "mine", Declaration::Own));
    const auto refused = other.declare(kOne, "mine", Declaration::Own);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::AlreadyExists) << refused.error().text();
    ASSERT_TRUE(wait_for([&] { return !other.ends.empty(); }));
    EXPECT_EQ(other.ends[0].code, 405);

    ASSERT_TRUE(owner.ask<void>([&](auto done) { owner->delete_queue(kOne, "mine", done); }));
    ASSERT_TRUE(owner.ask<void>([&](auto done) { owner->delete_queue(kOne, "mine", done); }));
    ASSERT_TRUE(other.open(kOne));
    ASSERT_TRUE(other.declare(kOne, "mine", Declaration::Own));
    other.forget();
    ASSERT_TRUE(wait_for([&] {
        EXPECT_TRUE(owner.open(kOne));
        return owner.declare(kOne, "mine", Declaration::Own).has_value();
    }));
}

TEST_F(AmqpConnection, TheBrokerTakesADeliveryBackThatIsHeldForTooLong) {
    Owner owner(s_server->url());
    owner.ready_to_publish();
    ASSERT_TRUE(owner.declare(kOne, "held"));
    ASSERT_TRUE(owner.publish(kOne, {"", "held", "{}", Keeping::InMemory}));
    ASSERT_TRUE(owner.open(kTwo));
    ASSERT_TRUE(owner.consume(kTwo, "held"));
    ASSERT_TRUE(wait_for([&] { return !owner.ends.empty(); }));
    EXPECT_EQ(owner.ends[0].channel, kTwo);
    EXPECT_EQ(owner.ends[0].code, 406);
    EXPECT_NE(owner.ends[0].text.find("timed out"), std::string::npos) << owner.ends[0].text;

    ASSERT_TRUE(owner.open(kTwo));
    owner->settle(owner.deliveries[0].id, Settlement::Ack); // of the former channel: must not close the new one
    ASSERT_TRUE(owner.consume(kTwo, "held"));
    ASSERT_TRUE(wait_for([&] { return owner.deliveries.size() == 2; }));
    EXPECT_TRUE(owner.deliveries[1].redelivered);
    owner->settle(owner.deliveries[1].id, Settlement::Ack);
    ASSERT_TRUE(owner.ask<void>([&](auto done) { owner->prefetch(kTwo, 1, done); }));
    EXPECT_TRUE(owner.losses.empty());
    EXPECT_EQ(owner.ends.size(), 1U);
}

TEST_F(AmqpConnection, KeepsItsHeartbeatsWhileTheOwnerDoesNothing) {
    Owner owner(s_server->url(), 1s);
    ASSERT_TRUE(owner.comes());
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < 4000) { // the owner's event loop stands still for four heartbeats
    }
    ASSERT_TRUE(owner.open(kOne));
    EXPECT_TRUE(owner.losses.empty());
    EXPECT_EQ(owner.readies, 1);
}

TEST_F(AmqpConnection, SaysThatAUserIsRefusedAndShowsNoPassword) {
    Owner owner("amqp://guest:hidden@127.0.0.1:" + std::to_string(s_server->port()));
    ASSERT_TRUE(wait_for([&] { return !owner.losses.empty(); }));
    EXPECT_EQ(owner.losses[0].code, base::ErrorCode::PermissionDenied);
    EXPECT_EQ(owner.losses[0].text().find("hidden"), std::string::npos);
    Owner elsewhere(s_server->url() + "/nowhere");
    ASSERT_TRUE(wait_for([&] { return !elsewhere.losses.empty(); }));
    EXPECT_EQ(elsewhere.losses[0].code, base::ErrorCode::PermissionDenied) << elsewhere.losses[0].text();
}

TEST_F(AmqpConnection, ChecksTheCertificateOfATlsServer) {
    const auto url = "amqps://guest:guest@127.0.0.1:" + std::to_string(s_server->tls_port());
    Owner stranger(url);
    ASSERT_TRUE(wait_for([&] { return !stranger.losses.empty(); }));
    EXPECT_NE(stranger.losses[0].text().find("certificate"), std::string::npos) << stranger.losses[0].text();
    EXPECT_EQ(stranger.readies, 0);

    Owner friendly(url + "/?cacertfile=" + s_certificate->certificate());
    friendly.ready_to_publish();
    ASSERT_TRUE(friendly.declare(kOne, "carried-by-tls"));
    EXPECT_TRUE(friendly.publish(kOne, {"", "carried-by-tls", std::string(300'000, 'x'), Keeping::InMemory}));
}

TEST_F(AmqpConnection, EndsWithinASecondWhenTheBrokerHangs) {
    Owner owner(s_server->url());
    ASSERT_TRUE(owner.comes());
    Owner connecting(s_server->url());
    s_server->suspend();
    owner->open_channel(kOne, [](const base::Status&) {});
    QElapsedTimer time;
    time.start();
    owner.forget();
    EXPECT_LT(time.elapsed(), 1000);
    time.restart();
    connecting.forget();
    EXPECT_LT(time.elapsed(), 1000);
    s_server->resume();
}

TEST_F(AmqpConnection, NoticesABrokerThatHangs) {
    Owner owner(s_server->url(), 1s);
    ASSERT_TRUE(owner.comes());
    s_server->suspend();
    const bool noticed = wait_for([&] { return !owner.losses.empty(); });
    s_server->resume();
    ASSERT_TRUE(noticed);
    EXPECT_EQ(owner.losses[0].code, base::ErrorCode::Unavailable);
    EXPECT_TRUE(owner.comes(2));
}

TEST_F(AmqpConnection, ComesBackAfterTheBrokerWasKilled) {
    Owner owner(s_server->url());
    owner.ready_to_publish();
    ASSERT_TRUE(owner.declare(kOne, "before"));
    s_server->kill();
    const auto lost = owner.publish(kOne, {"", "before", "{}", Keeping::InMemory});
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, base::ErrorCode::Unavailable);
    ASSERT_TRUE(wait_for([&] { return !owner.losses.empty(); }));
    EXPECT_EQ(owner.declare(kOne, "before").error().code, base::ErrorCode::Unavailable);
    s_server->start();
    ASSERT_TRUE(owner.comes(2));
    EXPECT_EQ(owner.declare(kOne, "before").error().code, base::ErrorCode::NotFound); // not opened again yet
    ASSERT_TRUE(owner.open(kOne));
    EXPECT_TRUE(owner.declare(kOne, "before"));
}

TEST(AmqpConnectionAlone, SaysThatNobodyAnswers) {
    Owner owner("amqp://127.0.0.1:1");
    ASSERT_TRUE(wait_for([&] { return owner.losses.size() >= 2; })); // and tries again
    EXPECT_EQ(owner.losses[0].code, base::ErrorCode::Unavailable);
    EXPECT_NE(owner.losses[0].text().find("amqp://127.0.0.1:1"), std::string::npos) << owner.losses[0].text();
}

} // namespace
} // namespace framehand::amqp
