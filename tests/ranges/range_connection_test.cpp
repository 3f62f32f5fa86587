// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_sinks.h"
#include "core/ranges/range_client.h"
#include "core/ranges/range_server.h"
#include "tests/platform/this_system.h"
#include "tests/support/memory_ranges.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <future>
#include <sstream>
#include <thread>

namespace framehand::ranges {
namespace {

using base::ErrorCode;

/// Lets a read of the source stand still until it is told to go on, or is cancelled.
class Gate {
public:
    void pass(const base::CancelToken& cancel) {
        const auto registration = cancel.on_cancel([this] { open(); });
        std::unique_lock lock(m_mutex);
        m_waits = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_is_open; });
    }

    void wait_for_somebody() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waits; });
    }

    void open() {
        const std::scoped_lock lock(m_mutex);
        m_is_open = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    bool m_is_open = false;
    bool m_waits = false;
};

class RangeConnection : public ::testing::Test {
protected:
    RangeConnection() {
        bytes.resize(5'000'000);
        for (std::size_t i = 0; i < bytes.size(); i += 16) {
            bytes[i] = static_cast<char>(i / 16 % 251);
        }
    }

    void start(const std::function<void(test::MemoryRanges&)>& set_up = {}) {
        auto source = std::make_unique<test::MemoryRanges>(bytes);
        if (set_up) {
            set_up(*source);
        }
        const base::Logger logger(std::make_shared<base::JsonLineSink>(said), clock, base::LogLevel::Info);
        auto made = RangeServer::start(streams, std::move(source), logger);
        ASSERT_TRUE(made) << made.error().text();
        server = std::move(*made);
    }

    std::unique_ptr<RangeClient> connect() {
        auto made = RangeClient::connect(streams, server->address(), {});
        EXPECT_TRUE(made) << made.error().text();
        return made ? std::move(*made) : nullptr;
    }

    test::TempFolder folder;
    const std::unique_ptr<ports::LocalStreams> own_streams = test::make_local_streams(folder.path());
    ports::LocalStreams& streams = *own_streams;
    base::SystemClock clock;
    std::ostringstream said; ///< outlives `server`
    std::string bytes;
    std::unique_ptr<RangeServer> server;
};

TEST_F(RangeConnection, GivesTheBytesOfTheSource) {
    start();
    const auto client = connect();
    EXPECT_EQ(client->size(), bytes.size());
    EXPECT_EQ(client->name(), "s3://films/film.mp4");
    EXPECT_EQ(client->identity(), "\"1\"");
    std::string into(3'000'000, ' '); // several requests
    ASSERT_EQ(*client->read_at(1'000'001, into, {}), into.size());
    EXPECT_EQ(into, bytes.substr(1'000'001, into.size()));
    EXPECT_EQ(*client->read_at(bytes.size() - 10, into, {}), 10U);
    EXPECT_EQ(*client->read_at(bytes.size(), into, {}), 0U);
}

TEST_F(RangeConnection, OffersItOnlyToItsOwnUserAndLeavesNothingBehind) {
    start();
    const std::filesystem::path socket = server->address();
    const auto mode = std::filesystem::status(socket.parent_path()).permissions();
    EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
              std::filesystem::perms::none);
    server.reset();
    EXPECT_FALSE(std::filesystem::exists(socket.parent_path()));
    EXPECT_EQ(RangeClient::connect(streams, socket.string(), {}).error().code, ErrorCode::Unavailable);
}

TEST_F(RangeConnection, PassesFailuresOnAndGoesOnAfterThem) {
    start([](test::MemoryRanges& source) { source.fails_from = 2'500'000; });
    const auto client = connect();
    std::string into(100, ' ');
    const auto failed = client->read_at(4'000'000, into, {});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::Unavailable);
    EXPECT_EQ(failed.error().text(), "the source cannot be read: s3://films/film.mp4: no network");
    EXPECT_EQ(*client->read_at(100, into, {}), 100U);
    EXPECT_EQ(into, bytes.substr(100, 100));
}

TEST_F(RangeConnection, LetsSeveralThreadsRead) {
    start();
    const auto client = connect();
    std::vector<std::future<bool>> readers;
    for (std::size_t i = 0; i < 4; ++i) {
        readers.push_back(std::async(std::launch::async, [&, i] {
            std::string into(777, ' ');
            for (std::size_t at = i * 1000; at + 100'000 < bytes.size(); at += 100'000) {
                const auto got = client->read_at(at, into, {});
                if (!got || into != bytes.substr(at, into.size())) {
                    return false;
                }
            }
            return true;
        }));
    }
    for (auto& reader : readers) {
        EXPECT_TRUE(reader.get());
    }
}

TEST_F(RangeConnection, EndsACancelledReadAtOnceAndStaysOfUse) {
    Gate gate;
    start([&](test::MemoryRanges& source) {
        source.on_read = [&](const base::CancelToken& cancel) { gate.pass(cancel); };
    });
    const auto client = connect();
    base::CancelSource stop;
    auto read = std::async(std::launch::async, [&] {
        std::string into(100, ' ');
        return client->read_at(0, into, stop.token());
    });
    gate.wait_for_somebody();
    stop.cancel();
    EXPECT_EQ(read.get().error().code, ErrorCode::Cancelled);
    gate.open();
    std::string into(100, ' ');
    ASSERT_TRUE(client->read_at(2'000'000, into, {}));
    EXPECT_EQ(into, bytes.substr(2'000'000, 100));
}

TEST_F(RangeConnection, TellsTheClientWhenTheServerIsGone) {
    start();
    const auto client = connect();
    server.reset();
    std::string into(100, ' ');
    for (int i = 0; i < 2; ++i) {
        const auto read = client->read_at(0, into, {});
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::Unavailable);
        EXPECT_TRUE(read.error().message.starts_with("the source cannot be read: ")) << read.error().text();
    }
}

TEST_F(RangeConnection, StopsWhileItReadsASourceThatDoesNotAnswer) {
    Gate gate;
    start([&](test::MemoryRanges& source) {
        source.on_read = [&](const base::CancelToken& cancel) { gate.pass(cancel); };
    });
    const auto client = connect();
    auto read = std::async(std::launch::async, [&] {
        std::string into(100, ' ');
        return client->read_at(0, into, {});
    });
    gate.wait_for_somebody();
    server.reset();
    EXPECT_FALSE(read.get());
}

TEST_F(RangeConnection, TakesTheNextTranscoderAfterOneThatFell) {
    start();
    std::string into(100, ' ');
    for (int i = 0; i < 3; ++i) {
        const auto client = connect();
        ASSERT_TRUE(client->read_at(0, into, {}));
    }
}

TEST_F(RangeConnection, DropsAClientThatBreaksTheRules) {
    start();
    auto stream = streams.connect(server->address());
    ASSERT_TRUE(stream);
    ASSERT_TRUE((*stream)->write(to_bytes(RangeRequest{0, kMostBytes + 1}), {}));
    std::string into(1 << 16, ' ');
    base::Result<std::size_t> read = std::size_t{0};
    while (read) { // the greeting comes first
        read = (*stream)->read(into, {});
    }
    EXPECT_EQ(read.error().code, ErrorCode::Unavailable);
    const auto next = connect();
    EXPECT_TRUE(next->read_at(0, into, {}));
}

} // namespace
} // namespace framehand::ranges
