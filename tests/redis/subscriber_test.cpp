// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/subscriber.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_timers.h"
#include "tests/support/redis/redis_client.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::redis {
namespace {

using test::RedisServer;
using test::wait_for;

struct Listener {
    Listener(const RedisServer& server, ports::Timers& timers)
        : subscriber(server.options(), {timers, [] { return 0.0; }, {}}) {
        subscriber.on_message = [this](const Subscriber::Message& message) { messages.push_back(message); };
        subscriber.on_subscribed = [this] { ++subscribed; };
        subscriber.on_down = [this](const base::Error&) { ++down; };
    }

    Subscriber subscriber;
    std::vector<Subscriber::Message> messages;
    int subscribed = 0;
    int down = 0;
};

TEST(Subscriber, HearsChannelsAndPatterns) {
    RedisServer server;
    platform::QtTimers timers;
    Listener listener(server, timers);
    listener.subscriber.subscribe("news");
    listener.subscriber.psubscribe("job.*");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 1; }));
    test::RedisClient client(server);
    client.call({"PUBLISH", "news", "one"});
    client.call({"PUBLISH", "other", "unheard"});
    client.call({"PUBLISH", "job.7", "two"});
    ASSERT_TRUE(wait_for([&] { return listener.messages.size() == 2; }));
    EXPECT_EQ(listener.messages[0].channel, "news");
    EXPECT_EQ(listener.messages[0].payload, "one");
    EXPECT_EQ(listener.messages[0].pattern, "");
    EXPECT_EQ(listener.messages[1].channel, "job.7");
    EXPECT_EQ(listener.messages[1].payload, "two");
    EXPECT_EQ(listener.messages[1].pattern, "job.*");
}

TEST(Subscriber, LeavesAChannel) {
    RedisServer server;
    platform::QtTimers timers;
    Listener listener(server, timers);
    listener.subscriber.subscribe("a");
    listener.subscriber.subscribe("b");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 1; }));
    listener.subscriber.unsubscribe("a");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 2; }));
    test::RedisClient client(server);
    EXPECT_EQ(client.integer({"PUBLISH", "a", "x"}), 0);
    EXPECT_EQ(client.integer({"PUBLISH", "b", "x"}), 1);
}

TEST(Subscriber, SubscribesAgainAfterALoss) {
    RedisServer server;
    platform::QtTimers timers;
    Listener listener(server, timers);
    listener.subscriber.subscribe("news");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 1; }));
    server.restart();
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 2; }));
    EXPECT_GE(listener.down, 1);
    test::RedisClient client(server);
    client.call({"PUBLISH", "news", "back"});
    ASSERT_TRUE(wait_for([&] { return !listener.messages.empty(); }));
    EXPECT_EQ(listener.messages[0].payload, "back");
}

TEST(Subscriber, NoticesAServerThatHasGoneSilently) {
    RedisServer server;
    test::FakeClock clock;
    test::FakeTimers timers(clock);
    Listener listener(server, timers);
    listener.subscriber.subscribe("news");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 1; }));
    server.freeze();
    timers.advance(base::Duration{60'000});
    EXPECT_GE(listener.down, 1);
    server.thaw();
}

TEST(Subscriber, AServerThatAnswersIsNotSilent) {
    RedisServer server;
    test::FakeClock clock;
    test::FakeTimers timers(clock);
    Listener listener(server, timers);
    listener.subscriber.subscribe("news");
    ASSERT_TRUE(wait_for([&] { return listener.subscribed == 1; }));
    test::RedisClient client(server);
    for (int i = 0; i < 3; ++i) {
        timers.advance(base::Duration{31'000});
        const auto asked = timers.next_in();
        ASSERT_TRUE(wait_for([&] { return timers.next_in() > asked; })) << "no answer to PING";
    }
    EXPECT_EQ(listener.down, 0);
}

} // namespace
} // namespace framehand::redis
