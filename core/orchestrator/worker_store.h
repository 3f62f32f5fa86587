// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/orchestrator/records.h"
#include "core/sql/database.h"

#include <vector>

namespace framehand::orchestrator {

/// Workers in the database. Every method is one transaction. One thread, the database's.
class WorkerStore {
public:
    explicit WorkerStore(sql::Database& database) : m_database(database) {}

    /// Inserts or replaces.
    [[nodiscard]] base::Status save(const WorkerRecord& worker);
    /// All, by id.
    [[nodiscard]] base::Result<std::vector<WorkerRecord>> load_all();

private:
    sql::Database& m_database;
};

} // namespace framehand::orchestrator
