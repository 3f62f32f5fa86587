// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/range_client.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace framehand::ranges {
namespace {

using base::ErrorCode;

/// A connection to a server that has said hello, and gives every byte as 'x'.
struct FakeConnection {
    std::string said = to_bytes(Hello{1000, "film", ""});
    int requests = 0;
    bool cut_short = false; ///< the next request is cancelled when a part of it is sent
};

class FakeStream final : public ports::LocalStream {
public:
    explicit FakeStream(FakeConnection& connection) : m_connection(connection) {}

    base::Result<std::size_t> read(std::span<char> into, const base::CancelToken& cancel) override {
        if (cancel.cancelled()) {
            return base::fail(ErrorCode::Cancelled, "cancelled");
        }
        const auto bytes = std::min(into.size(), m_connection.said.size());
        std::copy_n(m_connection.said.begin(), bytes, into.begin());
        m_connection.said.erase(0, bytes);
        return bytes > 0 ? base::Result<std::size_t>(bytes) : base::fail(ErrorCode::Unavailable, "it says nothing");
    }

    base::Status write(std::string_view bytes, const base::CancelToken& /*cancel*/) override {
        ++m_connection.requests;
        if (m_connection.cut_short) {
            return base::fail(ErrorCode::Cancelled, "cancelled");
        }
        const auto request = request_from(std::span<const char, kRequestBytes>(bytes.data(), kRequestBytes));
        m_connection.said += answer_head(request->length) + std::string(request->length, 'x');
        return {};
    }

private:
    FakeConnection& m_connection;
};

class FakeStreams final : public ports::LocalStreams {
public:
    explicit FakeStreams(FakeConnection& connection) : m_connection(connection) {}

    base::Result<std::unique_ptr<ports::LocalListener>> listen() override {
        return base::fail(ErrorCode::Unsupported, "it only connects");
    }

    base::Result<std::unique_ptr<ports::LocalStream>> connect(const std::string& /*address*/) override {
        return std::make_unique<FakeStream>(m_connection);
    }

private:
    FakeConnection& m_connection;
};

class RangeClientTest : public ::testing::Test {
protected:
    RangeClientTest() {
        auto made = RangeClient::connect(streams, "there", {});
        EXPECT_TRUE(made);
        client = std::move(*made);
    }

    FakeConnection connection;
    FakeStreams streams{connection};
    std::unique_ptr<RangeClient> client;
    std::string into = std::string(10, ' ');
};

TEST_F(RangeClientTest, AsksForNothingOnceItIsCancelled) {
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ(client->read_at(0, into, stop.token()).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(connection.requests, 0);
    ASSERT_TRUE(client->read_at(0, into, {}));
    EXPECT_EQ(into, "xxxxxxxxxx");
}

TEST_F(RangeClientTest, SaysNothingMoreBehindARequestThatWasCutShort) {
    connection.cut_short = true;
    EXPECT_EQ(client->read_at(0, into, {}).error().code, ErrorCode::Cancelled);
    connection.cut_short = false;
    EXPECT_EQ(client->read_at(0, into, {}).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(connection.requests, 1);
}

} // namespace
} // namespace framehand::ranges
