// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/support/temp_folder.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace framehand::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

constexpr auto kSecret = "tell-nobody-7";

/// The real program without a daemon.
class SecretProgram : public testing::Test {
protected:
    struct End {
        int code = -1;
        std::string out;
        std::string err;
    };

    [[nodiscard]] End run(const std::vector<std::string>& arguments, const std::string& input = "") const {
        QProcess process;
        QProcessEnvironment environment;
        const QString folder = QString::fromStdString(m_folder.path().string());
        environment.insert(QStringLiteral("HOME"), folder);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
        for (const auto& [name, value] : m_environment) {
            environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        }
        process.setProcessEnvironment(environment);
        QStringList list;
        for (const std::string& argument : arguments) {
            list.append(QString::fromStdString(argument));
        }
        process.start(QStringLiteral(FRAMEHANDCTL), list);
        process.write(input.data(), static_cast<qint64>(input.size()));
        process.closeWriteChannel();
        constexpr int kPatienceMs = 60'000;
        if (!process.waitForFinished(kPatienceMs) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        End end{process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
        EXPECT_THAT(end.out + end.err, Not(HasSubstr(kSecret)));
        return end;
    }

    [[nodiscard]] fs::path kept(const std::string& name) const {
        return m_folder.path() / ".local/share/framehand/secrets" / name;
    }

    test::TempFolder m_folder;
    std::map<std::string, std::string> m_environment;
};

TEST_F(SecretProgram, KeepsTheLineOfStandardInputForTheNextStartAndForgetsIt) {
    const auto set = run({"secret", "set", "redis-password"}, std::string(kSecret) + "\nnot this\n");
    EXPECT_EQ(set.code, 0) << set.err;
    EXPECT_THAT(set.out, HasSubstr("redis-password is kept"));
    EXPECT_EQ(m_folder.read(".local/share/framehand/secrets/redis-password"), std::string(kSecret) + "\n");
    EXPECT_EQ(fs::status(kept("redis-password")).permissions(), fs::perms::owner_read | fs::perms::owner_write);

    const auto list = run({"secret", "list"});
    EXPECT_EQ(list.code, 0) << list.err;
    EXPECT_THAT(list.out, HasSubstr("redis-password            its file\n"));
    EXPECT_THAT(list.out, HasSubstr("s3-secret-key             not set\n"));
    const auto json = base::parse_json(base::trim(run({"secret", "list", "--json"}).out), "list");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["secrets"][0], (base::Json{{"name", "redis-password"}, {"from", "file"}}));
    EXPECT_EQ((*json)["secrets"].size(), 7U);

    EXPECT_EQ(run({"secret", "forget", "redis-password"}).code, 0);
    EXPECT_FALSE(fs::exists(kept("redis-password")));
    EXPECT_EQ(run({"secret", "forget", "redis-password"}).code, 0) << "fine if there is none";
}

TEST_F(SecretProgram, EndsWith2ForWhatCannotBeASecretAndKeepsNothing) {
    EXPECT_EQ(run({"secret", "set", "redis-password"}).code, 2) << "nothing comes";
    EXPECT_EQ(run({"secret", "set", "redis-password"}, "\n").code, 2);
    EXPECT_EQ(run({"secret", "set", "redis-password"}, std::string(kSecret) + "\x01\n").code, 2);
    EXPECT_EQ(run({"secret", "set", "redis-password"}, std::string(100'000, 'x')).code, 2);
    const auto unknown = run({"secret", "set", "redis-pasword"}, std::string(kSecret) + "\n");
    EXPECT_EQ(unknown.code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("redis-password, celery-password"));
    EXPECT_EQ(run({"secret", "set"}, kSecret).code, 2);
    EXPECT_EQ(run({"secret", "set", "redis-password", "value"}).code, 2) << "never as an argument";
    EXPECT_EQ(run({"secret"}).code, 2);
    EXPECT_FALSE(fs::exists(kept("redis-password")));
}

TEST_F(SecretProgram, EndsWith1WhereTheEnvironmentDecides) {
    m_environment["WORKER_REDIS_PASSWORD"] = kSecret;
    const auto set = run({"secret", "set", "redis-password"}, std::string(kSecret) + "\n");
    EXPECT_EQ(set.code, 1);
    EXPECT_THAT(set.err, HasSubstr("WORKER_REDIS_PASSWORD"));
    EXPECT_EQ(run({"secret", "forget", "redis-password"}).code, 1);
    EXPECT_THAT(run({"secret", "list"}).out, HasSubstr("redis-password            the environment\n"));
}

TEST_F(SecretProgram, SaysOfAFileThatOthersMayReadHowToMendIt) {
    ASSERT_EQ(run({"secret", "set", "s3-secret-key"}, std::string(kSecret) + "\n").code, 0);
    fs::permissions(kept("s3-secret-key"), fs::perms::others_read, fs::perm_options::add);
    EXPECT_THAT(run({"secret", "list"}).out, HasSubstr("its file; of no use: "));
    EXPECT_THAT(run({"secret", "list"}).out, HasSubstr("chmod 600"));
}

TEST_F(SecretProgram, ATestOfSourcesNeedsADaemon) {
    const auto test = run({"sources", "test", "redis"});
    EXPECT_EQ(test.code, 3);
    EXPECT_THAT(test.err, HasSubstr("no framehandd of yours is running here"));
    EXPECT_EQ(run({"sources"}).code, 2);
}

} // namespace
} // namespace framehand::cli
