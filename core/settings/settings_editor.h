// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/settings/settings_loader.h"
#include "core/settings/settings_writer.h"

#include <map>
#include <string>
#include <vector>

namespace framehand::settings {

/// The settings of a running program: what is in force, and changes to the file while it runs. One thread.
class SettingsEditor {
public:
    /// What came of changes. Keys whose value is the same as before are in none of the lists.
    struct Outcome {
        std::vector<std::string> at_once;
        std::vector<std::string> next_job;
        std::vector<std::string> restart;
        /// Keys that are in the file now, where the environment or a flag says otherwise: "environment WORKER_X".
        std::map<std::string, std::string> overridden;
    };

    /// `loaded` is what `request` gave.
    SettingsEditor(LoadRequest request, LoadedSettings loaded);

    /// What is in force: as loaded, with the changes since then that need no restart.
    [[nodiscard]] const LoadedSettings& in_force() const { return m_in_force; }

    /// As they are on the disk now, what a restart would take. Errors as of load().
    [[nodiscard]] base::Result<LoadedSettings> on_disk() const { return load(m_request); }

    /// {config_path, fields: [{key, group, help, expects, default, value, source, applies, in_force?}]}. `value` is
    /// that of the disk; `in_force` is there where another one holds until the restart. Secrets are "***". Errors as of
    /// load().
    [[nodiscard]] base::Result<base::Json> describe() const;

    /// A sentence for each change that would be refused. Reads no file.
    [[nodiscard]] std::map<std::string, std::string> check(const Changes& changes) const;

    /// What the settings would be with these changes to those of the disk; nothing is written. What is changed goes
    /// before the environment and flags. InvalidArgument with a line for each mistake.
    [[nodiscard]] base::Result<Settings> with(const Changes& changes) const;

    /// Writes all changes or none, and takes into force what needs no restart. InvalidArgument with a line for each
    /// mistake, also those that others have made in the file; an I/O error if it cannot be written.
    [[nodiscard]] base::Result<Outcome> set(const Changes& changes);

private:
    [[nodiscard]] ValueContext context() const;

    const LoadRequest m_request;
    LoadedSettings m_in_force;
};

[[nodiscard]] base::Json to_json(const SettingsEditor::Outcome& outcome);

/// Of `{"values": {"threads": "4", "log_level": null}}`, where `member` is "values". InvalidArgument names the member
/// that is wrong.
[[nodiscard]] base::Result<Changes> changes_from_json(const base::Json& params, const std::string& member = "values");

} // namespace framehand::settings
