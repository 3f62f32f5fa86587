// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/frame_writer.h"

#include <algorithm>
#include <utility>

namespace framehand::amqp {

namespace {

constexpr std::size_t kMaxMethod = std::size_t{16} * 1024;
constexpr std::size_t kFrameOverhead = 8; ///< type, channel and size before the payload, the end mark behind it

void append_number(std::string& to, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        to += static_cast<char>((value >> shift) & 0xFF);
    }
}

std::string frame(int type, Channel channel, std::string_view payload) {
    std::string text;
    text.reserve(payload.size() + kFrameOverhead);
    append_number(text, static_cast<std::uint64_t>(type), 1);
    append_number(text, channel, 2);
    append_number(text, payload.size(), 4);
    text += payload;
    append_number(text, AMQP_FRAME_END, 1);
    return text;
}

base::Error too_long() {
    return base::fail(base::ErrorCode::InvalidArgument, "a name is too long for the broker: more than 255 bytes");
}

} // namespace

amqp_bytes_t bytes_of(std::string_view text) {
    return {text.size(), const_cast<char*>(text.data())}; // only read
}

std::string text_of(amqp_bytes_t bytes) {
    return bytes.bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes.bytes), bytes.len);
}

base::Result<std::string> method_payload(std::uint32_t id, void* method) {
    std::string payload;
    append_number(payload, id, 4);
    std::string arguments(kMaxMethod, '\0');
    const int length = amqp_encode_method(id, method, bytes_of(arguments));
    if (length < 0) {
        return too_long();
    }
    arguments.resize(static_cast<std::size_t>(length));
    return payload + arguments;
}

std::string method_frame(Channel channel, std::string_view payload) {
    return frame(AMQP_FRAME_METHOD, channel, payload);
}

std::string heartbeat_frame() {
    return frame(AMQP_FRAME_HEARTBEAT, 0, {});
}

base::Result<std::string> publication_frames(Channel channel, const Publication& publication, std::size_t frame_max) {
    amqp_basic_publish_t publish{};
    publish.exchange = bytes_of(publication.exchange);
    publish.routing_key = bytes_of(publication.routing_key);
    FH_ASSIGN(const auto method, method_payload(AMQP_BASIC_PUBLISH_METHOD, &publish));
    auto frames = method_frame(channel, method);

    amqp_basic_properties_t properties{};
    properties._flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_CONTENT_ENCODING_FLAG;
    properties.content_type = bytes_of("application/json");
    properties.content_encoding = bytes_of("utf-8");
    if (publication.keeping == Keeping::OnDisk) {
        properties._flags |= AMQP_BASIC_DELIVERY_MODE_FLAG;
        properties.delivery_mode = AMQP_DELIVERY_PERSISTENT;
    }
    std::string encoded(kMaxMethod, '\0');
    const int length = amqp_encode_properties(AMQP_BASIC_CLASS, &properties, bytes_of(encoded));
    if (length < 0) {
        return too_long();
    }
    std::string header;
    append_number(header, AMQP_BASIC_CLASS, 2);
    append_number(header, 0, 2); // the weight, which is not used
    append_number(header, publication.body.size(), 8);
    header.append(encoded, 0, static_cast<std::size_t>(length));
    frames += frame(AMQP_FRAME_HEADER, channel, header);

    const auto piece = frame_max - kFrameOverhead;
    for (std::size_t from = 0; from < publication.body.size(); from += piece) {
        frames += frame(AMQP_FRAME_BODY, channel, std::string_view(publication.body).substr(from, piece));
    }
    return frames;
}

} // namespace framehand::amqp
