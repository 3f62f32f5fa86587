// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/postgres_video_table.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

namespace framehand::sources {

namespace {

using base::ErrorCode;

const QString kDriver = QStringLiteral("QPSQL");

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

base::Error database_error(const QSqlError& error, const std::string& what) {
    // Class 08, 53, 57: the connection, its resources, an operator's hand. No code: no server.
    const auto code = error.nativeErrorCode();
    const bool away = error.type() == QSqlError::ConnectionError || code.isEmpty() ||
                      code.startsWith(QLatin1String("08")) || code.startsWith(QLatin1String("53")) ||
                      code.startsWith(QLatin1String("57"));
    return base::fail(away ? ErrorCode::Unavailable : ErrorCode::InvalidArgument, what,
                      error.text().simplified().toStdString());
}

/// The connection's name goes out of use with it.
class Connection {
public:
    explicit Connection(const PostgresUrl& url)
        : m_name(QUuid::createUuid().toString()), m_database(QSqlDatabase::addDatabase(kDriver, m_name)) {
        m_database.setHostName(text(url.host));
        m_database.setPort(url.port);
        m_database.setUserName(text(url.user));
        m_database.setPassword(text(url.password.reveal()));
        m_database.setDatabaseName(text(url.database));
        m_database.setConnectOptions(text("connect_timeout=5" + (url.options.empty() ? "" : ";" + url.options)));
    }

    ~Connection() {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }

    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] QSqlDatabase& database() { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

/// Values are bound as texts: the server makes them what the columns are.
QString statement(BullVideoRow::State state) {
    const auto where = QStringLiteral(" WHERE video_id = :video AND resolution = :resolution");
    switch (state) {
    case BullVideoRow::State::Processing:
        return QStringLiteral("UPDATE transcoding_jobs SET status = 'processing', worker_id = :worker,"
                              " started_at = CURRENT_TIMESTAMP") +
               where;
    case BullVideoRow::State::Completed:
        return QStringLiteral("UPDATE transcoding_jobs SET status = 'completed', output_path = :url,"
                              " output_size = :bytes, completed_at = CURRENT_TIMESTAMP, error_message = NULL") +
               where;
    case BullVideoRow::State::Failed:
        break;
    }
    return QStringLiteral("UPDATE transcoding_jobs SET status = 'failed', error_message = :error") + where;
}

} // namespace

std::string PostgresUrl::text() const {
    return "postgres://" + host + ":" + std::to_string(port) + "/" + database;
}

base::Result<PostgresUrl> parse_postgres_url(const std::string& address) {
    const QUrl url(text(address), QUrl::StrictMode);
    const auto scheme = url.scheme();
    if (!url.isValid() || (scheme != QLatin1String("postgres") && scheme != QLatin1String("postgresql"))) {
        return base::fail(ErrorCode::InvalidArgument,
                          "a database is named as postgres://user:password@host:5432/database");
    }
    PostgresUrl result;
    if (!url.host().isEmpty()) {
        result.host = url.host().toStdString();
    }
    result.port = url.port(result.port);
    result.user = url.userName(QUrl::FullyDecoded).toStdString();
    result.password = base::Secret(url.password(QUrl::FullyDecoded).toStdString());
    result.database = url.path(QUrl::FullyDecoded).mid(1).toStdString();
    if (result.database.empty()) {
        return base::fail(ErrorCode::InvalidArgument, "the database's URL names no database behind its host");
    }
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        result.options += (result.options.empty() ? "" : ";") + name.toStdString() + "=" + value.toStdString();
    }
    return result;
}

base::Status PostgresVideoTable::write(const BullVideoRow& row) {
    if (!QSqlDatabase::isDriverAvailable(kDriver)) {
        return base::fail(ErrorCode::Unsupported,
                          "Qt's driver for PostgreSQL is not installed (Debian: libqt6sql6-psql)");
    }
    Connection connection(m_url);
    if (!connection.database().open()) {
        auto error = connection.database().lastError();
        return base::fail(ErrorCode::Unavailable, "no connection to " + m_url.text(),
                          error.text().simplified().toStdString());
    }
    QSqlQuery query(connection.database());
    // A row that somebody keeps locked must not hold up all that come after it.
    if (!query.exec(QStringLiteral("SET statement_timeout = 10000")) || !query.prepare(statement(row.state))) {
        return database_error(query.lastError(),
                              "the table transcoding_jobs in " + m_url.text() + " cannot be changed");
    }
    switch (row.state) {
    case BullVideoRow::State::Processing:
        query.bindValue(QStringLiteral(":worker"), text(row.worker));
        break;
    case BullVideoRow::State::Completed:
        query.bindValue(QStringLiteral(":url"), text(row.output_url));
        query.bindValue(QStringLiteral(":bytes"), QString::number(row.output_bytes));
        break;
    case BullVideoRow::State::Failed:
        query.bindValue(QStringLiteral(":error"), text(row.error_message));
        break;
    }
    query.bindValue(QStringLiteral(":video"), text(row.video_id));
    query.bindValue(QStringLiteral(":resolution"), text(row.resolution));
    if (!query.exec()) {
        return database_error(query.lastError(), "the row of video " + row.video_id + " (" + row.resolution + ") in " +
                                                     m_url.text() + " was not changed");
    }
    return {};
}

} // namespace framehand::sources
