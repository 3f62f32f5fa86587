// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace framehand::amqp {

/// A channel by its number, 1 or more; chosen by the owner of the connection.
using Channel = std::uint16_t;

/// The longest body of a message that is kept.
constexpr std::size_t kMaxBody = std::size_t{1024} * 1024;

/// Whether a queue that keeps messages over a restart of the broker keeps this one.
enum class Keeping { InMemory, OnDisk };

/// A message with a JSON body to an exchange ("": the default one, whose routing keys are names of queues).
struct Publication {
    std::string exchange;
    std::string routing_key;
    std::string body;
    Keeping keeping = Keeping::InMemory;
};

/// A delivery by which it can be settled. Worth nothing once its channel is closed: the broker has taken it back then.
struct DeliveryId {
    Channel channel = 0;
    std::uint64_t run = 0; ///< which opening of the channel, unique in a connection
    std::uint64_t tag = 0;

    bool operator==(const DeliveryId&) const = default;
};

struct Delivery {
    DeliveryId id;
    bool redelivered = false; ///< some consumer had it before
    std::uint64_t size = 0;   ///< of the message's body
    std::string body;         ///< of a larger one than kMaxBody nothing
};

/// What becomes of a delivery.
enum class Settlement {
    Ack,     ///< it is done: the broker forgets it
    Requeue, ///< it is nobody's: the broker gives it to the next consumer, where it was in the queue
};

/// The broker closed a channel, or ended the consumer on it. Unsettled deliveries of the channel are in their queue
/// again.
struct ChannelEnd {
    Channel channel = 0;
    int code = 0;     ///< AMQP's reply code: 404, 406 (also consumer_timeout); 0: the queue of the consumer is gone
    std::string text; ///< the broker's words
};

struct QueueFacts {
    std::uint32_t messages = 0; ///< ready, not those in the hands of consumers
    std::uint32_t consumers = 0;
};

struct ServerFacts {
    std::string product; ///< "RabbitMQ"
    std::string version; ///< "3.10.8"
};

/// Plain: makes it where it is missing: not durable, not exclusive, never deleted by itself, without arguments; another
/// kind that is there already is refused with 406. Passive: only asks whether it is there, of whatever kind. Own, of
/// queues alone: exclusive, so that it is refused with 405 while another connection has it, and gone with this one.
enum class Declaration { Plain, Passive, Own };

} // namespace framehand::amqp
