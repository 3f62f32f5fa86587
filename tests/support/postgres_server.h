// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_folder.h"

#include <QProcess>

#include <cstdint>
#include <memory>
#include <string>

namespace framehand::test {

/// A real PostgreSQL server on loopback, in a folder of its own, with an empty database "videos". Ends with this
/// object. A server that does not come up fails the test.
class PostgresServer {
public:
    [[nodiscard]] static bool is_installed();

    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    [[nodiscard]] std::string url() const;
    /// The first value of the first row that a statement answers with, "" for none. What is wrong fails the test.
    std::string ask(const std::string& statement);

private:
    TempFolder m_folder;
    std::uint16_t m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace framehand::test
