// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>

namespace framehand::base {

namespace {

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        d[i][0] = i;
    }
    for (std::size_t j = 0; j <= b.size(); ++j) {
        d[0][j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, substitution});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

/// A non-negative decimal number and what follows it.
std::optional<std::pair<double, std::string_view>> leading_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(value) || value < 0) {
        return std::nullopt;
    }
    return std::pair{value, text.substr(static_cast<std::size_t>(end - text.data()))};
}

struct Unit {
    std::string_view name;
    double factor;
};

std::optional<double> scaled(std::string_view text, std::span<const Unit> units) {
    const auto number = leading_number(text);
    if (!number) {
        return std::nullopt;
    }
    const std::string unit = trim(number->second);
    for (const auto& candidate : units) {
        if (candidate.name == unit) {
            return number->first * candidate.factor;
        }
    }
    return std::nullopt;
}

} // namespace

std::string closest_match(std::string_view word, const std::vector<std::string>& candidates) {
    std::size_t best = std::max<std::size_t>(2, word.size() / 3) + 1;
    std::string match;
    for (const auto& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best && distance < std::max(word.size(), candidate.size())) {
            best = distance;
            match = candidate;
        }
    }
    return match;
}

Result<Duration> parse_duration(std::string_view text) {
    static constexpr std::array kUnits{Unit{"ms", 1},        Unit{"", 1000},      Unit{"s", 1000},
                                       Unit{"m", 60'000},    Unit{"min", 60'000}, Unit{"h", 3'600'000},
                                       Unit{"d", 86'400'000}};
    const auto milliseconds = scaled(trim(text), kUnits);
    if (!milliseconds || *milliseconds > 3.2e12) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) + "\" is not a duration; write for example 500ms, 10s, 2m or 1h");
    }
    return Duration(std::llround(*milliseconds));
}

std::string format_duration(Duration duration) {
    const auto ms = duration.count();
    static constexpr std::array<std::pair<std::int64_t, std::string_view>, 4> kUnits{
        {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}}};
    for (const auto& [size, name] : kUnits) {
        if (ms != 0 && ms % size == 0) {
            return std::to_string(ms / size) + std::string(name);
        }
    }
    return ms == 0 ? "0s" : std::to_string(ms) + "ms";
}

std::string humanize_duration(Duration duration) {
    const auto seconds = (duration.count() + 500) / 1000;
    if (seconds < 60) {
        return std::to_string(seconds) + " s";
    }
    const auto minutes = seconds / 60;
    if (minutes < 60) {
        const auto rest = seconds % 60;
        return std::to_string(minutes) + " min" + (rest == 0 ? "" : " " + std::to_string(rest) + " s");
    }
    const auto rest = minutes % 60;
    return std::to_string(minutes / 60) + " h" + (rest == 0 ? "" : " " + std::to_string(rest) + " min");
}

Result<std::int64_t> parse_bitrate(std::string_view text) {
    static constexpr std::array kUnits{Unit{"", 1},    Unit{"k", 1e3}, Unit{"K", 1e3}, Unit{"m", 1e6},
                                       Unit{"M", 1e6}, Unit{"g", 1e9}, Unit{"G", 1e9}};
    const auto bits = scaled(trim(text), kUnits);
    if (!bits || *bits > 1e12) {
        return fail(ErrorCode::InvalidArgument,
                    "\"" + std::string(text) + "\" is not a bit rate; write for example 2500k or 5M");
    }
    return static_cast<std::int64_t>(std::llround(*bits));
}

std::string format_bitrate(std::int64_t bits_per_second) {
    if (bits_per_second != 0 && bits_per_second % 1000 == 0) {
        return std::to_string(bits_per_second / 1000) + "k";
    }
    return std::to_string(bits_per_second);
}

std::string humanize_bytes(std::int64_t bytes) {
    static constexpr std::array<std::string_view, 5> kUnits{"kB", "MB", "GB", "TB", "PB"};
    if (bytes < 1000) {
        return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (value /= 1000; value >= 999.95 && unit + 1 < kUnits.size(); value /= 1000) {
        ++unit;
    }
    // Not printf: it writes the locale's decimal comma.
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1).ptr;
    return std::string(text.data(), end) + " " + std::string(kUnits[unit]);
}

std::string to_hex(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::string trim(std::string_view text) {
    static constexpr std::string_view kSpace = " \t\r\n\f\v";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) {
            return parts;
        }
        start = end + 1;
    }
}

std::string shortened(std::string_view text, std::size_t most_bytes) {
    constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
    if (text.size() <= most_bytes) {
        return std::string(text);
    }
    std::size_t end = most_bytes > kEllipsis.size() ? most_bytes - kEllipsis.size() : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

} // namespace framehand::base
