// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::base {

using Json = nlohmann::json;

/// Parses UTF-8 text. InvalidArgument with line and column for malformed text, also for input nested deeper than
/// 64 levels. `what` names the document in the message ("request body", a file's path).
[[nodiscard]] Result<Json> parse_json(std::string_view text, std::string_view what);

/// One line, keys sorted, invalid UTF-8 replaced: never throws.
[[nodiscard]] std::string dump_json(const Json& value);

[[nodiscard]] Json to_json(const Error& error);
[[nodiscard]] Error error_from_json(const Json& value);

/// Reads an object's members with errors that name the full path of the field ("outputs[1].bitrate: must be ...").
/// A read that fails returns the fallback (or an empty value); the first error is the one that `status()` reports.
/// Call it before the values are used. The document must outlive the reader.
class JsonReader {
public:
    /// `path` is the prefix for messages, "" at the top. A value that is not an object is an error of its own.
    JsonReader(const Json& object, std::string path);

    [[nodiscard]] std::string required_string(std::string_view key);
    [[nodiscard]] std::string string_or(std::string_view key, std::string fallback);
    [[nodiscard]] std::optional<std::string> optional_string(std::string_view key);
    [[nodiscard]] double number_or(std::string_view key, double fallback);
    [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t fallback);
    [[nodiscard]] bool bool_or(std::string_view key, bool fallback);
    /// The object member, or null if absent; an error if it is something else.
    [[nodiscard]] const Json* optional_object(std::string_view key);
    [[nodiscard]] const Json* required_object(std::string_view key);
    [[nodiscard]] const Json* required_array(std::string_view key);
    [[nodiscard]] std::vector<std::string> strings_or_empty(std::string_view key);

    /// The path of a member as messages name it.
    [[nodiscard]] std::string path_of(std::string_view key) const;
    /// Records a failure of the caller's own check of a member.
    void reject(std::string_view key, std::string_view reason);
    [[nodiscard]] Status status() const;

private:
    [[nodiscard]] const Json* find(std::string_view key) const;
    const Json* m_object;
    std::string m_path;
    std::optional<Error> m_error;
};

} // namespace framehand::base
