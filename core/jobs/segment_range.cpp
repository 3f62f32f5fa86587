// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/segment_range.h"

#include <charconv>
#include <optional>

namespace framehand::jobs {

namespace {

constexpr std::int64_t kLargest = 1'000'000'000; // of what people write; far beyond any film

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const bool is_number = error == std::errc() && stop == end && number >= 0 && number <= kLargest;
    return is_number && text.front() != '-' ? std::optional(number) : std::nullopt;
}

} // namespace

base::Result<SegmentRange> parse_segment_range(std::string_view text) {
    const std::size_t dash = text.find('-');
    const std::string_view behind = dash == std::string_view::npos ? text : text.substr(dash + 1);
    const auto first = number_of(text.substr(0, dash));
    const auto last = behind.empty() ? SegmentRange::kToTheEnd : number_of(behind);
    if (!first || !last) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "\"" + std::string(text) + "\" is no range of segments; write it as 0-3, 4 or 5-");
    }
    if (*last < *first) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "the range \"" + std::string(text) + "\" ends before it begins");
    }
    return SegmentRange{*first, *last};
}

std::string to_string(const SegmentRange& range) {
    if (range.first == range.last) {
        return std::to_string(range.first);
    }
    return std::to_string(range.first) + "-" +
           (range.last == SegmentRange::kToTheEnd ? std::string() : std::to_string(range.last));
}

base::Json to_json(const SegmentRange& range) {
    base::Json json = {{"first", range.first}};
    if (range.last != SegmentRange::kToTheEnd) {
        json["last"] = range.last;
    }
    return json;
}

base::Result<SegmentRange> segment_range_from_json(const base::Json& json, const std::string& path) {
    base::JsonReader reader(json, path);
    SegmentRange range;
    range.first = reader.integer_or("first", 0);
    range.last = reader.integer_or("last", SegmentRange::kToTheEnd);
    if (range.first < 0 || range.last < range.first) {
        reader.reject("last", "must not be before first, nor first below 0");
    }
    FH_TRY(reader.status());
    return range;
}

} // namespace framehand::jobs
