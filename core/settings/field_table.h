// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/settings/value_text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::settings {

/// What a setting is about.
enum class Group { Worker, Source, When, Orchestrator, Both };

[[nodiscard]] std::string_view to_string(Group group); ///< "worker", "source", "when", "orchestrator", "both"

/// From when on a new value of a running daemon's setting is in force: what is changed beside a job that runs, what is
/// taken by the next job, and what only a restart of the daemon's parts can change.
enum class Applies { AtOnce, NextJob, Restart };

[[nodiscard]] std::string_view to_string(Applies applies); ///< "at_once", "next_job", "restart"

/// One row: everything that is to be known of a setting besides its default, which is in Settings. The file's key,
/// the environment's name, the command line's flag, --help, `config show` and the checks all come from here.
struct Field {
    std::string_view key;                    ///< in the file: "sync_interval"
    std::string_view placeholder;            ///< in --help: "TIME"
    std::string_view help;                   ///< one line without a full stop
    std::string_view short_environment_name; ///< a second name in the environment, or ""
    Group group;
    Applies applies;

    /// Stores the value of `text`; false, and nothing stored, if it is not what expects() says.
    bool (*parse)(Settings& settings, std::string_view text, const ValueContext& context);
    /// The value as parse() reads it; "" for "not set".
    std::string (*format)(const Settings& settings);
    /// "a time from 100ms to 1h, such as 10s".
    std::string (*expects)();
    /// Which part of a text that parse() refuses is wrong, for values of many parts; else null.
    std::string (*mistake)(std::string_view text);

    /// "WORKER_SYNC_INTERVAL".
    [[nodiscard]] std::string environment_name() const;
    /// "--sync-interval".
    [[nodiscard]] std::string flag() const;
};

/// All settings, in the order in which they are shown.
[[nodiscard]] std::span<const Field> fields();

/// The row of a key, or null.
[[nodiscard]] const Field* find_field(std::string_view key);

/// Gives `settings` all values of `newer` that need no restart.
void take_live(Settings& settings, const Settings& newer);

/// `, did you mean "orchestrator_url"?` for a word that looks like one of `known`, else "".
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known);

/// `unknown key "orchestrator_ulr", did you mean "orchestrator_url"?`
[[nodiscard]] std::string unknown_key_message(std::string_view key);

/// `the key "threads" was already set in line 1`.
[[nodiscard]] std::string repeated_key_message(std::string_view key, int first_line);

/// `sync_interval: expected a time from 100ms to 1h, such as 10s, not "soon"`.
[[nodiscard]] std::string wrong_value_message(const Field& field, std::string_view text);

} // namespace framehand::settings
