// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_format.h"

#include "core/base/json.h"

#include <algorithm>
#include <array>

namespace framehand::base {

namespace {

constexpr std::array<std::string_view, 8> kSecretWords{"token",  "authorization", "password", "passwd",
                                                       "secret", "credential",    "apikey",   "cookie"};
constexpr std::string_view kMask = "***";
constexpr std::size_t kLevelWidth = 7;

std::string_view shown_value(const std::pair<std::string, std::string>& field) {
    return is_secret_key(field.first) ? kMask : std::string_view(field.second);
}

std::string_view colour(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return "\033[2m";
    case LogLevel::Info:
        return "\033[32m";
    case LogLevel::Warning:
        return "\033[33m";
    case LogLevel::Error:
        break;
    }
    return "\033[31m";
}

std::string escaped(std::string_view text) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\x";
            out += kHex[byte >> 4U];
            out += kHex[byte & 0x0FU];
        } else {
            out += c;
        }
    }
    return out;
}

std::string quoted_if_needed(std::string_view value) {
    if (!value.empty() && value.find_first_of(" \"=\\") == std::string_view::npos) {
        return escaped(value);
    }
    std::string out = "\"";
    for (const char c : escaped(value)) {
        if (c == '"') {
            out += '\\';
        }
        out += c;
    }
    return out + '"';
}

} // namespace

bool is_secret_key(std::string_view key) {
    std::string letters;
    for (const char c : key) {
        if (c >= 'A' && c <= 'Z') {
            letters += static_cast<char>(c - 'A' + 'a');
        } else if (c >= 'a' && c <= 'z') {
            letters += c;
        }
    }
    return std::ranges::any_of(kSecretWords,
                               [&](std::string_view word) { return letters.find(word) != std::string::npos; });
}

std::string format_json_line(const LogRecord& record) {
    std::string line = "{\"time\":" + dump_json(to_rfc3339(record.time));
    line += ",\"level\":" + dump_json(std::string(to_string(record.level)));
    line += ",\"message\":" + dump_json(record.message);
    for (const auto& field : record.fields) {
        std::string name = field.first;
        if (name == "time" || name == "level" || name == "message") {
            name += '_';
        }
        line += ',' + dump_json(name) + ':' + dump_json(std::string(shown_value(field)));
    }
    return line + '}';
}

std::string format_text_line(const LogRecord& record, TextStyle style) {
    std::string level(to_string(record.level));
    level.resize(std::max(level.size(), kLevelWidth), ' ');
    if (style == TextStyle::Coloured) {
        level = std::string(colour(record.level)) + level + "\033[0m";
    }
    std::string line = to_rfc3339(record.time) + ' ' + level + ' ' + escaped(record.message);
    for (const auto& field : record.fields) {
        line += ' ' + escaped(field.first) + '=' + quoted_if_needed(shown_value(field));
    }
    return line;
}

} // namespace framehand::base
