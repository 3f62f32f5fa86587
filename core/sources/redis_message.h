// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sources/redis_role.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::sources {

/// A message of the Redis pipeline, as it was taken: enough to hand it on unchanged, byte by byte.
struct RedisMessage {
    using Fields = std::vector<std::pair<std::string, std::string>>;

    RedisRole role = RedisRole::Transcode;
    std::string payload;  ///< the job's JSON. Of a list: the message itself, which is also its identity there
    std::string entry_id; ///< of a stream, "" of a list
    Fields fields;        ///< of a stream's entry

    bool operator==(const RedisMessage&) const = default;
};

/// The JSON of a stream's entry: the text of its field "job", "payload", "data" or "message", else all its fields as
/// one object of texts.
[[nodiscard]] std::string payload_of_fields(const RedisMessage::Fields& fields);

/// As a lease keeps it, and back. Only for messages that are UTF-8; CorruptData for a text that is none of ours.
[[nodiscard]] std::string to_ticket(const RedisMessage& message);
[[nodiscard]] base::Result<RedisMessage> message_from_ticket(std::string_view ticket);

} // namespace framehand::sources
