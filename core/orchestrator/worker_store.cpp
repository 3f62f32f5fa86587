// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/worker_store.h"

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;

namespace {

base::WallTime time_at(const sql::Row& row, std::size_t column) {
    return base::WallTime{std::chrono::milliseconds{row.integer(column)}};
}

std::int64_t milliseconds(base::WallTime time) {
    return time.time_since_epoch().count();
}

base::Result<WorkerRecord> read_worker(const sql::Row& row) {
    WorkerRecord worker;
    worker.id = row.text(0);
    const auto damaged = [&](const base::Error& error) {
        return fail(ErrorCode::CorruptData, "the database holds a damaged worker " + worker.id, error.text());
    };
    const auto capabilities = base::parse_json(row.text(1), "capabilities");
    if (!capabilities) {
        return damaged(capabilities.error());
    }
    auto parsed = jobs::worker_capabilities_from_wire(*capabilities);
    if (!parsed) {
        return damaged(parsed.error());
    }
    auto load = base::parse_json(row.text(5), "load");
    if (!load) {
        return damaged(load.error());
    }
    const auto failed = base::parse_json("{\"failed_jobs\":" + row.text(7) + "}", "failed_jobs");
    if (!failed) {
        return damaged(failed.error());
    }
    base::JsonReader reader(*failed, "");
    worker.failed_jobs = reader.strings_or_empty("failed_jobs");
    worker.capabilities = std::move(*parsed);
    worker.registered_at = time_at(row, 2);
    worker.last_seen = time_at(row, 3);
    worker.status = worker_status_from_string(row.text(4)).value_or(WorkerStatus::Idle);
    worker.load = std::move(*load);
    worker.current_job = row.text(6);
    if (!row.is_null(8)) {
        worker.set_aside_until = time_at(row, 8);
    }
    return worker;
}

} // namespace

base::Status WorkerStore::save(const WorkerRecord& worker) {
    FH_TRY(m_database.run("INSERT INTO workers (id, capabilities, registered_at, last_seen, status, load, current_job, "
                          "failed_jobs, set_aside_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                          "ON CONFLICT (id) DO UPDATE SET capabilities = excluded.capabilities, "
                          "registered_at = excluded.registered_at, last_seen = excluded.last_seen, "
                          "status = excluded.status, load = excluded.load, current_job = excluded.current_job, "
                          "failed_jobs = excluded.failed_jobs, set_aside_until = excluded.set_aside_until",
                          {worker.id, base::dump_json(jobs::to_json(worker.capabilities)),
                           milliseconds(worker.registered_at), milliseconds(worker.last_seen),
                           std::string(to_string(worker.status)), base::dump_json(worker.load), worker.current_job,
                           base::dump_json(worker.failed_jobs),
                           worker.set_aside_until ? sql::Value{milliseconds(*worker.set_aside_until)} : sql::Value{}}));
    return {};
}

base::Result<std::vector<WorkerRecord>> WorkerStore::load_all() {
    FH_ASSIGN(const auto rows,
              m_database.run("SELECT id, capabilities, registered_at, last_seen, status, load, current_job, "
                             "failed_jobs, set_aside_until FROM workers ORDER BY id"));
    std::vector<WorkerRecord> workers;
    for (const auto& row : rows) {
        FH_ASSIGN(auto worker, read_worker(row));
        workers.push_back(std::move(worker));
    }
    return workers;
}

} // namespace framehand::orchestrator
