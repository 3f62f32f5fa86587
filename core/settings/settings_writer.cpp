// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_writer.h"

#include "core/settings/field_table.h"
#include "core/settings/settings_file.h"
#include "core/settings/yaml_file.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace framehand::settings {

namespace {

struct Line {
    std::string_view text; ///< without its end
    std::string_view end;  ///< "\n", "\r\n" or "" at the end of the file
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        const std::size_t length = newline == std::string_view::npos ? text.size() : newline;
        const bool has_return = newline != std::string_view::npos && length > 0 && text[length - 1] == '\r';
        const std::size_t content = has_return ? length - 1 : length;
        const std::size_t whole = newline == std::string_view::npos ? length : length + 1;
        lines.push_back({text.substr(0, content), text.substr(content, whole - content)});
        text.remove_prefix(whole);
    }
    return lines;
}

/// Where the value of "key: value # comment" ends; text after it is blank or a comment.
std::size_t value_end(std::string_view line, std::size_t begin) {
    if (begin < line.size() && (line[begin] == '"' || line[begin] == '\'')) {
        const char quote = line[begin];
        for (std::size_t i = begin + 1; i < line.size(); ++i) {
            if (quote == '"' && line[i] == '\\') {
                ++i;
            } else if (line[i] == quote) {
                if (quote == '\'' && i + 1 < line.size() && line[i + 1] == quote) {
                    ++i;
                    continue;
                }
                return i + 1;
            }
        }
        return line.size();
    }
    std::size_t end = line.size();
    for (std::size_t i = begin; i < line.size(); ++i) {
        if (line[i] == '#' && (line[i - 1] == ' ' || line[i - 1] == '\t')) {
            end = i;
            break;
        }
    }
    while (end > begin && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
        --end;
    }
    return end;
}

std::string scalar(std::string_view value) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("./_-:~").find(c) != std::string_view::npos;
    };
    const bool starts_plain = !value.empty() && std::string_view("-:~").find(value.front()) == std::string_view::npos;
    const bool is_home = value.starts_with("~/");
    const bool is_null = value == "null" || value == "Null" || value == "NULL";
    if ((starts_plain || is_home) && !is_null && std::ranges::all_of(value, plain) && !value.ends_with(':')) {
        return std::string(value);
    }
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

/// The line with a new value, or nothing if it is not of the form "key: value" at its very start.
std::optional<std::string> edited(std::string_view line, std::string_view key, std::string_view value) {
    std::string_view rest = line;
    for (const std::string& form : {std::string(key), '"' + std::string(key) + '"', '\'' + std::string(key) + '\''}) {
        if (!line.starts_with(form)) {
            continue;
        }
        std::size_t at = form.size();
        while (at < rest.size() && rest[at] == ' ') {
            ++at;
        }
        if (at >= rest.size() || rest[at] != ':') {
            return std::nullopt;
        }
        std::size_t begin = at + 1;
        while (begin < rest.size() && (rest[begin] == ' ' || rest[begin] == '\t')) {
            ++begin;
        }
        // A key without a value: the blanks, if any, belong to a comment.
        const bool is_bare = begin == rest.size() || (rest[begin] == '#' && begin > at + 1);
        const std::size_t end = is_bare ? at + 1 : value_end(rest, begin);
        return std::string(rest.substr(0, at + 1)) + " " + scalar(value) + std::string(rest.substr(end));
    }
    return std::nullopt;
}

bool same_entries(const std::vector<YamlEntry>& expected, const std::vector<YamlEntry>& found) {
    return std::ranges::equal(expected, found, [](const YamlEntry& a, const YamlEntry& b) {
        return a.key == b.key && a.value == b.value && a.instead_of_scalar == b.instead_of_scalar;
    });
}

bool holds_only_this_change(const std::vector<YamlEntry>& before, const std::vector<YamlEntry>& after,
                            std::string_view key, std::string_view value) {
    std::vector<YamlEntry> expected = before;
    const auto found = std::ranges::find(expected, key, &YamlEntry::key);
    if (found == expected.end()) {
        expected.push_back({std::string(key), std::string(value), 0, 0, ""});
    } else {
        found->value = value;
        found->instead_of_scalar.clear();
    }
    return same_entries(expected, after);
}

/// Whatever form the file has, it is written only if a reader then sees the one change and nothing else.
base::Error too_special(std::string_view name, std::string_view key, int line) {
    const std::string place = std::string(name) + (line == 0 ? "" : ":" + std::to_string(line));
    return base::fail(base::ErrorCode::InvalidArgument, place + ": the form of this file is too special to change \"" +
                                                            std::string(key) + "\" safely; edit it by hand");
}

/// The line of the key, 0 if there is none.
base::Result<int> line_of(const std::vector<YamlEntry>& entries, std::string_view name, std::string_view key) {
    const auto entry = std::ranges::find(entries, key, &YamlEntry::key);
    if (entry == entries.end()) {
        return 0;
    }
    const auto again = std::find_if(entry + 1, entries.end(), [key](const YamlEntry& e) { return e.key == key; });
    if (again != entries.end()) {
        return base::fail(base::ErrorCode::InvalidArgument, std::string(name) + ":" + std::to_string(again->line) +
                                                                ": " + repeated_key_message(key, entry->line));
    }
    return entry->line;
}

} // namespace

base::Result<std::string> with_value(std::string_view text, std::string_view name, std::string_view key,
                                     std::string_view value, const ValueContext& context) {
    const Field* field = find_field(key);
    if (field == nullptr) {
        return base::fail(base::ErrorCode::InvalidArgument, unknown_key_message(key));
    }
    if (Settings probe; !field->parse(probe, value, context)) {
        return base::fail(base::ErrorCode::InvalidArgument, wrong_value_message(*field, value));
    }
    FH_ASSIGN(const std::vector<YamlEntry> before, read_yaml_entries(text, name));
    FH_ASSIGN(const int own_line, line_of(before, name, key));
    std::string changed;
    if (own_line == 0) {
        changed = std::string(text);
        if (!changed.empty() && !changed.ends_with('\n')) {
            changed += '\n';
        }
        changed += std::string(key) + ": " + scalar(value) + "\n";
    } else {
        int number = 0;
        for (const Line& line : lines_of(text)) {
            ++number;
            const auto replaced = number == own_line ? edited(line.text, key, value) : std::nullopt;
            changed += replaced.value_or(std::string(line.text)) + std::string(line.end);
        }
    }
    const auto after = read_yaml_entries(changed, name);
    if (!after || !holds_only_this_change(before, *after, key, value)) {
        return too_special(name, key, own_line);
    }
    return changed;
}

base::Result<std::string> without_key(std::string_view text, std::string_view name, std::string_view key) {
    if (find_field(key) == nullptr) {
        return base::fail(base::ErrorCode::InvalidArgument, unknown_key_message(key));
    }
    FH_ASSIGN(std::vector<YamlEntry> before, read_yaml_entries(text, name));
    FH_ASSIGN(const int own_line, line_of(before, name, key));
    if (own_line == 0) {
        return std::string(text);
    }
    std::string changed;
    int number = 0;
    for (const Line& line : lines_of(text)) {
        if (++number != own_line) {
            changed += std::string(line.text) + std::string(line.end);
        }
    }
    std::erase_if(before, [key](const YamlEntry& entry) { return entry.key == key; });
    const auto after = read_yaml_entries(changed, name);
    if (!after || !same_entries(before, *after)) {
        return too_special(name, key, own_line);
    }
    return changed;
}

std::map<std::string, std::string> mistakes_in(const Changes& changes, const ValueContext& context) {
    std::map<std::string, std::string> mistakes;
    for (const auto& [key, value] : changes) {
        const Field* field = find_field(key);
        if (field == nullptr) {
            mistakes.emplace(key, unknown_key_message(key));
        } else if (Settings probe; value && !field->parse(probe, *value, context)) {
            mistakes.emplace(key, wrong_value_message(*field, *value));
        }
    }
    return mistakes;
}

base::Result<std::string> with_changes(std::string_view text, std::string_view name, const Changes& changes,
                                       const ValueContext& context) {
    std::string lines;
    for (const auto& [key, sentence] : mistakes_in(changes, context)) {
        lines += (lines.empty() ? "" : "\n") + sentence;
    }
    if (!lines.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, std::move(lines));
    }
    std::string changed(text);
    for (const auto& [key, value] : changes) {
        FH_ASSIGN(changed, value ? with_value(changed, name, key, *value, context) : without_key(changed, name, key));
    }
    return changed;
}

base::Status set_value(const std::filesystem::path& path, std::string_view key, std::string_view value,
                       const std::filesystem::path& home) {
    auto text = read_settings_text(path);
    if (!text && text.error().code != base::ErrorCode::NotFound) {
        return std::move(text.error());
    }
    const ValueContext context{home, path.parent_path()};
    FH_ASSIGN(const std::string changed, with_value(text.value_or(std::string()), path.string(), key, value, context));
    return replace_settings_text(path, changed);
}

} // namespace framehand::settings
