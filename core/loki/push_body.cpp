// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loki/push_body.h"

#include "core/base/json.h"

#include <algorithm>
#include <utility>

namespace framehand::loki {

namespace {

constexpr std::string_view kPath = "/loki/api/v1/push";

} // namespace

std::string push_url(std::string_view base_url) {
    while (base_url.ends_with('/')) {
        base_url.remove_suffix(1);
    }
    std::string url(base_url);
    return base_url.ends_with(kPath) ? url : url.append(kPath);
}

std::string push_body(std::span<const Entry> entries, std::string_view worker) {
    auto streams = base::Json::array();
    for (const Entry& entry : entries) {
        const auto level = base::to_string(entry.level);
        auto stream =
            std::ranges::find_if(streams, [&](const auto& known) { return known["stream"]["level"] == level; });
        if (stream == streams.end()) {
            streams.push_back({{"stream", {{"job", "framehand"}, {"worker", worker}, {"level", level}}},
                               {"values", base::Json::array()}});
            stream = std::prev(streams.end());
        }
        (*stream)["values"].push_back(base::Json::array({std::to_string(entry.time_ns), entry.line}));
    }
    return base::dump_json({{"streams", std::move(streams)}});
}

} // namespace framehand::loki
