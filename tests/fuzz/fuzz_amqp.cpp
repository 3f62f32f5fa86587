// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/frame_reader.h"
#include "core/amqp/frame_writer.h"
#include "core/amqp/session_channel.h"
#include "tests/fuzz/check.h"

#include <algorithm>
#include <amqp_framing.h>
#include <cstdint>

namespace {

using namespace framehand;
using fuzz::check;

constexpr amqp::Channel kChannel = 1;
constexpr std::size_t kFrameMax = 4096;

/// A channel in the middle of its work, and what becomes of it.
class World {
public:
    World() : m_channel(kChannel, 1, kFrameMax, out()) {
        ask(amqp::open_channel_request());
        ask(amqp::confirm_request());
        ask(amqp::declare_queue_request("jobs", amqp::Declaration::Plain));
        ask(amqp::delete_queue_request("held"));
        ask(amqp::consume_request("jobs", "framehand"));
        for (int i = 0; i < 3; ++i) {
            ++m_waiting;
            m_channel.publish({"", "results", "{}", amqp::Keeping::OnDisk},
                              [this](const base::Status&) { answered(); });
        }
    }

    base::Status see(const amqp_frame_t& frame) {
        m_log.push_back(std::to_string(frame.frame_type) + " on " + std::to_string(frame.channel));
        if (frame.channel != kChannel) {
            return {};
        }
        if (frame.frame_type == AMQP_FRAME_METHOD && frame.payload.method.id == AMQP_CHANNEL_CLOSE_METHOD) {
            return base::fail(base::ErrorCode::Unavailable, "the channel is closed");
        }
        return m_channel.handle(frame);
    }

    std::vector<std::string> end() {
        m_channel.end(base::fail(base::ErrorCode::Unavailable, "over"));
        check(m_waiting == 0);
        return m_log;
    }

    void log(std::string line) { m_log.push_back(std::move(line)); }

private:
    amqp::SessionChannel::Out out() {
        return {[](const std::string&) {}, [this](amqp::Delivery delivery) { take(std::move(delivery)); },
                [this] { log("the consumer ended"); }};
    }

    void ask(base::Result<amqp::Request> request) {
        check(request.has_value());
        ++m_waiting;
        m_channel.request(std::move(*request), [this](const base::Result<amqp::Reply>&) { answered(); });
    }

    void answered() {
        --m_waiting;
        check(m_waiting >= 0);
        log("answer");
    }

    void take(amqp::Delivery delivery) {
        check(delivery.id.channel == kChannel && delivery.id.run == 1);
        check(delivery.body.size() == (delivery.size <= amqp::kMaxBody ? delivery.size : 0));
        m_channel.settle(delivery.id, amqp::Settlement::Requeue);
        log("delivery " + std::to_string(delivery.id.tag) + " " + delivery.body);
    }

    amqp::SessionChannel m_channel;
    std::vector<std::string> m_log;
    int m_waiting = 0;
};

std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
    World world;
    amqp::FrameReader reader;
    while (!bytes.empty()) {
        const auto fed =
            reader.feed(bytes.substr(0, piece), [&](const amqp_frame_t& frame) { return world.see(frame); });
        bytes.remove_prefix(std::min(piece, bytes.size()));
        if (!fed) {
            fuzz::check_error(fed.error());
            world.log("failed");
            break;
        }
    }
    return world.end();
}

/// The frames that the bytes nearly are, with the sizes and end marks that they should have: so that what is damaged in
/// them is read at all.
std::string mended(std::string_view bytes) {
    constexpr std::size_t kHead = 7;
    std::string frames;
    while (bytes.size() > kHead) {
        const auto number = [&](std::size_t at) {
            return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
        };
        const std::size_t announced = number(5) << 8U | number(6);
        const std::size_t length = std::min(announced, bytes.size() - kHead);
        frames.append(bytes.substr(0, 3));
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            frames += static_cast<char>(length >> shift);
        }
        frames.append(bytes.substr(kHead, length));
        frames += static_cast<char>(AMQP_FRAME_END);
        bytes.remove_prefix(std::min(kHead + length + 1, bytes.size()));
    }
    return frames;
}

/// What is published is read as it was written.
void check_publication(std::string_view bytes) {
    constexpr std::size_t kName = 16;
    const amqp::Publication publication{std::string(bytes.substr(0, kName)),
                                        std::string(bytes.substr(std::min(kName, bytes.size()), kName)),
                                        std::string(bytes), amqp::Keeping::OnDisk};
    const auto frames = amqp::publication_frames(kChannel, publication, kFrameMax);
    check(frames.has_value());
    amqp::Publication again;
    std::uint64_t announced = 0;
    amqp::FrameReader reader;
    const auto fed = reader.feed(*frames, [&](const amqp_frame_t& frame) -> base::Status {
        if (frame.frame_type == AMQP_FRAME_METHOD) {
            check(frame.payload.method.id == AMQP_BASIC_PUBLISH_METHOD);
            const auto* publish = static_cast<const amqp_basic_publish_t*>(frame.payload.method.decoded);
            again.exchange = amqp::text_of(publish->exchange);
            again.routing_key = amqp::text_of(publish->routing_key);
        } else if (frame.frame_type == AMQP_FRAME_HEADER) {
            announced = frame.payload.properties.body_size;
        } else {
            again.body += amqp::text_of(frame.payload.body_fragment);
        }
        return {};
    });
    check(fed && announced == publication.body.size() && again.body == publication.body &&
          again.exchange == publication.exchange && again.routing_key == publication.routing_key);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    check(read(bytes, bytes.size()) == read(bytes, 5));
    const std::string frames = mended(bytes);
    check(read(frames, frames.size()) == read(frames, 11));
    check_publication(bytes);
    return 0;
}
