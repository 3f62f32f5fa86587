// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/orchestrator/database.h"
#include "core/orchestrator/records.h"

#include <vector>

namespace framehand::orchestrator {

/// Workers in the database. Every method is one transaction. One thread, the database's.
class WorkerStore {
public:
    explicit WorkerStore(Database& database) : m_database(database) {}

    /// Inserts or replaces.
    [[nodiscard]] base::Status save(const WorkerRecord& worker);
    /// All, by id.
    [[nodiscard]] base::Result<std::vector<WorkerRecord>> load_all();

private:
    Database& m_database;
};

} // namespace framehand::orchestrator
