// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/measuring.h"

#include <algorithm>

namespace framehand::jobs {

namespace {

constexpr std::int64_t kMost = 10'000;

} // namespace

base::Json to_json(const Measuring& measuring) {
    return {{"encoder", measuring.encoder}, {"done", measuring.done}, {"of", measuring.of}};
}

base::Json to_event(const Measuring& measuring) {
    auto event = to_json(measuring);
    event["event"] = "measuring";
    return event;
}

std::optional<Measuring> measuring_from_event(std::string_view line) {
    if (line.find("\"measuring\"") == std::string_view::npos) {
        return std::nullopt; // the whole measurement, for example, which is long
    }
    const auto json = base::parse_json(line, "event");
    if (!json || !json->is_object() || json->value("event", base::Json()) != "measuring") {
        return std::nullopt;
    }
    base::JsonReader reader(*json, "event");
    Measuring measuring;
    measuring.encoder = reader.required_string("encoder");
    measuring.done = static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("done", 0), 0, kMost));
    measuring.of = static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("of", 0), 0, kMost));
    return reader.status() ? std::optional(std::move(measuring)) : std::nullopt;
}

} // namespace framehand::jobs
