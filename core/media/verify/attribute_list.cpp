// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/attribute_list.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace framehand::media::verify {
namespace {

using base::ErrorCode;
using base::fail;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_name_character(char c) {
    return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-';
}

} // namespace

std::optional<std::uint64_t> parse_decimal_integer(std::string_view text) {
    if (text.empty() || text.size() > 20 || !std::all_of(text.begin(), text.end(), is_digit)) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<double> parse_decimal_float(std::string_view text) {
    const auto points = std::count(text.begin(), text.end(), '.');
    if (text.empty() || text.size() > 40 || points > 1 || !is_digit(text.front()) || !is_digit(text.back()) ||
        !std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; })) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

base::Result<AttributeList> AttributeList::parse(std::string_view text) {
    AttributeList list;
    while (true) {
        const std::size_t equals = text.find('=');
        const std::string_view name = text.substr(0, equals);
        if (equals == std::string_view::npos || name.empty() || name.size() > 100 ||
            !std::all_of(name.begin(), name.end(), is_name_character)) {
            return fail(ErrorCode::CorruptData, "attribute list breaks at \"" + std::string(text.substr(0, 40)) + "\"");
        }
        text.remove_prefix(equals + 1);
        Value value;
        if (!text.empty() && text.front() == '"') {
            const std::size_t close = text.find('"', 1);
            if (close == std::string_view::npos) {
                return fail(ErrorCode::CorruptData, "quoted string of " + std::string(name) + " is not closed");
            }
            value = {std::string(text.substr(1, close - 1)), true};
            text.remove_prefix(close + 1);
        } else {
            const std::string_view word = text.substr(0, text.find(','));
            if (word.empty() || word.find_first_of("\" \t") != std::string_view::npos) {
                return fail(ErrorCode::CorruptData, "value of " + std::string(name) + " is malformed");
            }
            value = {std::string(word), false};
            text.remove_prefix(word.size());
        }
        if (!list.m_values.emplace(name, std::move(value)).second) {
            return fail(ErrorCode::CorruptData, "attribute " + std::string(name) + " is given twice");
        }
        if (text.empty()) {
            return list;
        }
        if (text.front() != ',') {
            return fail(ErrorCode::CorruptData, "no comma after attribute " + std::string(name));
        }
        text.remove_prefix(1);
    }
}

std::optional<std::string> AttributeList::quoted(std::string_view name) const {
    const auto found = m_values.find(name);
    return found != m_values.end() && found->second.is_quoted ? std::optional(found->second.text) : std::nullopt;
}

std::optional<std::string> AttributeList::word(std::string_view name) const {
    const auto found = m_values.find(name);
    return found != m_values.end() && !found->second.is_quoted ? std::optional(found->second.text) : std::nullopt;
}

std::optional<std::uint64_t> AttributeList::integer(std::string_view name) const {
    const auto text = word(name);
    return text ? parse_decimal_integer(*text) : std::nullopt;
}

std::optional<double> AttributeList::decimal(std::string_view name) const {
    const auto text = word(name);
    return text ? parse_decimal_float(*text) : std::nullopt;
}

} // namespace framehand::media::verify
