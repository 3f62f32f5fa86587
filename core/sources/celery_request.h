// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::sources {

/// One order of Celery's remote control (kombu's pidbox): what `celery inspect`, `celery control`, `celery status` and
/// AsyncResult.revoke() publish to all workers.
struct CeleryRequest {
    /// Where its answer goes.
    struct ReplyTo {
        std::string exchange;
        std::string routing_key;
    };

    std::string method;
    base::Json arguments = base::Json::object();
    std::vector<std::string> destination; ///< nodes; empty for all
    std::string pattern;                  ///< of nodes; "" for all
    std::string matcher;                  ///< "glob", else a regular expression
    std::optional<ReplyTo> reply_to;      ///< nothing: nobody waits for an answer
    std::string ticket;
    std::int64_t clock = 0; ///< the sender's, 0 where it has none

    [[nodiscard]] bool is_for(const std::string& node) const;
};

/// InvalidArgument for what is no such order.
[[nodiscard]] base::Result<CeleryRequest> read_celery_request(std::string_view payload);

/// The answer's message. `request` has a reply_to.
[[nodiscard]] std::string celery_reply(const CeleryRequest& request, const std::string& node, const base::Json& answer,
                                       std::int64_t clock, const std::string& delivery_tag);

/// The channel of all orders, "/0.celery.pidbox".
[[nodiscard]] std::string celery_request_channel(int database);
/// The key of the set that says which queues an exchange feeds.
[[nodiscard]] std::string celery_binding_key(const std::string& exchange);
/// The queues in such a set that get what is sent with this routing key.
[[nodiscard]] std::vector<std::string> celery_bound_queues(const std::vector<std::string>& bindings,
                                                           const std::string& routing_key);

} // namespace framehand::sources
