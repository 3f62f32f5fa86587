// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/schema.h"

namespace framehand::orchestrator {

const sql::SchemaSteps& schema_steps() {
    // Times are milliseconds since 1970 (UTC). `seq` is the order of submission: created_at may tie or jump back.
    static const sql::SchemaSteps steps{
        {
            "CREATE TABLE jobs ("
            " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
            " id TEXT NOT NULL UNIQUE,"
            " movie_id TEXT NOT NULL,"
            " spec TEXT NOT NULL,"
            " state TEXT NOT NULL CHECK (state IN ('QUEUED','PROCESSING','COMPLETED','FAILED','CANCELLED')),"
            " priority INTEGER NOT NULL DEFAULT 0,"
            " attempts INTEGER NOT NULL DEFAULT 0,"
            " worker_id TEXT,"
            " lease_until INTEGER,"
            " progress REAL NOT NULL DEFAULT 0,"
            " fps REAL NOT NULL DEFAULT 0,"
            " eta_sec REAL NOT NULL DEFAULT -1,"
            " manifest_url TEXT,"
            " metrics TEXT,"
            " error TEXT NOT NULL DEFAULT '',"
            " created_at INTEGER NOT NULL,"
            " updated_at INTEGER NOT NULL,"
            " started_at INTEGER,"
            " finished_at INTEGER)",
            "CREATE INDEX jobs_by_turn ON jobs (state, priority DESC, seq)",
            "CREATE TABLE attempts ("
            " job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,"
            " number INTEGER NOT NULL,"
            " worker_id TEXT NOT NULL,"
            " started_at INTEGER NOT NULL,"
            " ended_at INTEGER,"
            " outcome TEXT NOT NULL DEFAULT 'OPEN',"
            " cause TEXT NOT NULL DEFAULT '',"
            " total_time_ms INTEGER,"
            " PRIMARY KEY (job_id, number)) WITHOUT ROWID",
            "CREATE TABLE workers ("
            " id TEXT NOT NULL PRIMARY KEY,"
            " capabilities TEXT NOT NULL,"
            " registered_at INTEGER NOT NULL,"
            " last_seen INTEGER NOT NULL,"
            " status TEXT NOT NULL,"
            " load TEXT NOT NULL,"
            " current_job TEXT NOT NULL DEFAULT '',"
            " failed_jobs TEXT NOT NULL DEFAULT '[]',"
            " set_aside_until INTEGER)",
        },
    };
    return steps;
}

} // namespace framehand::orchestrator
