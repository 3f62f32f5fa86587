// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temp_folder.h"

#include <QProcess>
#include <gtest/gtest.h>

#include <string>

namespace framehand::test {

/// A server at 127.0.0.1 that only those trust who are told to: its key, and the certificate that it signed itself.
class LoopbackCertificate {
public:
    LoopbackCertificate() {
        const QString program = QStringLiteral("openssl");
        QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey")};
        arguments << QStringLiteral("rsa:2048") << QStringLiteral("-nodes") << QStringLiteral("-subj")
                  << QStringLiteral("/CN=localhost") << QStringLiteral("-addext")
                  << QStringLiteral("subjectAltName=IP:127.0.0.1") << QStringLiteral("-keyout")
                  << QString::fromStdString(key()) << QStringLiteral("-out") << QString::fromStdString(certificate());
        QProcess maker;
        maker.setProcessChannelMode(QProcess::MergedChannels);
        maker.start(program, arguments);
        const bool made = maker.waitForFinished() && maker.exitCode() == 0;
        EXPECT_TRUE(made) << maker.readAll().toStdString();
    }

    [[nodiscard]] std::string key() const { return (m_folder.path() / "key.pem").string(); }

    [[nodiscard]] std::string certificate() const { return (m_folder.path() / "certificate.pem").string(); }

private:
    TempFolder m_folder;
};

} // namespace framehand::test
