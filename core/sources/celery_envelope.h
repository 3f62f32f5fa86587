// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::sources {

/// A task's message as Celery's protocol 2 has it: kombu's envelope, an object with the base64 of a JSON body
/// `[args, kwargs, embed]`, `headers` and `properties`. The bytes themselves are kept: others compare and pass them on.
struct CeleryEnvelope {
    std::string bytes; ///< as they came
    std::string task;  ///< its name on the wire
    std::string id;
    base::Json args = base::Json::array();
    base::Json kwargs = base::Json::object();
    /// Tasks that are to follow: callbacks, chain or chord.
    bool has_followers = false;
    int retries = 0;
    std::optional<base::WallTime> eta;     ///< not before
    std::optional<base::WallTime> expires; ///< not after
    std::string root_id;
    std::string parent_id;
    std::string group;
    std::string shadow;               ///< the name to show instead of `task`; "" for none
    std::optional<double> hard_limit; ///< seconds
    std::optional<double> soft_limit;
    bool ignore_result = false;
    bool redelivered = false; ///< somebody had it in hand before
    std::string delivery_tag;
    int priority = 0;
    std::string exchange;
    std::string routing_key;
    std::string argsrepr; ///< for people; "" where the producer sent none
    std::string kwargsrepr;

    [[nodiscard]] const std::string& shown_name() const { return shadow.empty() ? task : shadow; }
};

/// Reads what may be missing as absent: only task, id, delivery tag and a JSON body must be there. InvalidArgument
/// names the field.
[[nodiscard]] base::Result<CeleryEnvelope> read_celery_envelope(std::string bytes);
/// The task's id in a message that read_celery_envelope() refuses; "" if it cannot be found either.
[[nodiscard]] std::string celery_id_of_bad_message(std::string_view bytes);

/// The message as it goes back into its queue when it has been in somebody's hands: both marks `redelivered` are set,
/// where their objects exist.
[[nodiscard]] base::Result<std::string> redelivered_celery_message(std::string_view bytes);

/// The same task once more, as Task.retry() sends it: one more retry, not before `eta`, its own child.
[[nodiscard]] base::Result<std::string> retried_celery_message(const CeleryEnvelope& envelope, base::WallTime eta,
                                                               const std::string& delivery_tag,
                                                               const std::string& origin);

/// An envelope of our own, around events and replies.
struct CeleryParcel {
    base::Json body;
    base::Json headers;
    std::string exchange;
    std::string routing_key;
    std::string delivery_tag;
};

[[nodiscard]] std::string celery_message(const CeleryParcel& parcel);

/// The body of any envelope whose content is JSON. InvalidArgument.
[[nodiscard]] base::Result<base::Json> celery_body(const base::Json& envelope);

/// What separates a queue's name from a priority, and the parts of a binding, in kombu's keys.
inline constexpr std::string_view kKombuSeparator{"\x06\x16", 2};

/// The lists of a queue, the most urgent first: kombu's steps 0, 3, 6, 9.
[[nodiscard]] std::vector<std::string> celery_lists(const std::string& queue);
/// The list of a message of this priority (0 to 255).
[[nodiscard]] std::string celery_list(const std::string& queue, int priority);

} // namespace framehand::sources
