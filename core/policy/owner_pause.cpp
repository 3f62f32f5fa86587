// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/owner_pause.h"

#include <cstdint>
#include <string_view>

namespace framehand::policy {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::string_view kReason = "by_you";

} // namespace

base::Json to_json(const OwnerPause& pause) {
    base::Json json{{"version", kVersion},
                    {"reason", kReason},
                    {"after_job", pause.when == PauseWhen::AfterJob},
                    {"since_ms", pause.since.time_since_epoch().count()}};
    if (pause.until) {
        json["until_ms"] = pause.until->time_since_epoch().count();
    }
    return json;
}

base::Result<OwnerPause> owner_pause_from_json(const base::Json& json) {
    base::JsonReader reader(json, "");
    if (reader.integer_or("version", 0) != kVersion) {
        reader.reject("version", "is not known to this program");
    }
    if (reader.required_string("reason") != kReason) {
        reader.reject("reason", "is not known to this program");
    }
    constexpr std::int64_t kNever = -1;
    OwnerPause pause;
    pause.when = reader.bool_or("after_job", false) ? PauseWhen::AfterJob : PauseWhen::Now;
    pause.since = base::WallTime{base::Duration{reader.integer_or("since_ms", 0)}};
    const auto until = reader.integer_or("until_ms", kNever);
    FH_TRY(reader.status());
    if (until != kNever) {
        pause.until = base::WallTime{base::Duration{until}};
    }
    return pause;
}

} // namespace framehand::policy
