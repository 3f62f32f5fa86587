// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/sql/database.h"
#include "core/worker/ended_job.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::worker {

/// Which ended jobs, and in which order.
struct HistoryQuery {
    enum class Sort { EndedAt, Title, Duration, Speed, InputBytes, OutputBytes, State };
    enum class Order { Ascending, Descending };

    static constexpr std::int64_t kMostRows = 200;

    std::string search; ///< words, all of which are in the video's path, the job's id or the error, in any case
    std::optional<EndedJob::State> state;
    Sort sort = Sort::EndedAt;
    Order order = Order::Descending;
    std::int64_t offset = 0;
    std::int64_t limit = 100; ///< kMostRows at most
};

/// "ended_at", "title", "duration", "speed", "input_bytes", "output_bytes", "state".
[[nodiscard]] std::optional<HistoryQuery::Sort> history_sort_from_string(std::string_view text);

struct HistoryRow {
    EndedJob job;
    int attempts = 1; ///< the source's number of this attempt; counted here where the source does not
};

struct HistoryPage {
    std::int64_t total = 0; ///< rows of the query without offset and limit
    std::vector<HistoryRow> rows;
};

/// Every job that ended on this machine, in `<data_dir>/history.db` (SQLite). It serves people only: whatever is wrong
/// with the file is said in the log, and no job and no start of the daemon depends on it. A damaged file is set aside
/// as "history.db.damaged-<n>", and a new one begun; one of a newer version is left alone, and nothing is kept. Of more
/// than kMostJobs the oldest are forgotten at the next start.
///
/// One thread, with a QCoreApplication.
class JobHistory {
public:
    static constexpr std::int64_t kMostJobs = 20'000;

    JobHistory(const std::filesystem::path& data_dir, base::Logger logger);

    void open();

    /// Durable when it returns, unless the log says why not. An end that is told again replaces what is there.
    void add(const EndedJob& job);

    /// Unavailable if there is no history.
    [[nodiscard]] base::Result<HistoryPage> list(const HistoryQuery& query);

private:
    [[nodiscard]] base::Status try_open();
    [[nodiscard]] base::Status insert(const EndedJob& job);
    [[nodiscard]] base::Result<HistoryPage> select(const HistoryQuery& query);
    /// True if another file may now be begun.
    [[nodiscard]] bool set_aside(const base::Error& why);

    const std::filesystem::path m_file;
    base::Logger m_logger;
    std::unique_ptr<sql::Database> m_database; ///< none if it cannot be opened
};

} // namespace framehand::worker
