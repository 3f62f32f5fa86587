// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/job_history.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace framehand::worker {

namespace {

using base::ErrorCode;
using Sort = HistoryQuery::Sort;
using sql::Value;

constexpr std::size_t kMostText = 4096; // of a path or a sentence
constexpr std::size_t kMostCause = 16384;
constexpr std::int64_t kMostWords = 16;

const sql::SchemaSteps& schema_steps() {
    // Times are milliseconds since 1970 (UTC), durations milliseconds. `title` and `words` are folded: without case.
    static const sql::SchemaSteps steps{
        {
            "CREATE TABLE ended ("
            " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
            " id TEXT NOT NULL,"
            " attempt INTEGER NOT NULL," // -1: the source does not count
            " started_at INTEGER NOT NULL,"
            " ended_at INTEGER NOT NULL,"
            " state TEXT NOT NULL,"
            " input TEXT NOT NULL,"
            " output TEXT NOT NULL,"
            " manifest_url TEXT NOT NULL,"
            " duration INTEGER NOT NULL,"
            " wall INTEGER NOT NULL,"
            " speed REAL NOT NULL,"
            " input_bytes INTEGER NOT NULL,"
            " output_bytes INTEGER NOT NULL,"
            " rungs TEXT NOT NULL,"
            " error_code TEXT NOT NULL," // "": none
            " error_message TEXT NOT NULL,"
            " error_cause TEXT NOT NULL,"
            " title TEXT NOT NULL,"
            " words TEXT NOT NULL,"
            " UNIQUE (id, attempt, started_at))",
            "CREATE INDEX ended_by_time ON ended (ended_at)",
        },
    };
    return steps;
}

struct SortRow {
    std::string_view name;
    Sort sort;
    std::string_view column;
};

constexpr std::array<SortRow, 7> kSorts{{{"ended_at", Sort::EndedAt, "ended_at"},
                                         {"title", Sort::Title, "title"},
                                         {"duration", Sort::Duration, "duration"},
                                         {"speed", Sort::Speed, "speed"},
                                         {"input_bytes", Sort::InputBytes, "input_bytes"},
                                         {"output_bytes", Sort::OutputBytes, "output_bytes"},
                                         {"state", Sort::State, "state"}}};

std::string folded(const std::string& text) {
    return QString::fromStdString(text).toCaseFolded().toStdString();
}

std::int64_t ms(base::WallTime time) {
    return time.time_since_epoch().count();
}

std::int64_t as_number(std::uint64_t value) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX));
}

std::vector<std::string> words_of(const std::string& search) {
    std::vector<std::string> words;
    for (auto& word : base::split(folded(search), ' ')) {
        if (!word.empty() && words.size() < kMostWords) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

HistoryRow row_of(const sql::Row& row) {
    HistoryRow result;
    EndedJob& job = result.job;
    job.job_id = row.text(0);
    if (row.integer(1) >= 0) {
        job.attempt = static_cast<int>(row.integer(1));
    }
    job.started_at = base::WallTime{base::Duration{row.integer(2)}};
    job.ended_at = base::WallTime{base::Duration{row.integer(3)}};
    job.state = ended_state_from_string(row.text(4)).value_or(EndedJob::State::Failed);
    job.input = row.text(5);
    job.output = row.text(6);
    job.manifest_url = row.text(7);
    job.duration = base::Duration{row.integer(8)};
    job.counted = row.integer(9) != 0 ? EndedJob::Counted::Wall : EndedJob::Counted::Work;
    job.speed = row.real(10);
    job.input_bytes = static_cast<std::uint64_t>(row.integer(11));
    job.output_bytes = static_cast<std::uint64_t>(row.integer(12));
    if (const auto rungs = base::parse_json(row.text(13), "rungs"); rungs && rungs->is_array()) {
        for (const auto& rung : *rungs) {
            job.rungs.push_back(rung.is_string() ? rung.get<std::string>() : std::string());
        }
    }
    if (!row.text(14).empty()) {
        job.error = base::Error{base::error_code_from_string(row.text(14)), row.text(15), row.text(16)};
    }
    result.attempts = static_cast<int>(row.integer(17));
    return result;
}

} // namespace

std::optional<Sort> history_sort_from_string(std::string_view text) {
    const auto* const row = std::ranges::find(kSorts, text, &SortRow::name);
    return row == kSorts.end() ? std::nullopt : std::optional(row->sort);
}

JobHistory::JobHistory(const std::filesystem::path& data_dir, base::Logger logger)
    : m_file(data_dir / "history.db"), m_logger(std::move(logger)) {
}

void JobHistory::open() {
    auto opened = try_open();
    if (!opened && opened.error().code == ErrorCode::CorruptData && set_aside(opened.error())) {
        opened = try_open();
    }
    if (!opened) {
        m_database.reset();
        m_logger.warning("there is no history of jobs", {{"error", opened.error().text()}});
    }
}

base::Status JobHistory::try_open() {
    m_database.reset();
    FH_ASSIGN(m_database, sql::Database::open(m_file, schema_steps()));
    FH_ASSIGN(const auto answer, m_database->run("PRAGMA quick_check(1)"));
    if (answer.empty() || answer.front().text(0) != "ok") {
        return base::fail(ErrorCode::CorruptData, "database " + m_file.string() + " is damaged",
                          answer.empty() ? std::string() : answer.front().text(0));
    }
    FH_TRY(
        m_database->run("DELETE FROM ended WHERE ended_at < (SELECT ended_at FROM ended ORDER BY ended_at DESC LIMIT 1 "
                        "OFFSET ?)",
                        {std::int64_t{kMostJobs - 1}}));
    return {};
}

bool JobHistory::set_aside(const base::Error& why) {
    m_database.reset();
    std::error_code code;
    std::filesystem::path place;
    for (int number = 1;; ++number) {
        place = m_file;
        place += ".damaged-" + std::to_string(number);
        if (!std::filesystem::exists(place, code)) {
            break;
        }
    }
    std::filesystem::rename(m_file, place, code);
    if (code) {
        m_logger.warning("the damaged history of jobs cannot be set aside", {{"error", code.message()}});
        return false;
    }
    for (const char* companion : {"-wal", "-shm"}) { // of another database than the new one; the newest rows are there
        std::filesystem::path from = m_file;
        std::filesystem::path to = place;
        std::filesystem::rename(from += companion, to += companion, code);
    }
    m_logger.warning("the history of jobs is damaged; it is set aside, and a new one is begun",
                     {{"file", place.string()}, {"error", why.text()}});
    return true;
}

void JobHistory::add(const EndedJob& job) {
    if (m_database == nullptr) {
        return; // said when it was opened
    }
    auto added = insert(job);
    if (!added && added.error().code == ErrorCode::CorruptData && set_aside(added.error())) {
        added = try_open();
        if (added) {
            added = insert(job);
        } else {
            m_database.reset();
        }
    }
    if (!added) {
        m_logger.with("job", job.job_id).warning("the job is not in the history", {{"error", added.error().text()}});
    }
}

base::Status JobHistory::insert(const EndedJob& job) {
    const auto cut = [](const std::string& text, std::size_t most = kMostText) { return base::shortened(text, most); };
    const base::Error error = job.error.value_or(base::Error{});
    const std::vector<Value> values{
        cut(job.job_id),
        std::int64_t{job.attempt.value_or(-1)},
        ms(job.started_at),
        ms(job.ended_at),
        std::string(to_string(job.state)),
        cut(job.input),
        cut(job.output),
        cut(job.manifest_url),
        std::int64_t{job.duration.count()},
        std::int64_t{job.counted == EndedJob::Counted::Wall ? 1 : 0},
        job.speed,
        as_number(job.input_bytes),
        as_number(job.output_bytes),
        base::dump_json(job.rungs),
        job.error ? std::string(base::to_string(error.code)) : std::string(),
        cut(error.message),
        cut(error.cause, kMostCause),
        folded(cut(title_of(job.input))),
        folded(cut(job.input) + "\n" + cut(job.job_id) + "\n" + cut(error.message) + "\n" +
               cut(error.cause, kMostCause)),
    };
    FH_TRY(m_database->run(
        "INSERT INTO ended (id, attempt, started_at, ended_at, state, input, output, manifest_url, duration, wall,"
        " speed, input_bytes, output_bytes, rungs, error_code, error_message, error_cause, title, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id, attempt, started_at) DO UPDATE SET ended_at = excluded.ended_at, state = excluded.state,"
        " input = excluded.input, output = excluded.output, manifest_url = excluded.manifest_url,"
        " duration = excluded.duration, wall = excluded.wall, speed = excluded.speed,"
        " input_bytes = excluded.input_bytes, output_bytes = excluded.output_bytes, rungs = excluded.rungs,"
        " error_code = excluded.error_code, error_message = excluded.error_message,"
        " error_cause = excluded.error_cause, title = excluded.title, words = excluded.words",
        values));
    return {};
}

base::Result<HistoryPage> JobHistory::list(const HistoryQuery& query) {
    if (m_database == nullptr) {
        return base::fail(ErrorCode::Unavailable,
                          "there is no history of jobs: " + m_file.string() + " cannot be used; the log says why");
    }
    return select(query);
}

base::Result<HistoryPage> JobHistory::select(const HistoryQuery& query) {
    std::string where = " WHERE 1";
    std::vector<Value> values;
    for (auto& word : words_of(query.search)) {
        where += " AND instr(words, ?) > 0";
        values.emplace_back(std::move(word));
    }
    if (query.state) {
        where += " AND state = ?";
        values.emplace_back(std::string(to_string(*query.state)));
    }
    HistoryPage page;
    FH_ASSIGN(const auto counted, m_database->run("SELECT COUNT(*) FROM ended" + where, values));
    page.total = counted.empty() ? 0 : counted.front().integer(0);

    const auto* const sort = std::ranges::find(kSorts, query.sort, &SortRow::sort);
    const std::string column(sort == kSorts.end() ? "ended_at" : sort->column);
    const std::string direction = query.order == HistoryQuery::Order::Ascending ? " ASC" : " DESC";
    values.emplace_back(std::clamp<std::int64_t>(query.limit, 0, HistoryQuery::kMostRows));
    values.emplace_back(std::max<std::int64_t>(query.offset, 0));
    FH_ASSIGN(const auto rows,
              m_database->run("SELECT id, attempt, started_at, ended_at, state, input, output, manifest_url, duration,"
                              " wall, speed, input_bytes, output_bytes, rungs, error_code, error_message, error_cause,"
                              " CASE WHEN attempt >= 0 THEN attempt ELSE (SELECT COUNT(*) FROM ended AS other"
                              " WHERE other.id = ended.id AND other.seq <= ended.seq) END"
                              " FROM ended" +
                                  where + " ORDER BY " + column + direction + ", seq" + direction + " LIMIT ? OFFSET ?",
                              values));
    page.rows.reserve(rows.size());
    for (const auto& row : rows) {
        page.rows.push_back(row_of(row));
    }
    return page;
}

} // namespace framehand::worker
