// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include "tests/platform/wait_for.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>
#include <gtest/gtest.h>

#include <unistd.h>

namespace framehand::test {

namespace {

/// Where Debian keeps the programs of its newest version; they are not in the PATH.
QString program(const QString& name) {
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    const auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    return names.isEmpty() ? QString() : versions.filePath(names.first() + QStringLiteral("/bin/") + name);
}

constexpr uid_t kNobody = 65534;

/// The server refuses to be root's.
void start(QProcess& process, const QString& name, QStringList arguments) {
    auto start = program(name);
    if (geteuid() == 0) {
        const auto id = QString::number(kNobody);
        arguments = QStringList{QStringLiteral("--reuid"),        id,   QStringLiteral("--regid"), id,
                                QStringLiteral("--clear-groups"), start} +
                    arguments;
        start = QStringLiteral("setpriv");
    }
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(start, arguments);
}

std::uint16_t free_port() {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

bool PostgresServer::is_installed() {
    return QFile::exists(program(QStringLiteral("initdb")));
}

PostgresServer::PostgresServer() : m_port(free_port()), m_process(std::make_unique<QProcess>()) {
    const auto folder = QString::fromStdString(m_folder.path().string());
    if (geteuid() == 0) {
        EXPECT_EQ(chown(folder.toLocal8Bit().constData(), kNobody, kNobody), 0);
    }
    const auto data = folder + QStringLiteral("/data");
    QProcess initdb;
    start(initdb, QStringLiteral("initdb"),
          {QStringLiteral("--no-sync"), QStringLiteral("--auth=trust"), QStringLiteral("--username=tester"),
           QStringLiteral("--encoding=UTF8"), QStringLiteral("--locale=C"), QStringLiteral("-D"), data});
    EXPECT_TRUE(initdb.waitForFinished(60'000) && initdb.exitCode() == 0) << initdb.readAll().toStdString();
    start(*m_process, QStringLiteral("postgres"),
          {QStringLiteral("-D"), data, QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-h"),
           QStringLiteral("127.0.0.1"), QStringLiteral("-k"), folder, QStringLiteral("-F")});
    QString reason;
    const bool up = wait_for([this, &reason] {
        const auto name = QStringLiteral("first");
        bool answered = false;
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
            database.setHostName(QStringLiteral("127.0.0.1"));
            database.setPort(m_port);
            database.setUserName(QStringLiteral("tester"));
            database.setDatabaseName(QStringLiteral("postgres"));
            if (database.open()) {
                QSqlQuery query(database);
                answered = query.exec(QStringLiteral("CREATE DATABASE videos"));
            }
            reason = database.lastError().text();
        }
        QSqlDatabase::removeDatabase(name);
        return answered;
    });
    EXPECT_TRUE(up) << reason.toStdString() << m_process->readAll().toStdString();
}

PostgresServer::~PostgresServer() {
    m_process->terminate();
    if (!m_process->waitForFinished(5'000)) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

std::string PostgresServer::url() const {
    return "postgres://tester:any@127.0.0.1:" + std::to_string(m_port) + "/videos";
}

std::string PostgresServer::ask(const std::string& statement) {
    const auto name = QStringLiteral("ask");
    std::string value;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setHostName(QStringLiteral("127.0.0.1"));
        database.setPort(m_port);
        database.setUserName(QStringLiteral("tester"));
        database.setDatabaseName(QStringLiteral("videos"));
        EXPECT_TRUE(database.open()) << database.lastError().text().toStdString();
        QSqlQuery query(database);
        EXPECT_TRUE(query.exec(QString::fromStdString(statement))) << query.lastError().text().toStdString();
        if (query.next()) {
            value = query.value(0).toString().toStdString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

} // namespace framehand::test
