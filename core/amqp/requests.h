// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/messages.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace framehand::amqp {

/// A method that the broker answers, ready to be sent on any channel.
struct Request {
    std::string payload;     ///< of the method frame
    std::uint32_t reply = 0; ///< the method that answers it
};

/// The answer to a request; what the request does not ask for stays empty.
struct Reply {
    QueueFacts queue;
};

// Each fails with InvalidArgument for a name of more than 255 bytes (AMQP 0-9-1, section 4.2.5.3).

[[nodiscard]] base::Result<Request> open_channel_request();
[[nodiscard]] base::Result<Request> declare_queue_request(const std::string& name, Declaration kind);
[[nodiscard]] base::Result<Request> delete_queue_request(const std::string& name);
/// A topic exchange.
[[nodiscard]] base::Result<Request> declare_exchange_request(const std::string& name, Declaration kind);
[[nodiscard]] base::Result<Request> bind_request(const std::string& queue, const std::string& exchange,
                                                 const std::string& pattern);
[[nodiscard]] base::Result<Request> confirm_request();
[[nodiscard]] base::Result<Request> transactions_request();
[[nodiscard]] base::Result<Request> commit_request();
[[nodiscard]] base::Result<Request> prefetch_request(std::uint16_t count);
/// With acknowledgements, not exclusive.
[[nodiscard]] base::Result<Request> consume_request(const std::string& queue, const std::string& consumer_tag);
[[nodiscard]] base::Result<Request> cancel_consumer_request(const std::string& consumer_tag);

} // namespace framehand::amqp
