// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_envelope.h"

#include "core/base/text.h"
#include "core/sources/celery_time.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::sources {

namespace {

constexpr std::array kPrioritySteps{0, 3, 6, 9};

std::optional<std::string> decode_base64(const std::string& text) {
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray::fromStdString(text), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional<std::string>((*decoded).toStdString()) : std::nullopt;
}

std::string encode_base64(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

const base::Json& member(const base::Json& object, const char* key) {
    static const base::Json kNull;
    if (!object.is_object()) {
        return kNull;
    }
    const auto found = object.find(key);
    return found == object.end() ? kNull : *found;
}

std::string text_of(const base::Json& object, const char* key) {
    const auto& value = member(object, key);
    return value.is_string() ? value.get<std::string>() : std::string{};
}

bool flag_of(const base::Json& object, const char* key) {
    const auto& value = member(object, key);
    return value.is_boolean() && value.get<bool>();
}

/// Python's idea of "there is something": neither None nor an empty list.
bool is_something(const base::Json& value) {
    return !value.is_null() && !(value.is_structured() && value.empty());
}

base::Result<std::optional<base::WallTime>> time_of(const base::Json& headers, const char* key) {
    const auto& value = member(headers, key);
    if (value.is_null()) {
        return std::optional<base::WallTime>{};
    }
    if (!value.is_string()) {
        return base::fail(base::ErrorCode::InvalidArgument, "headers." + std::string(key) + ": must be a time");
    }
    auto time = parse_celery_time(value.get_ref<const std::string&>());
    if (!time) {
        return time.error().wrapped("headers." + std::string(key) + ": must be a time");
    }
    return std::optional<base::WallTime>{*time};
}

void read_limits(const base::Json& headers, CeleryEnvelope& envelope) {
    const auto& limits = member(headers, "timelimit");
    const auto limit = [&](std::size_t index) -> std::optional<double> {
        if (!limits.is_array() || limits.size() <= index || !limits[index].is_number()) {
            return std::nullopt;
        }
        const auto seconds = limits[index].get<double>();
        return seconds > 0 ? std::optional(seconds) : std::nullopt;
    };
    envelope.hard_limit = limit(0);
    envelope.soft_limit = limit(1);
}

base::Status read_body(const base::Json& message, CeleryEnvelope& envelope) {
    FH_ASSIGN(const auto body, celery_body(message));
    if (!body.is_array() || body.size() < 2) {
        return base::fail(base::ErrorCode::InvalidArgument, "body: must be a list of arguments and keywords");
    }
    if (!body[0].is_null() && !body[0].is_array()) {
        return base::fail(base::ErrorCode::InvalidArgument, "body[0]: must be the list of arguments");
    }
    if (!body[1].is_null() && !body[1].is_object()) {
        return base::fail(base::ErrorCode::InvalidArgument, "body[1]: must be the object of keyword arguments");
    }
    if (body[0].is_array()) {
        envelope.args = body[0];
    }
    if (body[1].is_object()) {
        envelope.kwargs = body[1];
    }
    if (body.size() > 2) {
        const auto follows = [&](const char* key) { return is_something(member(body[2], key)); };
        envelope.has_followers = follows("callbacks") || follows("chain") || follows("chord");
    }
    return {};
}

} // namespace

base::Result<base::Json> celery_body(const base::Json& envelope) {
    const auto type = text_of(envelope, "content-type");
    if (!type.empty() && type != "application/json") {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "content-type: only application/json is read, not " + base::shortened(type, 100));
    }
    const auto& body = member(envelope, "body");
    if (!body.is_string()) {
        return base::fail(base::ErrorCode::InvalidArgument, "body: must be a string");
    }
    const auto& text = body.get_ref<const std::string&>();
    if (text_of(member(envelope, "properties"), "body_encoding") != "base64") {
        return base::parse_json(text, "body");
    }
    const auto decoded = decode_base64(text);
    if (!decoded) {
        return base::fail(base::ErrorCode::InvalidArgument, "body: not valid base64");
    }
    return base::parse_json(*decoded, "body");
}

base::Result<CeleryEnvelope> read_celery_envelope(std::string bytes) {
    FH_ASSIGN(const auto message, base::parse_json(bytes, "message"));
    const auto& headers = member(message, "headers");
    const auto& properties = member(message, "properties");
    const auto& delivery = member(properties, "delivery_info");
    CeleryEnvelope envelope;
    envelope.task = text_of(headers, "task");
    envelope.id = text_of(headers, "id");
    envelope.delivery_tag = text_of(properties, "delivery_tag");
    const std::array needed{std::pair{"headers.task", &envelope.task}, std::pair{"headers.id", &envelope.id},
                            std::pair{"properties.delivery_tag", &envelope.delivery_tag}};
    for (const auto& [name, value] : needed) {
        if (value->empty()) {
            return base::fail(base::ErrorCode::InvalidArgument, std::string(name) + ": is missing");
        }
    }
    FH_TRY(read_body(message, envelope));
    FH_ASSIGN(envelope.eta, time_of(headers, "eta"));
    FH_ASSIGN(envelope.expires, time_of(headers, "expires"));
    if (const auto& retries = member(headers, "retries"); retries.is_number_integer()) {
        envelope.retries = static_cast<int>(std::clamp<std::int64_t>(retries.get<std::int64_t>(), 0, 1'000'000));
    }
    if (const auto& priority = member(properties, "priority"); priority.is_number_integer()) {
        envelope.priority = static_cast<int>(std::clamp<std::int64_t>(priority.get<std::int64_t>(), 0, 255));
    }
    read_limits(headers, envelope);
    envelope.root_id = text_of(headers, "root_id");
    envelope.parent_id = text_of(headers, "parent_id");
    envelope.group = text_of(headers, "group");
    envelope.shadow = text_of(headers, "shadow");
    envelope.argsrepr = text_of(headers, "argsrepr");
    envelope.kwargsrepr = text_of(headers, "kwargsrepr");
    envelope.ignore_result = flag_of(headers, "ignore_result");
    envelope.redelivered = flag_of(headers, "redelivered") || flag_of(delivery, "redelivered");
    envelope.exchange = text_of(delivery, "exchange");
    envelope.routing_key = text_of(delivery, "routing_key");
    envelope.bytes = std::move(bytes);
    return envelope;
}

std::string celery_id_of_bad_message(std::string_view bytes) {
    const auto message = base::parse_json(bytes, "message");
    return message ? text_of(member(*message, "headers"), "id") : std::string{};
}

base::Result<std::string> redelivered_celery_message(std::string_view bytes) {
    FH_ASSIGN(auto message, base::parse_json(bytes, "message"));
    if (member(message, "headers").is_object()) {
        message["headers"]["redelivered"] = true;
    }
    if (member(member(message, "properties"), "delivery_info").is_object()) {
        message["properties"]["delivery_info"]["redelivered"] = true;
    }
    return base::dump_json(message);
}

base::Result<std::string> retried_celery_message(const CeleryEnvelope& envelope, base::WallTime eta,
                                                 const std::string& delivery_tag, const std::string& origin) {
    FH_ASSIGN(auto message, base::parse_json(envelope.bytes, "message"));
    if (!member(message, "headers").is_object() || !member(message, "properties").is_object()) {
        return base::fail(base::ErrorCode::InvalidArgument, "the message has no headers and properties");
    }
    auto& headers = message["headers"];
    headers["retries"] = envelope.retries + 1;
    headers["eta"] = celery_time_with_zone(eta);
    headers["parent_id"] = envelope.id;
    headers["origin"] = origin;
    headers.erase("redelivered");
    auto& properties = message["properties"];
    properties["delivery_tag"] = delivery_tag;
    if (member(properties, "delivery_info").is_object()) {
        properties["delivery_info"].erase("redelivered");
    }
    return base::dump_json(message);
}

std::string celery_message(const CeleryParcel& parcel) {
    return base::dump_json({{"body", encode_base64(base::dump_json(parcel.body))},
                            {"content-encoding", "utf-8"},
                            {"content-type", "application/json"},
                            {"headers", parcel.headers},
                            {"properties",
                             {{"delivery_mode", 1},
                              {"delivery_info", {{"exchange", parcel.exchange}, {"routing_key", parcel.routing_key}}},
                              {"priority", 0},
                              {"body_encoding", "base64"},
                              {"delivery_tag", parcel.delivery_tag}}}});
}

std::vector<std::string> celery_lists(const std::string& queue) {
    std::vector<std::string> lists;
    for (const int step : kPrioritySteps) {
        lists.push_back(celery_list(queue, step));
    }
    return lists;
}

std::string celery_list(const std::string& queue, int priority) {
    int step = 0;
    for (const int candidate : kPrioritySteps) {
        step = candidate <= priority ? candidate : step;
    }
    return step == 0 ? queue : queue + std::string(kKombuSeparator) + std::to_string(step);
}

} // namespace framehand::sources
