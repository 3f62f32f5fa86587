// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/requests.h"

#include "core/amqp/frame_writer.h"

#include <utility>

namespace framehand::amqp {

namespace {

template <typename Method>
base::Result<Request> request(std::uint32_t id, std::uint32_t reply, Method method) {
    FH_ASSIGN(auto payload, method_payload(id, &method));
    return Request{std::move(payload), reply};
}

amqp_boolean_t passive(Declaration kind) {
    return kind == Declaration::Passive ? 1 : 0;
}

} // namespace

base::Result<Request> open_channel_request() {
    return request(AMQP_CHANNEL_OPEN_METHOD, AMQP_CHANNEL_OPEN_OK_METHOD, amqp_channel_open_t{});
}

base::Result<Request> declare_queue_request(const std::string& name, Declaration kind) {
    amqp_queue_declare_t declare{};
    declare.queue = bytes_of(name);
    declare.passive = passive(kind);
    declare.exclusive = kind == Declaration::Own ? 1 : 0;
    return request(AMQP_QUEUE_DECLARE_METHOD, AMQP_QUEUE_DECLARE_OK_METHOD, declare);
}

base::Result<Request> delete_queue_request(const std::string& name) {
    amqp_queue_delete_t remove{};
    remove.queue = bytes_of(name);
    return request(AMQP_QUEUE_DELETE_METHOD, AMQP_QUEUE_DELETE_OK_METHOD, remove);
}

base::Result<Request> declare_exchange_request(const std::string& name, Declaration kind) {
    amqp_exchange_declare_t declare{};
    declare.exchange = bytes_of(name);
    declare.type = bytes_of("topic");
    declare.passive = passive(kind);
    return request(AMQP_EXCHANGE_DECLARE_METHOD, AMQP_EXCHANGE_DECLARE_OK_METHOD, declare);
}

base::Result<Request> bind_request(const std::string& queue, const std::string& exchange, const std::string& pattern) {
    amqp_queue_bind_t bind{};
    bind.queue = bytes_of(queue);
    bind.exchange = bytes_of(exchange);
    bind.routing_key = bytes_of(pattern);
    return request(AMQP_QUEUE_BIND_METHOD, AMQP_QUEUE_BIND_OK_METHOD, bind);
}

base::Result<Request> confirm_request() {
    return request(AMQP_CONFIRM_SELECT_METHOD, AMQP_CONFIRM_SELECT_OK_METHOD, amqp_confirm_select_t{});
}

base::Result<Request> transactions_request() {
    return request(AMQP_TX_SELECT_METHOD, AMQP_TX_SELECT_OK_METHOD, amqp_tx_select_t{});
}

base::Result<Request> commit_request() {
    return request(AMQP_TX_COMMIT_METHOD, AMQP_TX_COMMIT_OK_METHOD, amqp_tx_commit_t{});
}

base::Result<Request> prefetch_request(std::uint16_t count) {
    amqp_basic_qos_t qos{};
    qos.prefetch_count = count;
    return request(AMQP_BASIC_QOS_METHOD, AMQP_BASIC_QOS_OK_METHOD, qos);
}

base::Result<Request> consume_request(const std::string& queue, const std::string& consumer_tag) {
    amqp_basic_consume_t consume{};
    consume.queue = bytes_of(queue);
    consume.consumer_tag = bytes_of(consumer_tag);
    return request(AMQP_BASIC_CONSUME_METHOD, AMQP_BASIC_CONSUME_OK_METHOD, consume);
}

base::Result<Request> cancel_consumer_request(const std::string& consumer_tag) {
    amqp_basic_cancel_t cancel{};
    cancel.consumer_tag = bytes_of(consumer_tag);
    return request(AMQP_BASIC_CANCEL_METHOD, AMQP_BASIC_CANCEL_OK_METHOD, cancel);
}

} // namespace framehand::amqp
