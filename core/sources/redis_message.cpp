// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_message.h"

#include "core/base/json.h"

#include <array>

namespace framehand::sources {

using base::ErrorCode;
using base::Json;

std::string payload_of_fields(const RedisMessage::Fields& fields) {
    constexpr std::array<std::string_view, 4> kWhole{"job", "payload", "data", "message"};
    for (const auto& [name, value] : fields) {
        for (const std::string_view whole : kWhole) {
            if (name == whole && value.find('{') != std::string::npos) {
                return value;
            }
        }
    }
    Json object = Json::object();
    for (const auto& [name, value] : fields) {
        object[name] = value;
    }
    return base::dump_json(object);
}

std::string to_ticket(const RedisMessage& message) {
    Json ticket{{"role", to_string(message.role)}};
    if (message.entry_id.empty()) {
        ticket["payload"] = message.payload;
    } else {
        ticket["entry"] = message.entry_id;
        ticket["fields"] = Json::array();
        for (const auto& [name, value] : message.fields) {
            ticket["fields"].push_back(Json::array({name, value}));
        }
    }
    return base::dump_json(ticket);
}

base::Result<RedisMessage> message_from_ticket(std::string_view ticket) {
    const auto broken = base::fail(ErrorCode::CorruptData, "this is no lease of the Redis source");
    const auto json = base::parse_json(ticket, "lease");
    if (!json || !json->is_object()) {
        return broken;
    }
    base::JsonReader reader(*json, "lease");
    RedisMessage message;
    const auto role = redis_role_from_string(reader.required_string("role"));
    message.entry_id = reader.string_or("entry", "");
    if (!role) {
        return broken;
    }
    message.role = *role;
    if (message.entry_id.empty()) {
        message.payload = reader.required_string("payload");
    } else if (const Json* fields = reader.required_array("fields")) {
        for (const Json& field : *fields) {
            if (!field.is_array() || field.size() != 2 || !field[0].is_string() || !field[1].is_string()) {
                return broken;
            }
            message.fields.emplace_back(field[0].get<std::string>(), field[1].get<std::string>());
        }
        message.payload = payload_of_fields(message.fields);
    }
    FH_TRY(reader.status());
    return message;
}

} // namespace framehand::sources
