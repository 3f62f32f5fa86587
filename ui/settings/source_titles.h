// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_draft.h"

#include <QString>
#include <QStringList>

namespace framehand::ui {

/// The setting that names the sources of jobs, the preferred first.
inline constexpr auto kJobSource = "job_source";
/// The one of them that has a page of its own.
inline constexpr auto kOrchestratorSource = "orchestrator";

/// All that this version of the app knows.
[[nodiscard]] QStringList known_sources();

/// What people call a source. One that this version does not know is called as the file spells it.
[[nodiscard]] QString source_title(const QString& source);

/// As the draft has them, in their order; empty where that names none, or the daemon does not know the setting.
[[nodiscard]] QStringList chosen_sources(const SettingsDraft& draft);

} // namespace framehand::ui
