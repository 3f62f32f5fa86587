// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/frame_reader.h"
#include "core/amqp/frame_writer.h"
#include "core/amqp/session_channel.h"

#include <gtest/gtest.h>

#include <amqp_framing.h>
#include <vector>

namespace framehand::amqp {
namespace {

constexpr Channel kChannel = 1;
constexpr std::size_t kFrameMax = 4096;

std::string deliver(std::uint64_t tag) {
    amqp_basic_deliver_t deliver{};
    deliver.consumer_tag = bytes_of("framehand");
    deliver.delivery_tag = tag;
    deliver.routing_key = bytes_of("jobs");
    return method_frame(kChannel, *method_payload(AMQP_BASIC_DELIVER_METHOD, &deliver));
}

std::string body(std::string_view text) {
    auto frame = method_frame(kChannel, text);
    frame[0] = AMQP_FRAME_BODY;
    return frame;
}

/// The header of a message whose body has so many bytes.
std::string header(std::size_t size) {
    const auto whole = *publication_frames(kChannel, {"", "", std::string(size, 'x'), Keeping::InMemory}, kFrameMax);
    amqp_basic_publish_t publish{};
    const auto method = method_frame(kChannel, *method_payload(AMQP_BASIC_PUBLISH_METHOD, &publish));
    const auto empty = *publication_frames(kChannel, {"", "", "", Keeping::InMemory}, kFrameMax);
    return whole.substr(method.size(), empty.size() - method.size());
}

class SessionChannelTest : public ::testing::Test {
protected:
    base::Status hear(const std::string& frames) {
        return reader.feed(frames, [this](const amqp_frame_t& frame) { return channel.handle(frame); });
    }

    std::vector<Delivery> deliveries;
    FrameReader reader;
    SessionChannel channel{
        kChannel,
        1,
        kFrameMax,
        {[](const std::string&) {}, [this](Delivery one) { deliveries.push_back(std::move(one)); }, [] {}}};
};

TEST_F(SessionChannelTest, PutsADeliveryTogetherOfItsPieces) {
    ASSERT_TRUE(hear(deliver(1) + header(5) + body("he") + body("llo") + deliver(2) + header(0)));
    ASSERT_EQ(deliveries.size(), 2U);
    EXPECT_EQ(deliveries[0].id, (DeliveryId{kChannel, 1, 1}));
    EXPECT_EQ(deliveries[0].body, "hello");
    EXPECT_EQ(deliveries[1].id.tag, 2U);
    EXPECT_EQ(deliveries[1].body, "");
}

TEST_F(SessionChannelTest, RefusesMoreOfAMessageThanWasAnnounced) {
    const auto heard = hear(deliver(1) + header(5) + body("hello!"));
    ASSERT_FALSE(heard);
    EXPECT_EQ(heard.error().code, base::ErrorCode::CorruptData);
    EXPECT_TRUE(deliveries.empty());
}

TEST_F(SessionChannelTest, RefusesABodyThatNobodyAnnounced) {
    EXPECT_FALSE(hear(deliver(1) + body("hello")));
    EXPECT_TRUE(deliveries.empty());
}

TEST_F(SessionChannelTest, RefusesASecondHeader) {
    EXPECT_FALSE(hear(deliver(1) + header(5) + body("he") + header(3) + body("llo")));
    EXPECT_TRUE(deliveries.empty());
}

TEST_F(SessionChannelTest, KeepsNothingOfABodyThatIsTooLong) {
    ASSERT_TRUE(hear(deliver(1) + header(kMaxBody + 1)));
    const std::string piece(kFrameMax, 'x');
    for (std::size_t sent = 0; sent < kMaxBody; sent += piece.size()) {
        ASSERT_TRUE(hear(body(piece)));
    }
    EXPECT_TRUE(deliveries.empty());
    ASSERT_TRUE(hear(body("x")));
    ASSERT_EQ(deliveries.size(), 1U);
    EXPECT_EQ(deliveries[0].size, kMaxBody + 1);
    EXPECT_EQ(deliveries[0].body, "");
}

} // namespace
} // namespace framehand::amqp
