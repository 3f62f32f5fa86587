// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/session_channel.h"

#include "core/amqp/frame_writer.h"

#include <utility>

namespace framehand::amqp {

namespace {

template <typename Method>
Request without_reply(std::uint32_t id, Method method) {
    auto payload = method_payload(id, &method);
    return {payload ? std::move(*payload) : std::string(), 0}; // no name in it, so it always fits
}

} // namespace

SessionChannel::SessionChannel(Channel channel, std::uint64_t run, std::size_t frame_max, Out out)
    : m_channel(channel), m_run(run), m_frame_max(frame_max), m_out(std::move(out)) {
}

void SessionChannel::request(Request request, Replied done) {
    enqueue({method_frame(m_channel, request.payload), request.reply, std::move(done)});
}

void SessionChannel::enqueue(Waiting waiting) {
    m_waiting.push_back(std::move(waiting));
    if (m_waiting.size() == 1) {
        send_first();
    }
}

void SessionChannel::send_first() {
    while (!m_waiting.empty()) {
        m_out.send(m_waiting.front().frames);
        if (m_waiting.front().reply != 0) {
            return;
        }
        m_waiting.pop_front();
    }
}

void SessionChannel::publish(const Publication& publication, Confirmed done) {
    const auto frames = publication_frames(m_channel, publication, m_frame_max);
    if (!frames) {
        done(frames.error());
        return;
    }
    m_unconfirmed.emplace(++m_published, std::move(done));
    m_out.send(*frames);
}

void SessionChannel::settle(const DeliveryId& delivery, Settlement settlement) {
    if (delivery.run != m_run) {
        return;
    }
    auto request = settlement == Settlement::Ack
                       ? without_reply(AMQP_BASIC_ACK_METHOD, amqp_basic_ack_t{delivery.tag, 0})
                       : without_reply(AMQP_BASIC_REJECT_METHOD, amqp_basic_reject_t{delivery.tag, 1});
    enqueue({method_frame(m_channel, request.payload), 0, {}});
}

void SessionChannel::publish_and_acknowledge(const Publication& publication, const DeliveryId& delivery, Replied done) {
    if (delivery.run != m_run) {
        done(base::fail(base::ErrorCode::Unavailable, "the broker has taken the delivery back"));
        return;
    }
    auto frames = publication_frames(m_channel, publication, m_frame_max);
    auto commit = commit_request();
    if (!frames || !commit) {
        done(frames ? commit.error() : frames.error());
        return;
    }
    enqueue({std::move(*frames), 0, {}});
    settle(delivery, Settlement::Ack);
    request(std::move(*commit), std::move(done));
}

base::Status SessionChannel::handle(const amqp_frame_t& frame) {
    switch (frame.frame_type) {
    case AMQP_FRAME_METHOD:
        return handle_method(frame.payload.method);
    case AMQP_FRAME_HEADER:
        return m_incoming ? take_header(frame.payload.properties.body_size) : base::Status{};
    case AMQP_FRAME_BODY:
        return m_incoming ? take_body(frame.payload.body_fragment) : base::Status{};
    default:
        return {};
    }
}

base::Status SessionChannel::take_header(std::uint64_t body_size) {
    if (m_header_seen) {
        return base::fail(base::ErrorCode::CorruptData, "the broker announced a message twice");
    }
    m_incoming->size = body_size;
    m_header_seen = true;
    deliver_if_whole();
    return {};
}

base::Status SessionChannel::take_body(amqp_bytes_t piece) {
    if (!m_header_seen || piece.len > m_incoming->size - m_received) {
        return base::fail(base::ErrorCode::CorruptData, "the broker sent more of a message than it announced");
    }
    m_received += piece.len;
    if (m_incoming->size <= kMaxBody) {
        m_incoming->body += text_of(piece);
    }
    deliver_if_whole();
    return {};
}

void SessionChannel::deliver_if_whole() {
    if (m_header_seen && m_received >= m_incoming->size) {
        auto delivery = std::move(*m_incoming);
        m_incoming.reset();
        m_out.delivered(std::move(delivery));
    }
}

base::Status SessionChannel::handle_method(const amqp_method_t& method) {
    switch (method.id) {
    case AMQP_BASIC_DELIVER_METHOD: {
        const auto* deliver = static_cast<const amqp_basic_deliver_t*>(method.decoded);
        m_incoming = Delivery{{m_channel, m_run, deliver->delivery_tag}, deliver->redelivered != 0, 0, {}};
        m_received = 0;
        m_header_seen = false;
        return {};
    }
    case AMQP_BASIC_ACK_METHOD: {
        const auto* ack = static_cast<const amqp_basic_ack_t*>(method.decoded);
        confirm(ack->delivery_tag, ack->multiple != 0, {});
        return {};
    }
    case AMQP_BASIC_NACK_METHOD: {
        const auto* nack = static_cast<const amqp_basic_nack_t*>(method.decoded);
        confirm(nack->delivery_tag, nack->multiple != 0,
                base::fail(base::ErrorCode::Unavailable, "the broker could not take the message over"));
        return {};
    }
    case AMQP_BASIC_CANCEL_METHOD:
        m_out.consumer_ended();
        return {};
    default:
        break;
    }
    if (m_waiting.empty() || m_waiting.front().reply != method.id) {
        return base::fail(base::ErrorCode::CorruptData, "the broker answered what was not asked");
    }
    Reply reply;
    if (method.id == AMQP_QUEUE_DECLARE_OK_METHOD) {
        const auto* declared = static_cast<const amqp_queue_declare_ok_t*>(method.decoded);
        reply.queue = {declared->message_count, declared->consumer_count};
    }
    const auto done = std::move(m_waiting.front().done);
    m_waiting.pop_front();
    send_first();
    done(reply);
    return {};
}

void SessionChannel::confirm(std::uint64_t tag, bool multiple, const base::Status& answer) {
    const auto last = m_unconfirmed.upper_bound(tag);
    auto first = multiple ? m_unconfirmed.begin() : m_unconfirmed.lower_bound(tag);
    std::map<std::uint64_t, Confirmed> settled;
    while (first != last) {
        settled.insert(m_unconfirmed.extract(first++));
    }
    for (const auto& [number, done] : settled) {
        done(answer);
    }
}

void SessionChannel::end(const base::Error& error) {
    for (const auto& waiting : std::exchange(m_waiting, {})) {
        if (waiting.done) {
            waiting.done(error);
        }
    }
    for (const auto& [number, done] : std::exchange(m_unconfirmed, {})) {
        done(error);
    }
}

} // namespace framehand::amqp
