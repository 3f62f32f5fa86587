// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace framehand::sql {

/// What a cell holds, and what a `?` of a statement is bound to. monostate is NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One row of an answer. Reading a column of another type gives 0, "" or false rather than an error: the schema is
/// ours.
class Row {
public:
    explicit Row(std::vector<Value> values) : m_values(std::move(values)) {}

    [[nodiscard]] bool is_null(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] double real(std::size_t column) const;
    [[nodiscard]] std::string text(std::size_t column) const;

private:
    std::vector<Value> m_values;
};

/// The steps that bring a database from one schema version (SQLite's user_version) to the next: step i leads from
/// version i to i + 1. A step that was ever released is never changed; a change of the schema is a new step at the end.
using SchemaSteps = std::vector<std::vector<std::string_view>>;

/// One SQLite file of ours: opened, migrated and spoken to.
///
/// WAL, so that readers (a backup, the sqlite3 shell) never block us; foreign keys on; synchronous FULL, because what
/// was said to be kept (a result that a worker forgets once it is acknowledged) must survive a power cut.
///
/// One thread: the one that opened it also uses and destroys it (Qt Sql's rule).
class Database {
public:
    /// Makes the file and its folder where missing and brings an older schema up to date. Errors name the file:
    /// Unsupported for a schema newer than this version knows (the file is left as it was), CorruptData for something
    /// that is no database, IoError for the rest.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                                      const SchemaSteps& schema);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one statement and returns all of its rows.
    [[nodiscard]] base::Result<std::vector<Row>> run(std::string_view sql, const std::vector<Value>& values = {});

    /// Runs `work` (which returns a Result) inside one transaction: all of it, or after an error none of it.
    template <typename Work>
    [[nodiscard]] auto transact(Work&& work) -> std::invoke_result_t<Work> {
        FH_TRY(begin());
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        FH_TRY(commit());
        return result;
    }

private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);

    [[nodiscard]] base::Status prepare_file(std::size_t known);
    [[nodiscard]] base::Status migrate(const SchemaSteps& steps);
    [[nodiscard]] base::Status begin();
    [[nodiscard]] base::Status commit();
    void rollback();

    std::unique_ptr<Impl> m_impl;
};

} // namespace framehand::sql
