// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_editor.h"

#include "core/base/log_format.h"
#include "core/settings/field_table.h"
#include "core/settings/settings_file.h"

#include <utility>

namespace framehand::settings {

namespace {

std::string shown(const Field& field, const Settings& settings) {
    std::string value = field.format(settings);
    return !value.empty() && base::is_secret_key(field.key) ? "***" : value;
}

bool is_of_file(const std::string& source) {
    return !source.starts_with("environment ") && !source.starts_with("flag ");
}

} // namespace

SettingsEditor::SettingsEditor(LoadRequest request, LoadedSettings loaded)
    : m_request(std::move(request)), m_in_force(std::move(loaded)) {
}

ValueContext SettingsEditor::context() const {
    return {m_request.dirs.home, m_in_force.config_path.parent_path()};
}

base::Result<base::Json> SettingsEditor::describe() const {
    FH_ASSIGN(const auto disk, on_disk());
    // What is filled in where nothing is set, such as the host's name, counts as the default.
    LoadRequest bare = m_request;
    bare.config_text = "";
    bare.environment.clear();
    bare.flags.clear();
    FH_ASSIGN(const auto defaults, load(bare));
    auto described = base::Json::array();
    for (const Field& field : fields()) {
        base::Json one{{"key", field.key},
                       {"group", to_string(field.group)},
                       {"help", field.help},
                       {"expects", field.expects()},
                       {"default", shown(field, defaults.settings)},
                       {"value", shown(field, disk.settings)},
                       {"source", disk.sources.at(std::string(field.key))},
                       {"applies", to_string(field.applies)}};
        if (field.format(disk.settings) != field.format(m_in_force.settings)) {
            one["in_force"] = shown(field, m_in_force.settings);
        }
        described.push_back(std::move(one));
    }
    return base::Json{{"config_path", disk.config_path.string()}, {"fields", std::move(described)}};
}

std::map<std::string, std::string> SettingsEditor::check(const Changes& changes) const {
    return mistakes_in(changes, context());
}

base::Result<Settings> SettingsEditor::with(const Changes& changes) const {
    // The mistakes of all of them, before one is used.
    FH_TRY(with_changes("", "", changes, context()));
    FH_ASSIGN(auto disk, on_disk());
    LoadRequest bare = m_request;
    bare.config_text = "";
    FH_ASSIGN(const auto without_file, load(bare));
    for (const auto& [key, value] : changes) {
        const Field& field = *find_field(key);
        const std::string text = value.value_or(field.format(without_file.settings));
        if (!field.parse(disk.settings, text, context())) {
            return base::fail(base::ErrorCode::InvalidArgument, wrong_value_message(field, text));
        }
    }
    return std::move(disk.settings);
}

base::Result<SettingsEditor::Outcome> SettingsEditor::set(const Changes& changes) {
    const auto& path = m_in_force.config_path;
    auto text = read_settings_text(path);
    if (!text && text.error().code != base::ErrorCode::NotFound) {
        return std::move(text.error());
    }
    LoadRequest request = m_request;
    FH_ASSIGN(request.config_text, with_changes(text.value_or(std::string()), path.string(), changes, context()));
    FH_ASSIGN(auto loaded, load(request));
    FH_TRY(replace_settings_text(path, *request.config_text));
    Outcome outcome;
    for (const auto& [key, value] : changes) {
        const Field& field = *find_field(key);
        if (const auto& source = loaded.sources.at(key); !is_of_file(source)) {
            outcome.overridden.emplace(key, source);
        } else if (field.format(loaded.settings) != field.format(m_in_force.settings)) {
            auto& list = field.applies == Applies::AtOnce    ? outcome.at_once
                         : field.applies == Applies::NextJob ? outcome.next_job
                                                             : outcome.restart;
            list.push_back(key);
        }
    }
    take_live(m_in_force.settings, loaded.settings);
    for (const Field& field : fields()) {
        if (field.applies != Applies::Restart) {
            const std::string key(field.key);
            m_in_force.sources[key] = loaded.sources.at(key);
        }
    }
    m_in_force.config_exists = true;
    return outcome;
}

base::Json to_json(const SettingsEditor::Outcome& outcome) {
    return {{"at_once", outcome.at_once},
            {"next_job", outcome.next_job},
            {"restart", outcome.restart},
            {"overridden", outcome.overridden}};
}

base::Result<Changes> changes_from_json(const base::Json& params, const std::string& member) {
    base::JsonReader reader(params, "");
    const auto* values = reader.required_object(member);
    FH_TRY(reader.status());
    Changes changes;
    for (const auto& [key, value] : values->items()) {
        if (!value.is_string() && !value.is_null()) {
            return base::fail(base::ErrorCode::InvalidArgument,
                              member + "." + key + ": must be a text, or null to take the default again");
        }
        changes.emplace(key, value.is_null() ? std::nullopt : std::optional(value.get<std::string>()));
    }
    return changes;
}

} // namespace framehand::settings
