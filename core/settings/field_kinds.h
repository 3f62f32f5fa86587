// SPDX-License-Identifier: GPL-3.0-or-later
// Long because: one small class for each kind of value, all of them alike.
#pragma once

#include "core/base/text.h"
#include "core/settings/settings.h"
#include "core/settings/value_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The kinds of values that settings have, for the rows of the field table. Each reads a text into its member, writes
/// the member as it is read, and says what it expects.
namespace framehand::settings::kinds {

template <auto Member, std::int64_t Min, std::int64_t Max>
struct IntegerField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        const auto value = read_integer(text, Min, Max);
        if (value) {
            settings.*Member = static_cast<int>(*value);
        }
        return value.has_value();
    }

    static std::string format(const Settings& settings) { return std::to_string(settings.*Member); }

    static std::string expects() { return "a whole number from " + std::to_string(Min) + " to " + std::to_string(Max); }
};

template <auto Member, std::int64_t MinMs, std::int64_t MaxMs>
struct DurationField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        const auto value = base::parse_duration(text);
        if (!value || value->count() < MinMs || value->count() > MaxMs) {
            return false;
        }
        settings.*Member = *value;
        return true;
    }

    static std::string format(const Settings& settings) { return base::format_duration(settings.*Member); }

    static std::string expects() {
        return "a time from " + base::format_duration(base::Duration(MinMs)) + " to " +
               base::format_duration(base::Duration(MaxMs)) + ", such as 10s";
    }
};

template <auto Member>
struct ByteCountField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        const auto value = read_byte_count(text);
        if (value) {
            settings.*Member = *value;
        }
        return value.has_value();
    }

    static std::string format(const Settings& settings) { return write_byte_count(settings.*Member); }

    static std::string expects() { return "a size such as 2GB, 500MB or a number of bytes"; }
};

/// A size that is either no limit at all or enough to work with.
template <auto Member, std::uint64_t Least>
struct SizeLimitField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        const auto value = read_byte_count(text);
        if (!value || (*value != 0 && *value < Least)) {
            return false;
        }
        settings.*Member = *value;
        return true;
    }

    static std::string format(const Settings& settings) { return write_byte_count(settings.*Member); }

    static std::string expects() { return "a size from " + write_byte_count(Least) + " on, or 0 for no limit"; }
};

template <auto Member>
struct PathField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& context) {
        auto value = read_path(text, context);
        if (value) {
            settings.*Member = std::move(*value);
        }
        return value.has_value();
    }

    static std::string format(const Settings& settings) { return (settings.*Member).string(); }

    static std::string expects() { return "a path, which may begin with \"~/\""; }
};

template <auto Member, auto Read>
struct TextField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        auto value = Read(text);
        if (value) {
            settings.*Member = std::move(*value);
        }
        return value.has_value();
    }

    static std::string format(const Settings& settings) { return settings.*Member; }
};

struct UrlField : TextField<&Settings::orchestrator_url, &read_http_url> {
    static std::string expects() { return "a URL such as http://server:8787, without user name, query or fragment"; }
};

struct LokiUrlField : TextField<&Settings::log_loki_url, &read_http_url> {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& context) {
        if (text.empty()) {
            settings.log_loki_url.clear();
            return true;
        }
        return TextField::parse(settings, text, context);
    }

    static std::string expects() { return "a URL such as http://loki:3100, without user name, query or fragment"; }
};

struct WorkerIdField : TextField<&Settings::worker_id, &read_worker_id> {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& context) {
        if (text.empty()) {
            settings.worker_id.clear();
            return true;
        }
        return TextField::parse(settings, text, context);
    }

    static std::string expects() { return "1 to 128 letters, digits, \".\", \"_\" or \"-\""; }
};

struct AddressField : TextField<&Settings::listen_address, &read_host> {
    static std::string expects() { return "an IP address or a host name, without a port"; }
};

struct WorkHoursField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        const auto grid = parse_week_grid(text);
        if (grid) {
            settings.work_hours = *grid;
        }
        return grid.has_value();
    }

    static std::string format(const Settings& settings) { return to_text(settings.work_hours); }

    static std::string expects() {
        return "hours such as \"Mon-Fri 22:00-07:00, Sat-Sun 00:00-24:00\", always or never";
    }

    static std::string mistake(std::string_view text) {
        const auto grid = parse_week_grid(text);
        return grid ? std::string() : grid.error().message;
    }
};

inline std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

struct ProgramsField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        auto names = read_program_names(text);
        if (names) {
            settings.pause_for_programs = std::move(*names);
        }
        return names.has_value();
    }

    static std::string format(const Settings& settings) { return joined(settings.pause_for_programs); }

    static std::string expects() { return "names of programs without their folders, such as \"blender, vlc\""; }
};

/// A name that something has elsewhere: a queue, a bucket, a task.
template <auto Member>
struct NameField : TextField<Member, &read_name> {
    static std::string expects() { return "a name of 1 to 255 characters without blanks"; }
};

struct HttpOrNothing {
    static std::optional<std::string> read(std::string_view text) {
        return text.empty() ? std::optional<std::string>(std::string()) : read_http_url(text);
    }
};

/// The same, or nothing.
template <auto Member>
struct OptionalNameField : NameField<Member> {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& context) {
        if (text.empty()) {
            (settings.*Member).clear();
            return true;
        }
        return NameField<Member>::parse(settings, text, context);
    }
};

struct S3EndpointField : TextField<&Settings::s3_endpoint, &HttpOrNothing::read> {
    static std::string expects() { return "a URL such as http://minio:9000, without user name, query or fragment"; }
};

struct RedisSchemes {
    static constexpr std::string_view kSchemes = "redis,rediss";
    static constexpr std::string_view kExample = "redis://server:6379/0";
    static constexpr UrlQuery kQuery = UrlQuery::Refused;
};

struct AmqpSchemes {
    static constexpr std::string_view kSchemes = "amqp,amqps";
    static constexpr std::string_view kExample = "amqp://user@server:5672/";
    static constexpr UrlQuery kQuery = UrlQuery::Allowed; // heartbeat, cacertfile
};

struct PostgresSchemes {
    static constexpr std::string_view kSchemes = "postgresql,postgres";
    static constexpr std::string_view kExample = "postgresql://user@server:5432/database";
    static constexpr UrlQuery kQuery = UrlQuery::Refused;
};

enum class Needed { Always, Optional };

template <auto Member, typename Schemes, Needed Need = Needed::Always>
struct ServerUrlField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        if (text.empty() && Need == Needed::Optional) {
            (settings.*Member).clear();
            return true;
        }
        auto value = read_server_url(text, Schemes::kSchemes, Schemes::kQuery);
        if (value) {
            settings.*Member = std::move(*value);
        }
        return value.has_value();
    }

    static std::string format(const Settings& settings) { return settings.*Member; }

    static std::string expects() {
        return "a URL such as " + std::string(Schemes::kExample) + ", without a password, which is kept apart";
    }
};

struct AnyWord {
    static constexpr std::string_view kExpects = "words, divided by commas";

    static bool takes(std::string_view /*word*/) { return true; }
};

template <const auto& Known>
struct KnownWord {
    static bool takes(std::string_view word) { return std::ranges::find(Known, word) != std::end(Known); }
};

template <auto Member, typename Words, Needed Need = Needed::Always>
struct WordsField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        auto words = read_words(text);
        if (!words || (words->empty() && Need == Needed::Always) || !std::ranges::all_of(*words, &Words::takes)) {
            return false;
        }
        settings.*Member = std::move(*words);
        return true;
    }

    static std::string format(const Settings& settings) { return joined(settings.*Member); }

    static std::string expects() { return std::string(Words::kExpects); }
};

inline constexpr std::array<std::string_view, 5> kSources{"orchestrator", "redis", "celery", "bullmq", "rabbitmq"};
inline constexpr std::array<std::string_view, 3> kRoles{"transcode", "healthcheck", "replace"};

struct SourceWords : KnownWord<kSources> {
    static constexpr std::string_view kExpects =
        "one or more of orchestrator, redis, celery, bullmq and rabbitmq, in the order of preference";
};

struct RoleWords : KnownWord<kRoles> {
    static constexpr std::string_view kExpects = "one or more of transcode, healthcheck and replace";
};

template <typename Enum>
struct Choice {
    std::string_view name;
    Enum value;
};

template <auto Member, const auto& Choices>
struct ChoiceField {
    static bool parse(Settings& settings, std::string_view text, const ValueContext& /*context*/) {
        for (const auto& choice : Choices) {
            if (choice.name == text) {
                settings.*Member = choice.value;
                return true;
            }
        }
        return false;
    }

    static std::string format(const Settings& settings) {
        for (const auto& choice : Choices) {
            if (choice.value == settings.*Member) {
                return std::string(choice.name);
            }
        }
        return {};
    }

    static std::string expects() {
        std::string names;
        for (const auto& choice : Choices) {
            names += (names.empty() ? "" : ", ") + std::string(choice.name);
        }
        return "one of " + names;
    }
};

} // namespace framehand::settings::kinds
