// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every user of the port relies on, on each operating system.
#include "core/ports/local_stream.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <future>
#include <string>
#include <thread>

namespace framehand::test {
namespace {

using base::ErrorCode;

class LocalStreamsTest : public testing::Test {
protected:
    void SetUp() override {
        auto made = m_streams->listen();
        ASSERT_TRUE(made) << made.error().text();
        m_listener = std::move(*made);
    }

    void connect() {
        auto made = m_streams->connect(m_listener->address());
        ASSERT_TRUE(made) << made.error().text();
        m_client = std::move(*made);
        auto taken = m_listener->accept({});
        ASSERT_TRUE(taken) << taken.error().text();
        m_server = std::move(*taken);
    }

    static std::string read(ports::LocalStream& stream, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            std::array<char, 70'000> block{};
            const auto got = stream.read(std::span(block).first(std::min(block.size(), bytes - text.size())), {});
            if (!got) {
                return text + "! " + got.error().text();
            }
            text.append(block.data(), *got);
        }
        return text;
    }

    TempFolder m_folder;
    const std::unique_ptr<ports::LocalStreams> m_streams = make_local_streams(m_folder.path());
    std::unique_ptr<ports::LocalListener> m_listener;
    std::unique_ptr<ports::LocalStream> m_client;
    std::unique_ptr<ports::LocalStream> m_server;
};

TEST_F(LocalStreamsTest, CarryBytesBothWays) {
    connect();
    ASSERT_TRUE(m_client->write(std::string("a\0b\r\n\x1a", 6), {}));
    EXPECT_EQ(read(*m_server, 6), std::string("a\0b\r\n\x1a", 6));
    ASSERT_TRUE(m_server->write("answer", {}));
    EXPECT_EQ(read(*m_client, 6), "answer");
}

TEST_F(LocalStreamsTest, CarryMoreThanTheSystemKeeps) {
    connect();
    std::string much(20'000'000, ' ');
    for (std::size_t i = 0; i < much.size(); i += 7) {
        much[i] = static_cast<char>(i / 7 % 251);
    }
    auto sent = std::async(std::launch::async, [&] { return m_server->write(much, {}); });
    EXPECT_TRUE(read(*m_client, much.size()) == much);
    EXPECT_TRUE(sent.get());
}

TEST_F(LocalStreamsTest, WhatWasSentBeforeTheEndStillArrives) {
    connect();
    ASSERT_TRUE(m_server->write("last words", {}));
    m_server.reset();
    EXPECT_EQ(read(*m_client, 10), "last words");
    std::array<char, 10> block{};
    EXPECT_EQ(m_client->read(block, {}).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(m_client->write("x", {}).error().code, ErrorCode::Unavailable);
}

TEST_F(LocalStreamsTest, ACancellationReachesAReadThatWaits) {
    connect();
    base::CancelSource cancel;
    std::promise<void> about_to;
    auto reading = std::async(std::launch::async, [&] {
        std::array<char, 10> block{};
        about_to.set_value();
        return m_client->read(block, cancel.token());
    });
    about_to.get_future().wait();
    cancel.cancel();
    EXPECT_EQ(reading.get().error().code, ErrorCode::Cancelled);
    // Nothing is lost, and the stream goes on.
    ASSERT_TRUE(m_server->write("later", {}));
    EXPECT_EQ(read(*m_client, 5), "later");
}

TEST_F(LocalStreamsTest, ACancellationReachesAWriteThatNobodyReads) {
    connect();
    base::CancelSource cancel;
    std::promise<void> about_to;
    auto writing = std::async(std::launch::async, [&] {
        about_to.set_value();
        return m_client->write(std::string(50'000'000, 'x'), cancel.token());
    });
    about_to.get_future().wait();
    cancel.cancel();
    EXPECT_EQ(writing.get().error().code, ErrorCode::Cancelled);
}

TEST_F(LocalStreamsTest, ACancellationReachesWhoWaitsForSomebody) {
    base::CancelSource cancel;
    std::promise<void> about_to;
    auto waiting = std::async(std::launch::async, [&] {
        about_to.set_value();
        return m_listener->accept(cancel.token());
    });
    about_to.get_future().wait();
    cancel.cancel();
    EXPECT_EQ(waiting.get().error().code, ErrorCode::Cancelled);
    connect(); // and the next one is taken
    ASSERT_TRUE(m_client->write("x", {}));
    EXPECT_EQ(read(*m_server, 1), "x");
}

TEST_F(LocalStreamsTest, WhatIsCancelledBeforeIsNotBegun) {
    connect();
    base::CancelSource cancel;
    cancel.cancel();
    ASSERT_TRUE(m_server->write("x", {}));
    std::array<char, 10> block{};
    EXPECT_EQ(m_client->read(block, cancel.token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(read(*m_client, 1), "x");
}

TEST_F(LocalStreamsTest, OneAfterAnotherIsTaken) {
    for (const char* name : {"first", "second", "third"}) {
        connect();
        ASSERT_TRUE(m_client->write(name, {}));
        EXPECT_EQ(read(*m_server, std::string(name).size()), name);
    }
}

TEST_F(LocalStreamsTest, TheNextOneMayConnectWhileOneIsServed) {
    connect();
    auto waiting = m_streams->connect(m_listener->address());
    ASSERT_TRUE(waiting) << waiting.error().text();
    ASSERT_TRUE((*waiting)->write("me too", {}));
    auto taken = m_listener->accept({});
    ASSERT_TRUE(taken);
    EXPECT_EQ(read(**taken, 6), "me too");
}

TEST_F(LocalStreamsTest, TheAddressIsGoneWithItsListener) {
    const std::string address = m_listener->address();
    m_listener.reset();
    EXPECT_EQ(m_streams->connect(address).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(m_streams->connect(address_of_nobody(m_folder.path())).error().code, ErrorCode::Unavailable);
}

TEST_F(LocalStreamsTest, TwoListenersHaveAddressesOfTheirOwn) {
    const auto other = m_streams->listen();
    ASSERT_TRUE(other);
    EXPECT_NE((*other)->address(), m_listener->address());
}

} // namespace
} // namespace framehand::test
