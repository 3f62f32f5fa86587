// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace framehand::ui {

/// The daemon's settings while a person changes them: what they are, what they shall be, and what is wrong with that.
/// Nothing in it asks the daemon. Keys are the settings file's.
class SettingsDraft {
public:
    enum class Applies { AtOnce, NextJob, Restart };

    struct Field {
        std::string key;
        QString group;
        QString help;
        QString expects;
        QString standard; ///< the value without anybody's word
        QString value;    ///< in force, as the file spells it
        QString source;   ///< "default", "/path/config.yml:12", "environment WORKER_X", "flag --x"
        Applies applies = Applies::Restart;

        /// In the settings file itself, so that it can be taken out there.
        [[nodiscard]] bool is_set() const { return source != QStringLiteral("default"); }
    };

    SettingsDraft() = default;
    /// Of the answer of settings.describe. CorruptData if it is none.
    [[nodiscard]] static base::Result<SettingsDraft> from(const base::Json& description);

    /// The settings file; empty if it was not told.
    [[nodiscard]] const QString& config_path() const { return m_config_path; }

    [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }

    /// Null for a key that this daemon does not know.
    [[nodiscard]] const Field* find(const std::string& key) const;

    /// As it shall be; "" for a key that is not known.
    [[nodiscard]] QString value(const std::string& key) const;
    /// A word for a key that is not known, or is locked, is ignored.
    void set(const std::string& key, const QString& value);
    /// Back to the default: the line goes from the file.
    void reset(const std::string& key);
    /// All as it is in force.
    void revert();

    [[nodiscard]] bool is_changed(const std::string& key) const { return m_changes.contains(key); }

    [[nodiscard]] bool is_changed() const { return !m_changes.empty(); }

    /// What settings.check and settings.set take: {key: text or null}.
    [[nodiscard]] base::Json changes() const;

    /// The environment's or the flag's name that decides instead of the file; "" where the file does.
    [[nodiscard]] QString lock(const std::string& key) const;

    /// `mistakes` of settings.check: {key: sentence}.
    void set_mistakes(const base::Json& mistakes);
    /// "" if there is none.
    [[nodiscard]] QString mistake(const std::string& key) const;

    [[nodiscard]] bool has_mistakes() const { return !m_mistakes.empty(); }

private:
    QString m_config_path;
    std::vector<Field> m_fields;
    std::map<std::string, std::optional<QString>> m_changes; ///< none: the default
    std::map<std::string, QString> m_mistakes;
};

} // namespace framehand::ui
