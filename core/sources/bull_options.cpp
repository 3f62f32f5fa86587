// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_options.h"

#include <algorithm>
#include <cmath>

namespace framehand::sources {

namespace {

/// A week: a larger one is a mistake, and 2^n grows beyond all numbers.
constexpr double kLongestDelayMs = 7.0 * 24 * 3600 * 1000;
constexpr std::size_t kMostTraces = 50;

std::optional<double> number_of(const base::Json& object, std::string_view key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end()) {
        return std::nullopt;
    }
    if (found->is_number()) {
        return found->get<double>();
    }
    return std::nullopt;
}

std::string text_of(const base::Json& object, std::string_view key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

base::Duration milliseconds(double value) {
    return base::Duration{std::llround(std::clamp(value, 0.0, kLongestDelayMs))};
}

} // namespace

std::int64_t bull_attempts(BullKind kind, const base::Json& opts) {
    const auto attempts = number_of(opts, "attempts");
    if (!attempts) {
        return kind == BullKind::Bull ? 1 : 0;
    }
    return std::llround(std::clamp(*attempts, 0.0, static_cast<double>(kMostBullAttempts)));
}

std::optional<base::Duration> bull_retry_delay(BullKind kind, const base::Json& opts, std::int64_t attempts_made,
                                               const base::Random& random) {
    if (attempts_made + 1 >= bull_attempts(kind, opts)) {
        return std::nullopt;
    }
    if (const auto fixed = number_of(opts, "backoff")) {
        return milliseconds(*fixed);
    }
    const auto backoff = opts.find("backoff");
    if (backoff == opts.end() || !backoff->is_object()) {
        return base::Duration{0};
    }
    const auto delay = number_of(*backoff, "delay").value_or(0);
    double wait = delay;
    if (text_of(*backoff, "type") == "exponential") {
        const auto made = static_cast<double>(std::min<std::int64_t>(attempts_made, 62));
        wait = kind == BullKind::BullMq ? std::pow(2.0, made) * delay : (std::pow(2.0, made + 1) - 1) * delay;
    }
    const auto jitter = std::clamp(number_of(*backoff, "jitter").value_or(0), 0.0, 1.0);
    if (kind == BullKind::BullMq && jitter > 0) {
        wait = std::clamp(wait, 0.0, kLongestDelayMs); // of what is infinite no part can be told
        wait = std::floor(random() * wait * jitter + wait * (1 - jitter));
    }
    return milliseconds(wait);
}

base::Json bull_keep_jobs(const base::Json& opts, std::string_view option) {
    const auto found = opts.find(option);
    if (found != opts.end()) {
        if (found->is_object()) {
            return *found;
        }
        if (found->is_number()) {
            return {{"count", std::llround(std::clamp(found->get<double>(), -1.0, 1e9))}};
        }
        if (found->is_boolean() && found->get<bool>()) {
            return {{"count", 0}};
        }
    }
    return {{"count", -1}};
}

base::Json bull_stacktrace(const base::Json& before, const base::Json& opts, const std::string& reason) {
    auto traces = before.is_array() ? before : base::Json::array();
    traces.push_back("Error: " + reason);
    auto most = kMostTraces;
    if (const auto limit = number_of(opts, "stackTraceLimit"); limit && *limit >= 0) {
        most = std::min(most, static_cast<std::size_t>(std::min(*limit, 1e6)));
    }
    while (traces.size() > most) {
        traces.erase(traces.begin());
    }
    return traces;
}

} // namespace framehand::sources
