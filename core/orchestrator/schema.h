// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"

namespace framehand::orchestrator {

/// Of the orchestrator's database.
[[nodiscard]] const sql::SchemaSteps& schema_steps();

} // namespace framehand::orchestrator
