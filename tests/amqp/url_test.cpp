// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/url.h"

#include <gtest/gtest.h>

namespace framehand::amqp {
namespace {

TEST(AmqpUrl, FillsInWhatRabbitMqTakesForGranted) {
    const auto url = parse_url("amqp://broker");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->transport, Transport::Plain);
    EXPECT_EQ(url->host, "broker");
    EXPECT_EQ(url->port, 5672);
    EXPECT_EQ(url->user, "guest");
    EXPECT_TRUE(url->password.matches("guest"));
    EXPECT_EQ(url->vhost, "/");
    EXPECT_FALSE(url->heartbeat);
}

TEST(AmqpUrl, ReadsEveryPartOfIt) {
    const auto url =
        parse_url("amqps://me%40home:p%2Fw:x@[::1]:1234/films%2Fnew?heartbeat=15&cacertfile=/etc/a.pem&x=1");
    ASSERT_TRUE(url);
    EXPECT_EQ(url->transport, Transport::Tls);
    EXPECT_EQ(url->host, "::1");
    EXPECT_EQ(url->port, 1234);
    EXPECT_EQ(url->user, "me@home");
    EXPECT_TRUE(url->password.matches("p/w:x"));
    EXPECT_EQ(url->vhost, "films/new");
    EXPECT_EQ(url->heartbeat, base::Duration{15'000});
    EXPECT_EQ(url->ca_file, "/etc/a.pem");
    EXPECT_EQ(url->shown(), "amqps://[::1]:1234");
}

TEST(AmqpUrl, TakesALoneSlashForTheUsualVirtualHost) {
    EXPECT_EQ(parse_url("amqp://broker/")->vhost, "/"); // as in our own default and in every tutorial
    EXPECT_EQ(parse_url("amqp://broker/%2f")->vhost, "/");
    EXPECT_EQ(parse_url("amqps://broker")->port, 5671);
}

TEST(AmqpUrl, RefusesWhatItCannotReadWithoutShowingThePassword) {
    for (const auto* text : {"", "http://me:hidden@broker", "amqp://me:hidden@", "amqp://me:hidden@broker:0",
                             "amqp://me:hidden@broker:x", "amqp://me:hidden@broker:65536", "amqp://me:hidden%4@broker",
                             "amqp://me:hidden@[::1:5672", "amqp://me:hidden@broker?heartbeat=0",
                             "amqp://me:hidden@broker?heartbeat=ten", "amqp://me:hidden%zz@broker"}) {
        const auto url = parse_url(text);
        ASSERT_FALSE(url) << text;
        EXPECT_EQ(url.error().code, base::ErrorCode::InvalidArgument) << text;
        EXPECT_EQ(url.error().text().find("hidden"), std::string::npos) << url.error().text();
    }
}

} // namespace
} // namespace framehand::amqp
