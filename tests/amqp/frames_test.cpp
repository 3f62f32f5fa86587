// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/frame_reader.h"
#include "core/amqp/frame_writer.h"
#include "core/amqp/requests.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::amqp {
namespace {

struct Seen {
    int type = 0;
    Channel channel = 0;
    std::uint32_t method = 0;
    std::string body;
};

base::Status read(FrameReader& reader, std::string_view bytes, std::vector<Seen>& seen) {
    return reader.feed(bytes, [&](const amqp_frame_t& frame) -> base::Status {
        Seen one{frame.frame_type, frame.channel, 0, {}};
        if (frame.frame_type == AMQP_FRAME_METHOD) {
            one.method = frame.payload.method.id;
        } else if (frame.frame_type == AMQP_FRAME_BODY) {
            one.body = text_of(frame.payload.body_fragment);
        }
        seen.push_back(one);
        return {};
    });
}

TEST(AmqpFrames, AreReadBackAsTheyWereWrittenInPiecesOfAnySize) {
    const std::string body(10'000, 'x');
    const auto request = declare_queue_request("jobs", Declaration::Plain);
    const auto publication = publication_frames(7, {"exchange", "key", body, Keeping::OnDisk}, 4096);
    ASSERT_TRUE(request);
    ASSERT_TRUE(publication);
    const auto all = method_frame(3, request->payload) + heartbeat_frame() + *publication;
    for (const std::size_t piece : {std::size_t{1}, std::size_t{13}, all.size()}) {
        FrameReader reader;
        std::vector<Seen> seen;
        for (std::size_t at = 0; at < all.size(); at += piece) {
            ASSERT_TRUE(read(reader, std::string_view(all).substr(at, piece), seen));
        }
        ASSERT_EQ(seen.size(), 7U);
        EXPECT_EQ(seen[0].channel, 3);
        EXPECT_EQ(seen[0].method, static_cast<std::uint32_t>(AMQP_QUEUE_DECLARE_METHOD));
        EXPECT_EQ(seen[1].type, AMQP_FRAME_HEARTBEAT);
        EXPECT_EQ(seen[2].method, static_cast<std::uint32_t>(AMQP_BASIC_PUBLISH_METHOD));
        EXPECT_EQ(seen[3].type, AMQP_FRAME_HEADER);
        EXPECT_EQ(seen[4].body + seen[5].body + seen[6].body, body);
    }
}

TEST(AmqpFrames, AnEmptyBodyHasNoFrameOfItsOwn) {
    FrameReader reader;
    std::vector<Seen> seen;
    ASSERT_TRUE(read(reader, *publication_frames(1, {"", "key", "", Keeping::InMemory}, 4096), seen));
    EXPECT_EQ(seen.size(), 2U);
}

TEST(AmqpFrames, BytesOfAnotherProtocolAreRefused) {
    std::vector<Seen> seen;
    FrameReader http;
    EXPECT_FALSE(read(http, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", seen));
    FrameReader other_version;
    const auto refused = read(other_version, std::string_view("AMQP\0\1\0\0", 8), seen);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Unsupported);
    EXPECT_TRUE(seen.empty());
}

TEST(AmqpFrames, NamesOfMoreThan255BytesAreRefused) {
    const std::string longest(255, 'n');
    EXPECT_TRUE(declare_queue_request(longest, Declaration::Plain));
    EXPECT_FALSE(declare_queue_request(longest + "n", Declaration::Plain));
    EXPECT_FALSE(publication_frames(1, {"", longest + "n", "{}", Keeping::InMemory}, 4096));
    EXPECT_FALSE(bind_request("queue", "exchange", longest + "n"));
}

} // namespace
} // namespace framehand::amqp
