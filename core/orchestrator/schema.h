// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace framehand::orchestrator {

/// The steps that bring the database from one schema version (SQLite's user_version) to the next: step i leads from
/// version i to i + 1. A step that was ever released is never changed; a change of the schema is a new step at the end.
[[nodiscard]] const std::vector<std::vector<std::string_view>>& schema_steps();

} // namespace framehand::orchestrator
