// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/value_text.h"

#include "core/base/text.h"
#include "core/base/whole_path.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace framehand::settings {

namespace {

struct Unit {
    std::string_view name;
    std::uint64_t factor;
};

// Largest first: write_byte_count() takes the first that divides exactly.
constexpr std::array<Unit, 8> kUnits{{{"TB", 1'000'000'000'000ULL},
                                      {"TiB", 1ULL << 40U},
                                      {"GB", 1'000'000'000ULL},
                                      {"GiB", 1ULL << 30U},
                                      {"MB", 1'000'000ULL},
                                      {"MiB", 1ULL << 20U},
                                      {"kB", 1'000ULL},
                                      {"KiB", 1ULL << 10U}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool valid_port(std::string_view text) {
    return read_integer(text, 1, 65535).has_value();
}

/// "host", "host:port", "[v6]" or "[v6]:port".
bool valid_authority(std::string_view text) {
    std::string_view host = text;
    std::string_view port;
    bool has_port = false;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) {
            return false;
        }
        host = text.substr(1, end - 1);
        const std::string_view rest = text.substr(end + 1);
        has_port = !rest.empty();
        if (has_port && rest.front() != ':') {
            return false;
        }
        port = has_port ? rest.substr(1) : rest;
        if (host.find(':') == std::string_view::npos) {
            return false;
        }
    } else if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
        has_port = true;
    }
    return read_host(host).has_value() && (!has_port || valid_port(port));
}

} // namespace

std::optional<std::int64_t> read_integer(std::string_view text, std::int64_t min, std::int64_t max) {
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || value < min || value > max) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::uint64_t> read_byte_count(std::string_view text) {
    const auto digits_end = text.find_first_not_of("0123456789.");
    const std::string_view number = text.substr(0, digits_end);
    std::string_view unit = digits_end == std::string_view::npos ? std::string_view() : text.substr(digits_end);
    while (unit.starts_with(' ')) {
        unit.remove_prefix(1);
    }
    std::uint64_t factor = 1;
    if (!unit.empty() && !same_ignoring_case(unit, "b")) {
        const auto* found =
            std::ranges::find_if(kUnits, [unit](const Unit& known) { return same_ignoring_case(known.name, unit); });
        if (found == kUnits.end()) {
            return std::nullopt;
        }
        factor = found->factor;
    }
    const char* end = number.data() + number.size();
    std::uint64_t whole = 0;
    if (const auto [stopped, error] = std::from_chars(number.data(), end, whole);
        error == std::errc() && stopped == end) {
        if (whole > std::numeric_limits<std::uint64_t>::max() / factor) {
            return std::nullopt;
        }
        return whole * factor;
    }
    double fraction = 0;
    const auto [stopped, error] = std::from_chars(number.data(), end, fraction, std::chars_format::fixed);
    const double bytes = fraction * static_cast<double>(factor);
    if (error != std::errc() || stopped != end || factor == 1 || !(bytes < 1e19)) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(std::llround(bytes));
}

std::string write_byte_count(std::uint64_t bytes) {
    for (const Unit& unit : kUnits) {
        if (bytes != 0 && bytes % unit.factor == 0) {
            return std::to_string(bytes / unit.factor) + std::string(unit.name);
        }
    }
    return std::to_string(bytes);
}

std::optional<std::string> read_http_url(std::string_view text) {
    std::string_view rest = text;
    if (rest.starts_with("http://")) {
        rest.remove_prefix(7);
    } else if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else {
        return std::nullopt;
    }
    if (std::ranges::any_of(rest,
                            [](char c) { return is_control(c) || c == ' ' || c == '?' || c == '#' || c == '@'; })) {
        return std::nullopt;
    }
    if (!valid_authority(rest.substr(0, rest.find('/')))) {
        return std::nullopt;
    }
    while (text.ends_with('/')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

std::optional<std::string> read_worker_id(std::string_view text) {
    if (text.empty() || text.size() > 128 || !std::ranges::all_of(text, is_name_character)) {
        return std::nullopt;
    }
    return std::string(text);
}

std::optional<std::string> read_host(std::string_view text) {
    const auto allowed = [](char c) { return is_name_character(c) || c == ':'; };
    if (text.empty() || text.size() > 253 || !std::ranges::all_of(text, allowed)) {
        return std::nullopt;
    }
    // One colon is a port that does not belong here; an IPv6 address has two at least.
    if (std::ranges::count(text, ':') == 1) {
        return std::nullopt;
    }
    return std::string(text);
}

std::optional<std::filesystem::path> read_path(std::string_view text, const ValueContext& context) {
    if (text.empty()) {
        return std::filesystem::path();
    }
    if (std::ranges::any_of(text, is_control)) {
        return std::nullopt;
    }
    std::filesystem::path path;
    if (text == "~") {
        path = context.home;
    } else if (text.starts_with("~/")) {
        path = context.home / text.substr(2);
    } else if (text.starts_with('~')) {
        return std::nullopt;
    } else {
        path = base::joined(context.base_dir, text);
    }
    path = base::normal(path);
    if (!base::is_absolute(path)) {
        return std::nullopt;
    }
    if (!path.has_filename() && path.has_relative_path()) {
        path = path.parent_path();
    }
    return path;
}

std::optional<std::vector<std::string>> read_program_names(std::string_view text) {
    std::vector<std::string> names;
    if (base::trim(text).empty()) {
        return names;
    }
    for (const auto& part : base::split(text, ',')) {
        const auto name = base::trim(part);
        const bool control = std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
        if (name.empty() || name.size() > 255 || control || name.find('/') != std::string::npos) {
            return std::nullopt;
        }
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

std::optional<std::string> read_server_url(std::string_view text, std::string_view schemes, UrlQuery query) {
    const auto colon = text.find("://");
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto known = base::split(schemes, ',');
    if (std::ranges::find(known, text.substr(0, colon)) == known.end()) {
        return std::nullopt;
    }
    auto rest = text.substr(colon + 3);
    if (std::ranges::any_of(rest, [](char c) { return is_control(c) || c == ' ' || c == '#'; })) {
        return std::nullopt;
    }
    if (const auto mark = rest.find('?'); mark != std::string_view::npos) {
        if (query == UrlQuery::Refused) {
            return std::nullopt;
        }
        rest = rest.substr(0, mark);
    }
    auto authority = rest.substr(0, rest.find('/'));
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        const auto user = authority.substr(0, at);
        if (user.empty() || user.find(':') != std::string_view::npos) {
            return std::nullopt;
        }
        authority.remove_prefix(at + 1);
    }
    return valid_authority(authority) ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::vector<std::string>> read_words(std::string_view text) {
    std::vector<std::string> words;
    if (base::trim(text).empty()) {
        return words;
    }
    for (const auto& part : base::split(text, ',')) {
        const auto word = base::trim(part);
        const bool plain =
            std::ranges::all_of(word, [](char c) { return is_name_character(c) || c == ':' || c == '=' || c == '/'; });
        if (word.empty() || word.size() > 255 || !plain) {
            return std::nullopt;
        }
        if (std::ranges::find(words, word) == words.end()) {
            words.push_back(word);
        }
    }
    return words;
}

std::optional<std::string> read_name(std::string_view text) {
    const bool plain = std::ranges::none_of(text, [](char c) { return is_control(c) || c == ' '; });
    return text.empty() || text.size() > 255 || !plain ? std::nullopt : std::optional(std::string(text));
}

} // namespace framehand::settings
