// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_draft.h"

#include "ui/json_view.h"

#include <algorithm>

namespace framehand::ui {

using base::Json;

base::Result<SettingsDraft> SettingsDraft::from(const Json& description) {
    if (!description.is_object() || !description.contains("fields") || !description["fields"].is_array()) {
        return base::fail(base::ErrorCode::CorruptData, "the daemon does not describe its settings");
    }
    SettingsDraft draft;
    draft.m_config_path = json_view::any_text(description, "config_path");
    for (const auto& told : description["fields"]) {
        Field field;
        field.key = json_view::any_text(told, "key").toStdString();
        field.group = json_view::any_text(told, "group");
        field.help = json_view::any_text(told, "help");
        field.expects = json_view::any_text(told, "expects");
        field.standard = json_view::any_text(told, "default");
        field.value = json_view::any_text(told, "value");
        field.source = json_view::any_text(told, "source");
        const auto applies = json_view::any_text(told, "applies");
        if (applies == QStringLiteral("at_once")) {
            field.applies = Applies::AtOnce;
        } else if (applies == QStringLiteral("next_job")) {
            field.applies = Applies::NextJob;
        }
        if (!field.key.empty()) {
            draft.m_fields.push_back(std::move(field));
        }
    }
    return draft;
}

const SettingsDraft::Field* SettingsDraft::find(const std::string& key) const {
    const auto found = std::ranges::find(m_fields, key, &Field::key);
    return found == m_fields.end() ? nullptr : &*found;
}

QString SettingsDraft::value(const std::string& key) const {
    const auto* field = find(key);
    if (field == nullptr) {
        return {};
    }
    const auto change = m_changes.find(key);
    if (change == m_changes.end()) {
        return field->value;
    }
    return change->second.value_or(field->standard);
}

void SettingsDraft::set(const std::string& key, const QString& value) {
    const auto* field = find(key);
    if (field == nullptr || !lock(key).isEmpty()) {
        return;
    }
    m_mistakes.erase(key);
    if (value == field->value) {
        m_changes.erase(key);
    } else {
        m_changes[key] = value;
    }
}

void SettingsDraft::reset(const std::string& key) {
    const auto* field = find(key);
    if (field == nullptr || !lock(key).isEmpty()) {
        return;
    }
    m_mistakes.erase(key);
    if (field->is_set()) {
        m_changes[key] = std::nullopt;
    } else {
        m_changes.erase(key);
    }
}

void SettingsDraft::revert() {
    m_changes.clear();
    m_mistakes.clear();
}

Json SettingsDraft::changes() const {
    Json changes = Json::object();
    for (const auto& [key, value] : m_changes) {
        changes[key] = value ? Json(value->toStdString()) : Json();
    }
    return changes;
}

QString SettingsDraft::lock(const std::string& key) const {
    const auto* field = find(key);
    const bool locked = field != nullptr && (field->source.startsWith(QStringLiteral("environment ")) ||
                                             field->source.startsWith(QStringLiteral("flag ")));
    return locked ? field->source : QString();
}

void SettingsDraft::set_mistakes(const Json& mistakes) {
    m_mistakes.clear();
    if (!mistakes.is_object()) {
        return;
    }
    for (const auto& [key, sentence] : mistakes.items()) {
        if (sentence.is_string()) {
            m_mistakes[key] = QString::fromStdString(sentence.get<std::string>());
        }
    }
}

QString SettingsDraft::mistake(const std::string& key) const {
    const auto found = m_mistakes.find(key);
    return found == m_mistakes.end() ? QString() : found->second;
}

} // namespace framehand::ui
