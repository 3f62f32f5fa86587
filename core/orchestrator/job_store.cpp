// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/job_store.h"

namespace framehand::orchestrator {

using base::ErrorCode;
using base::fail;
using jobs::JobState;

namespace {

constexpr const char* kColumns =
    "id, movie_id, spec, state, priority, attempts, worker_id, lease_until, progress, fps, "
    "eta_sec, manifest_url, metrics, error, created_at, updated_at, started_at, finished_at";

sql::Value from_time(base::WallTime time) {
    return static_cast<std::int64_t>(time.time_since_epoch().count());
}

sql::Value from_time(const std::optional<base::WallTime>& time) {
    return time ? from_time(*time) : sql::Value{};
}

base::WallTime time_at(const sql::Row& row, std::size_t column) {
    return base::WallTime{std::chrono::milliseconds{row.integer(column)}};
}

std::optional<base::WallTime> optional_time_at(const sql::Row& row, std::size_t column) {
    return row.is_null(column) ? std::nullopt : std::optional(time_at(row, column));
}

sql::Value from_text(const std::string& text) {
    return text.empty() ? sql::Value{} : sql::Value{text};
}

sql::Value from_state(JobState state) {
    return std::string(jobs::to_string(state));
}

base::Result<JobRecord> read_job(const sql::Row& row) {
    const std::string id = row.text(0);
    const auto damaged = [&](const std::string& what) {
        return fail(ErrorCode::CorruptData, "the database holds a damaged job " + id, what);
    };
    const auto spec = base::parse_json(row.text(2), "spec");
    if (!spec) {
        return damaged(spec.error().text());
    }
    auto job = jobs::job_from_json(*spec);
    if (!job) {
        return damaged(job.error().text());
    }
    const auto state = jobs::job_state_from_string(row.text(3));
    if (!state) {
        return damaged("state \"" + row.text(3) + "\"");
    }
    JobRecord record;
    record.job = std::move(*job);
    record.state = *state;
    record.priority = static_cast<int>(row.integer(4));
    record.attempts = static_cast<int>(row.integer(5));
    record.worker_id = row.text(6);
    record.lease_until = optional_time_at(row, 7);
    record.progress = row.real(8);
    record.fps = row.real(9);
    record.eta_sec = row.real(10);
    record.manifest_url = row.text(11);
    if (auto metrics = base::parse_json(row.is_null(12) ? "null" : row.text(12), "metrics")) {
        record.metrics = std::move(*metrics);
    }
    record.error = row.text(13);
    record.created_at = time_at(row, 14);
    record.updated_at = time_at(row, 15);
    record.started_at = optional_time_at(row, 16);
    record.finished_at = optional_time_at(row, 17);
    return record;
}

base::Result<std::vector<JobRecord>> read_jobs(const std::vector<sql::Row>& rows) {
    std::vector<JobRecord> records;
    records.reserve(rows.size());
    for (const auto& row : rows) {
        FH_ASSIGN(auto record, read_job(row));
        records.push_back(std::move(record));
    }
    return records;
}

std::string select_jobs(const std::string& rest) {
    return std::string("SELECT ") + kColumns + " FROM jobs " + rest;
}

} // namespace

base::Status JobStore::insert(const JobRecord& record) {
    return m_database.transact([&]() -> base::Status {
        FH_ASSIGN(const auto same, m_database.run("SELECT 1 FROM jobs WHERE id = ?", {record.job.job_id}));
        if (!same.empty()) {
            return fail(ErrorCode::AlreadyExists, "job_id: there is a job \"" + record.job.job_id + "\" already");
        }
        FH_TRY(m_database.run("INSERT INTO jobs (id, movie_id, spec, state, priority, created_at, updated_at) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?)",
                              {record.job.job_id, record.job.movie_id, base::dump_json(jobs::to_json(record.job)),
                               from_state(JobState::Queued), std::int64_t{record.priority},
                               from_time(record.created_at), from_time(record.created_at)}));
        return {};
    });
}

base::Result<JobRecord> JobStore::find(const std::string& job_id) {
    FH_ASSIGN(const auto rows, m_database.run(select_jobs("WHERE id = ?"), {job_id}));
    if (rows.empty()) {
        return fail(ErrorCode::NotFound, "there is no job \"" + job_id + "\"");
    }
    return read_job(rows.front());
}

base::Result<std::vector<JobRecord>> JobStore::list(const JobFilter& filter) {
    std::string where = "WHERE 1 = 1";
    std::vector<sql::Value> values;
    if (filter.state) {
        where += " AND state = ?";
        values.push_back(from_state(*filter.state));
    }
    if (!filter.after.empty()) {
        FH_ASSIGN(const auto rows, m_database.run("SELECT seq FROM jobs WHERE id = ?", {filter.after}));
        if (rows.empty()) {
            return fail(ErrorCode::InvalidArgument, "after: there is no job \"" + filter.after + "\"");
        }
        where += " AND seq < ?";
        values.emplace_back(rows.front().integer(0));
    }
    values.emplace_back(std::int64_t{filter.limit});
    FH_ASSIGN(const auto rows, m_database.run(select_jobs(where + " ORDER BY seq DESC LIMIT ?"), values));
    return read_jobs(rows);
}

base::Result<std::vector<JobRecord>> JobStore::queued(int offset, int limit) {
    FH_ASSIGN(const auto rows,
              m_database.run(select_jobs("WHERE state = 'QUEUED' ORDER BY priority DESC, seq LIMIT ? OFFSET ?"),
                             {std::int64_t{limit}, std::int64_t{offset}}));
    return read_jobs(rows);
}

base::Result<std::vector<JobRecord>> JobStore::processing() {
    FH_ASSIGN(const auto rows, m_database.run(select_jobs("WHERE state = 'PROCESSING' ORDER BY seq")));
    return read_jobs(rows);
}

base::Result<std::optional<JobRecord>> JobStore::processing_of(const std::string& worker_id) {
    FH_ASSIGN(
        const auto rows,
        m_database.run(select_jobs("WHERE state = 'PROCESSING' AND worker_id = ? ORDER BY seq LIMIT 1"), {worker_id}));
    if (rows.empty()) {
        return std::optional<JobRecord>{};
    }
    FH_ASSIGN(auto record, read_job(rows.front()));
    return std::optional(std::move(record));
}

base::Result<std::map<JobState, std::int64_t>> JobStore::counts() {
    FH_ASSIGN(const auto rows, m_database.run("SELECT state, COUNT(*) FROM jobs GROUP BY state"));
    std::map<JobState, std::int64_t> counts;
    for (const auto& row : rows) {
        if (const auto state = jobs::job_state_from_string(row.text(0))) {
            counts[*state] = row.integer(1);
        }
    }
    return counts;
}

base::Result<std::vector<AttemptRecord>> JobStore::attempts(const std::string& job_id) {
    FH_ASSIGN(const auto rows,
              m_database.run("SELECT number, worker_id, started_at, ended_at, outcome, cause, total_time_ms "
                             "FROM attempts WHERE job_id = ? ORDER BY number",
                             {job_id}));
    std::vector<AttemptRecord> attempts;
    for (const auto& row : rows) {
        AttemptRecord attempt;
        attempt.number = static_cast<int>(row.integer(0));
        attempt.worker_id = row.text(1);
        attempt.started_at = time_at(row, 2);
        attempt.ended_at = optional_time_at(row, 3);
        attempt.outcome = attempt_outcome_from_string(row.text(4));
        attempt.cause = row.text(5);
        if (!row.is_null(6)) {
            attempt.total_time_ms = row.integer(6);
        }
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

base::Result<JobRecord> JobStore::find_movable(const std::string& job_id, JobState to) {
    FH_ASSIGN(auto record, find(job_id));
    if (!jobs::can_move(record.state, to)) {
        return fail(ErrorCode::InvalidArgument, "job \"" + job_id + "\" is " +
                                                    std::string(jobs::to_string(record.state)) + " and cannot become " +
                                                    std::string(jobs::to_string(to)));
    }
    return record;
}

base::Status JobStore::begin_attempt(const std::string& job_id, const std::string& worker_id, base::WallTime now,
                                     base::WallTime lease_until) {
    return m_database.transact([&]() -> base::Status {
        FH_TRY(find_movable(job_id, JobState::Processing));
        FH_TRY(m_database.run("INSERT INTO attempts (job_id, number, worker_id, started_at) "
                              "SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ? FROM attempts WHERE job_id = ?",
                              {job_id, worker_id, from_time(now), job_id}));
        FH_TRY(m_database.run("UPDATE jobs SET state = 'PROCESSING', attempts = attempts + 1, worker_id = ?, "
                              "lease_until = ?, progress = 0, fps = 0, eta_sec = -1, updated_at = ?, "
                              "started_at = COALESCE(started_at, ?) WHERE id = ?",
                              {worker_id, from_time(lease_until), from_time(now), from_time(now), job_id}));
        return {};
    });
}

base::Status JobStore::resume_attempt(const std::string& job_id, base::WallTime now, base::WallTime lease_until) {
    return m_database.transact([&]() -> base::Status {
        FH_TRY(find_movable(job_id, JobState::Processing));
        FH_TRY(m_database.run("UPDATE attempts SET ended_at = NULL, outcome = 'OPEN', cause = '' WHERE job_id = ? AND "
                              "number = (SELECT MAX(number) FROM attempts WHERE job_id = ?)",
                              {job_id, job_id}));
        FH_TRY(m_database.run("UPDATE jobs SET state = 'PROCESSING', lease_until = ?, updated_at = ? WHERE id = ?",
                              {from_time(lease_until), from_time(now), job_id}));
        return {};
    });
}

base::Status JobStore::renew_lease(const std::string& job_id, base::WallTime lease_until) {
    FH_TRY(m_database.run("UPDATE jobs SET lease_until = ? WHERE id = ? AND state = 'PROCESSING'",
                          {from_time(lease_until), job_id}));
    return {};
}

base::Status JobStore::update_progress(const std::string& job_id, const ProgressUpdate& progress, base::WallTime now,
                                       base::WallTime lease_until) {
    FH_TRY(m_database.run(
        "UPDATE jobs SET progress = ?, fps = ?, eta_sec = ?, updated_at = ?, lease_until = ? "
        "WHERE id = ? AND state = 'PROCESSING'",
        {progress.percent, progress.fps, progress.eta_sec, from_time(now), from_time(lease_until), job_id}));
    return {};
}

base::Status JobStore::close_open_attempts(const std::string& job_id, AttemptOutcome outcome, const std::string& cause,
                                           std::optional<std::int64_t> total_time_ms, base::WallTime now) {
    FH_TRY(m_database.run("UPDATE attempts SET ended_at = ?, outcome = ?, cause = ?, total_time_ms = ? "
                          "WHERE job_id = ? AND outcome = 'OPEN'",
                          {from_time(now), std::string(to_string(outcome)), cause,
                           total_time_ms ? sql::Value{*total_time_ms} : sql::Value{}, job_id}));
    return {};
}

base::Status JobStore::end_attempt(const std::string& job_id, const AttemptEnd& end, base::WallTime now) {
    return m_database.transact([&]() -> base::Status {
        FH_TRY(find_movable(job_id, end.next));
        FH_TRY(close_open_attempts(job_id, end.outcome, end.cause, end.total_time_ms, now));
        const std::optional<base::WallTime> finished = jobs::is_terminal(end.next) ? std::optional(now) : std::nullopt;
        FH_TRY(m_database.run("UPDATE jobs SET state = ?, error = ?, lease_until = NULL, fps = 0, eta_sec = -1, "
                              "attempts = MAX(0, attempts - ?), updated_at = ?, finished_at = ? WHERE id = ?",
                              {from_state(end.next), end.error, std::int64_t{end.counts ? 0 : 1}, from_time(now),
                               from_time(finished), job_id}));
        return {};
    });
}

base::Status JobStore::complete(const std::string& job_id, const Completion& completion, base::WallTime now) {
    return m_database.transact([&]() -> base::Status {
        FH_TRY(find_movable(job_id, JobState::Completed));
        FH_TRY(m_database.run("UPDATE attempts SET ended_at = ?, outcome = 'COMPLETED', cause = '', total_time_ms = ? "
                              "WHERE job_id = ? AND number = "
                              "(SELECT MAX(number) FROM attempts WHERE job_id = ? AND worker_id = ?)",
                              {from_time(now),
                               completion.total_time_ms ? sql::Value{*completion.total_time_ms} : sql::Value{}, job_id,
                               job_id, completion.worker_id}));
        FH_TRY(close_open_attempts(job_id, AttemptOutcome::Superseded,
                                   "worker " + completion.worker_id + " finished the job first", std::nullopt, now));
        FH_TRY(m_database.run("UPDATE jobs SET state = 'COMPLETED', worker_id = ?, manifest_url = ?, metrics = ?, "
                              "error = '', progress = 100, fps = 0, eta_sec = 0, lease_until = NULL, updated_at = ?, "
                              "finished_at = ? WHERE id = ?",
                              {from_text(completion.worker_id), completion.manifest_url,
                               base::dump_json(completion.metrics), from_time(now), from_time(now), job_id}));
        return {};
    });
}

base::Status JobStore::requeue(const std::string& job_id, base::WallTime now) {
    return m_database.transact([&]() -> base::Status {
        FH_TRY(find_movable(job_id, JobState::Queued));
        FH_TRY(m_database.run("UPDATE jobs SET state = 'QUEUED', attempts = 0, worker_id = NULL, error = '', "
                              "progress = 0, fps = 0, eta_sec = -1, updated_at = ?, started_at = NULL, "
                              "finished_at = NULL WHERE id = ?",
                              {from_time(now), job_id}));
        return {};
    });
}

} // namespace framehand::orchestrator
