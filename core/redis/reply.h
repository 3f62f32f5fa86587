// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framehand::redis {

/// One value of the server's, as the protocol (RESP2) has them. Texts are bytes: nothing is known of their encoding.
struct Reply {
    enum class Kind {
        Nil,
        Text,    ///< `text`
        Status,  ///< `text`: "OK", "QUEUED"
        Integer, ///< `integer`
        Array,   ///< `elements`
        Error,   ///< `text`: the server's words, "WRONGTYPE Operation against ...". Only inside of arrays
    };

    Kind kind = Kind::Nil;
    std::string text = {};
    std::int64_t integer = 0;
    std::vector<Reply> elements = {};

    [[nodiscard]] bool is_nil() const { return kind == Kind::Nil; }

    [[nodiscard]] bool is_error() const { return kind == Kind::Error; }

    [[nodiscard]] bool is_array() const { return kind == Kind::Array; }

    /// The text of a Text or Status; null for anything else.
    [[nodiscard]] const std::string* as_text() const {
        return kind == Kind::Text || kind == Kind::Status ? &text : nullptr;
    }

    /// The number of an Integer, or of a text that is nothing but one.
    [[nodiscard]] std::optional<std::int64_t> as_integer() const;
    /// What an answer of name, value, name, value ... says (HGETALL, the fields of a stream's entry): pairs in its
    /// order. What is no text becomes "".
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> as_pairs() const;
    /// The texts of an array, those of its elements that are texts.
    [[nodiscard]] std::vector<std::string> as_texts() const;

    bool operator==(const Reply&) const = default;
};

} // namespace framehand::redis
