// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace framehand::base {

namespace {

constexpr int kMaxDepth = 64;

/// Counts nesting without building anything, so that a hostile document cannot exhaust the stack.
bool nested_too_deep(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    bool escaped = false;
    for (const char c : text) {
        if (escaped) {
            escaped = false;
        } else if (in_string) {
            escaped = c == '\\';
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxDepth) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

std::string position_of(std::string_view text, std::size_t byte) {
    const auto end = text.substr(0, std::min(byte == 0 ? 0 : byte - 1, text.size()));
    const auto line = 1 + std::ranges::count(end, '\n');
    const auto line_start = end.rfind('\n');
    const auto column = end.size() - (line_start == std::string_view::npos ? 0 : line_start + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

} // namespace

Result<Json> parse_json(std::string_view text, std::string_view what) {
    if (nested_too_deep(text)) {
        return fail(ErrorCode::InvalidArgument, std::string(what) + ": nested deeper than 64 levels");
    }
    // The library takes it for the end of the text, and says nothing of what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return fail(ErrorCode::InvalidArgument,
                    std::string(what) + ": not valid JSON at " + position_of(text, nul + 1));
    }
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::InvalidArgument,
                    std::string(what) + ": not valid JSON at " + position_of(text, error.byte));
    } catch (const Json::exception& error) {
        return fail(ErrorCode::InvalidArgument, std::string(what) + ": not valid JSON", error.what());
    }
}

std::string dump_json(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json to_json(const Error& error) {
    Json json{{"code", to_string(error.code)}, {"message", error.message}};
    if (!error.cause.empty()) {
        json["cause"] = error.cause;
    }
    return json;
}

Error error_from_json(const Json& value) {
    JsonReader reader(value, "error");
    Error error;
    error.code = error_code_from_string(reader.string_or("code", "internal"));
    error.message = reader.string_or("message", "unknown error");
    error.cause = reader.string_or("cause", "");
    return error;
}

JsonReader::JsonReader(const Json& object, std::string path) : m_object(&object), m_path(std::move(path)) {
    if (!object.is_object()) {
        m_error = fail(ErrorCode::InvalidArgument, (m_path.empty() ? "document" : m_path) + ": must be an object");
        m_object = nullptr;
    }
}

std::string JsonReader::path_of(std::string_view key) const {
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

void JsonReader::reject(std::string_view key, std::string_view reason) {
    if (!m_error) {
        m_error = fail(ErrorCode::InvalidArgument, path_of(key) + ": " + std::string(reason));
    }
}

Status JsonReader::status() const {
    if (m_error) {
        return *m_error;
    }
    return {};
}

const Json* JsonReader::find(std::string_view key) const {
    if (m_object == nullptr) {
        return nullptr;
    }
    const auto found = m_object->find(std::string(key));
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

std::string JsonReader::required_string(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) {
        reject(key, "is missing");
        return {};
    }
    if (!value->is_string()) {
        reject(key, "must be a string");
        return {};
    }
    return value->get<std::string>();
}

std::string JsonReader::string_or(std::string_view key, std::string fallback) {
    return optional_string(key).value_or(std::move(fallback));
}

std::optional<std::string> JsonReader::optional_string(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_string()) {
        reject(key, "must be a string");
        return std::nullopt;
    }
    return value->get<std::string>();
}

double JsonReader::number_or(std::string_view key, double fallback) {
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number() || !std::isfinite(value->get<double>())) {
        reject(key, "must be a number");
        return fallback;
    }
    return value->get<double>();
}

std::int64_t JsonReader::integer_or(std::string_view key, std::int64_t fallback) {
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (value->is_number_unsigned()) {
        const auto number = value->get<std::uint64_t>();
        if (number <= static_cast<std::uint64_t>(INT64_MAX)) {
            return static_cast<std::int64_t>(number);
        }
    } else if (value->is_number_integer()) {
        return value->get<std::int64_t>();
    } else if (value->is_number_float()) {
        // Other people's languages write 6 as 6.0.
        const auto number = value->get<double>();
        if (std::trunc(number) == number && std::abs(number) < 9e15) {
            return static_cast<std::int64_t>(number);
        }
    }
    reject(key, "must be a whole number");
    return fallback;
}

bool JsonReader::bool_or(std::string_view key, bool fallback) {
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_boolean()) {
        reject(key, "must be true or false");
        return fallback;
    }
    return value->get<bool>();
}

const Json* JsonReader::optional_object(std::string_view key) {
    const Json* value = find(key);
    if (value != nullptr && !value->is_object()) {
        reject(key, "must be an object");
        return nullptr;
    }
    return value;
}

const Json* JsonReader::required_object(std::string_view key) {
    if (find(key) == nullptr) {
        reject(key, "is missing");
        return nullptr;
    }
    return optional_object(key);
}

const Json* JsonReader::required_array(std::string_view key) {
    const Json* value = find(key);
    if (value == nullptr) {
        reject(key, "is missing");
        return nullptr;
    }
    if (!value->is_array()) {
        reject(key, "must be a list");
        return nullptr;
    }
    return value;
}

std::vector<std::string> JsonReader::strings_or_empty(std::string_view key) {
    const Json* value = find(key);
    std::vector<std::string> strings;
    if (value == nullptr) {
        return strings;
    }
    if (!value->is_array()) {
        reject(key, "must be a list of strings");
        return strings;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        if (!(*value)[i].is_string()) {
            reject(std::string(key) + "[" + std::to_string(i) + "]", "must be a string");
            return {};
        }
        strings.push_back((*value)[i].get<std::string>());
    }
    return strings;
}

} // namespace framehand::base
