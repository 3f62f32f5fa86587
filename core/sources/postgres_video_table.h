// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/sources/bull_video_table.h"

#include <string>

namespace framehand::sources {

/// Where a PostgreSQL database is: postgres://[user[:password]@]host[:port]/database[?sslmode=...].
struct PostgresUrl {
    std::string host = "localhost";
    int port = 5432;
    std::string user;
    base::Secret password{""};
    std::string database;
    std::string options; ///< of the query, as libpq takes them: "sslmode=require"

    /// For people: without user and password.
    [[nodiscard]] std::string text() const;
};

/// "postgres://" or "postgresql://". InvalidArgument repeats nothing of the URL: it may hold a password.
[[nodiscard]] base::Result<PostgresUrl> parse_postgres_url(const std::string& text);

/// The table in PostgreSQL, through Qt Sql's driver QPSQL. Connects anew for each write: there are few.
class PostgresVideoTable final : public BullVideoTable {
public:
    explicit PostgresVideoTable(PostgresUrl url) : m_url(std::move(url)) {}

    /// Unsupported where Qt's driver is not installed.
    [[nodiscard]] base::Status write(const BullVideoRow& row) override;

private:
    PostgresUrl m_url;
};

} // namespace framehand::sources
