// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/database.h"

#include "core/base/file_error.h"
#include "core/base/folders.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <system_error>

namespace framehand::sql {

using base::ErrorCode;
using base::fail;

namespace {

QString to_qt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariant to_variant(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return QVariant(static_cast<qlonglong>(*integer));
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return QVariant(*real);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return QVariant(to_qt(*text));
    }
    return {};
}

Value from_variant(const QVariant& value) {
    if (value.isNull()) {
        return std::monostate{};
    }
    switch (value.metaType().id()) {
    case QMetaType::Int:
    case QMetaType::LongLong:
        return static_cast<std::int64_t>(value.toLongLong());
    case QMetaType::Double:
        return value.toDouble();
    default:
        return value.toString().toStdString();
    }
}

} // namespace

bool Row::is_null(std::size_t column) const {
    return column >= m_values.size() || std::holds_alternative<std::monostate>(m_values[column]);
}

std::int64_t Row::integer(std::size_t column) const {
    const auto* value = column < m_values.size() ? std::get_if<std::int64_t>(&m_values[column]) : nullptr;
    return value != nullptr ? *value : 0;
}

double Row::real(std::size_t column) const {
    const auto* value = column < m_values.size() ? std::get_if<double>(&m_values[column]) : nullptr;
    return value != nullptr ? *value : static_cast<double>(integer(column));
}

std::string Row::text(std::size_t column) const {
    const auto* value = column < m_values.size() ? std::get_if<std::string>(&m_values[column]) : nullptr;
    return value != nullptr ? *value : std::string();
}

struct Database::Impl {
    QString connection; ///< Qt Sql keeps connections by name
    std::string file;

    [[nodiscard]] base::Error error(const QSqlError& sql) const {
        // SQLITE_CORRUPT and SQLITE_NOTADB
        const bool corrupt =
            sql.nativeErrorCode() == QLatin1String("11") || sql.nativeErrorCode() == QLatin1String("26");
        const bool full = sql.nativeErrorCode() == QLatin1String("13");
        const ErrorCode code = corrupt ? ErrorCode::CorruptData : full ? ErrorCode::NoSpace : ErrorCode::IoError;
        const std::string what = corrupt ? " is not a sound SQLite database" : full ? ": the disk is full" : " failed";
        return fail(code, "database " + file + what, sql.text().toStdString());
    }
};

Database::Database(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {
}

Database::~Database() {
    {
        QSqlDatabase connection = QSqlDatabase::database(m_impl->connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_impl->connection);
}

base::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, const SchemaSteps& schema) {
    if (file.has_parent_path()) {
        std::error_code code;
        base::make_folders(file.parent_path(), code);
        if (code) {
            return base::error_from_code(code, "cannot make the folder of the database " + file.string());
        }
    }
    auto impl = std::make_unique<Impl>();
    impl->connection = QUuid::createUuid().toString();
    impl->file = file.string();
    std::unique_ptr<Database> database(new Database(std::move(impl)));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_impl->connection);
        if (!connection.isValid()) {
            return fail(ErrorCode::Unsupported, "Qt's SQLite driver is missing; install libqt6sql6-sqlite");
        }
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        connection.setDatabaseName(to_qt(database->m_impl->file));
        if (!connection.open()) {
            return database->m_impl->error(connection.lastError());
        }
    }
    FH_TRY(database->prepare_file(schema.size()));
    FH_TRY(database->migrate(schema));
    return database;
}

base::Status Database::prepare_file(std::size_t steps) {
    // The version first: a file of a newer Framehand must be left exactly as it is.
    FH_ASSIGN(const auto rows, run("PRAGMA user_version"));
    const std::int64_t version = rows.empty() ? 0 : rows.front().integer(0);
    const auto known = static_cast<std::int64_t>(steps);
    if (version > known) {
        return fail(ErrorCode::Unsupported,
                    "database " + m_impl->file + " was written by a newer version of Framehand (schema " +
                        std::to_string(version) + ", this version knows up to " + std::to_string(known) + ")");
    }
    for (const auto* pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
        FH_TRY(run(pragma));
    }
    return {};
}

base::Status Database::migrate(const SchemaSteps& steps) {
    FH_ASSIGN(const auto rows, run("PRAGMA user_version"));
    for (auto step = static_cast<std::size_t>(rows.empty() ? 0 : rows.front().integer(0)); step < steps.size();
         ++step) {
        const auto migrated = transact([&]() -> base::Status {
            for (const auto& statement : steps[step]) {
                FH_TRY(run(statement));
            }
            FH_TRY(run("PRAGMA user_version = " + std::to_string(step + 1)));
            return {};
        });
        FH_TRY(migrated);
    }
    return {};
}

base::Result<std::vector<Row>> Database::run(std::string_view sql, const std::vector<Value>& values) {
    QSqlQuery query(QSqlDatabase::database(m_impl->connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(to_qt(sql))) {
        return m_impl->error(query.lastError());
    }
    for (const auto& value : values) {
        query.addBindValue(to_variant(value));
    }
    if (!query.exec()) {
        return m_impl->error(query.lastError());
    }
    std::vector<Row> rows;
    const int columns = query.record().count();
    while (query.next()) {
        std::vector<Value> row;
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            row.push_back(from_variant(query.value(i)));
        }
        rows.emplace_back(std::move(row));
    }
    if (query.lastError().isValid()) {
        return m_impl->error(query.lastError());
    }
    return rows;
}

base::Status Database::begin() {
    FH_TRY(run("BEGIN IMMEDIATE"));
    return {};
}

base::Status Database::commit() {
    if (auto committed = run("COMMIT"); !committed) {
        rollback();
        return committed.error();
    }
    return {};
}

void Database::rollback() {
    // An error that already ended the transaction (a full disk) makes this fail, which changes nothing.
    static_cast<void>(run("ROLLBACK"));
}

} // namespace framehand::sql
