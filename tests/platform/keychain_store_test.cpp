// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/bus_world.h"
#include "tests/platform/wait_for.h"
#include "tests/support/temp_folder.h"

#include <QStandardPaths>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace framehand::platform {
namespace {

using test::BusWorld;
using test::StartedProgram;
using test::wait_for;

const auto kKeyring = QStringLiteral("gnome-keyring-daemon");

/// A keychain of the test's own, on a D-Bus of its own. Each step is a program of its own, as libraries remember to
/// whom they spoke first.
class KeychainStoreTest : public testing::Test {
protected:
    void SetUp() override {
        if (QStandardPaths::findExecutable(kKeyring).isEmpty()) {
            GTEST_SKIP() << "gnome-keyring is not installed";
        }
        std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
    }

    void unlock() {
        keyring =
            std::make_unique<StartedProgram>(kKeyring,
                                             QStringList{QStringLiteral("--unlock"), QStringLiteral("--foreground"),
                                                         QStringLiteral("--components=secrets")},
                                             environment());
        keyring->process().write("the password of the login\n");
        keyring->process().closeWriteChannel();
        ASSERT_TRUE(wait_for([this] { return world.has(QStringLiteral("org.freedesktop.secrets")); }))
            << keyring->process().readAllStandardError().toStdString();
    }

    [[nodiscard]] QStringList environment(const QString& bus = {}) const {
        const auto home = QString::fromStdString(folder.path().string());
        return {QStringLiteral("DBUS_SESSION_BUS_ADDRESS=") + (bus.isEmpty() ? world.address() : bus),
                QStringLiteral("HOME=") + home,
                QStringLiteral("XDG_DATA_HOME=") + home + QStringLiteral("/data"),
                QStringLiteral("XDG_RUNTIME_DIR=") + home,
                QStringLiteral("XDG_CURRENT_DESKTOP=GNOME"),
                QStringLiteral("DISPLAY=")};
    }

    [[nodiscard]] std::string does(const QStringList& arguments, const QString& bus = {}) const {
        StartedProgram user(QStringLiteral(KEYCHAIN_USER), arguments, environment(bus));
        return user.first_line().toStdString();
    }

    /// All that the keychain has on the disk.
    [[nodiscard]] std::string on_disk() const {
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (entry.is_regular_file()) {
                std::ifstream file(entry.path(), std::ios::binary);
                all.append(std::istreambuf_iterator<char>(file), {});
            }
        }
        return all;
    }

    test::TempFolder folder;
    BusWorld world;
    std::unique_ptr<StartedProgram> keyring;
};

const auto kRead = QStringLiteral("read");
const auto kWrite = QStringLiteral("write");
const auto kRemove = QStringLiteral("remove");
const auto kKey = QStringLiteral("http://nas:8787");

TEST_F(KeychainStoreTest, KeepsReplacesAndRemovesASecretByItsKey) {
    unlock();
    EXPECT_EQ(does({kRead, kKey}), "nothing");
    EXPECT_EQ(does({kRemove, kKey}), "ok") << "there is none, which is what was asked for";
    EXPECT_EQ(does({kWrite, kKey, QStringLiteral("first-secret")}), "ok");
    EXPECT_EQ(does({kWrite, kKey, QStringLiteral("second-secret")}), "ok");
    EXPECT_EQ(does({kWrite, QStringLiteral("http://other"), QStringLiteral("third-secret")}), "ok");
    EXPECT_EQ(does({kRead, kKey}), "ok second-secret");
    EXPECT_EQ(does({kRead, QStringLiteral("http://other")}), "ok third-secret");
    EXPECT_GT(on_disk().size(), 0U);
    EXPECT_EQ(on_disk().find("second-secret"), std::string::npos) << "it is on the disk, but not to be read there";
    EXPECT_EQ(does({kRemove, kKey}), "ok");
    EXPECT_EQ(does({kRead, kKey}), "nothing");
    EXPECT_EQ(does({kRead, QStringLiteral("http://other")}), "ok third-secret");
}

TEST_F(KeychainStoreTest, WithoutAKeychainItSaysSoAndKeepsNothing) {
    const auto nowhere = QStringLiteral("unix:path=") + QString::fromStdString((folder.path() / "no-bus").string());
    for (const auto& arguments :
         {QStringList{kWrite, kKey, QStringLiteral("first-secret")}, QStringList{kRead, kKey}}) {
        const auto said = does(arguments, nowhere);
        EXPECT_TRUE(said == "unsupported" || said == "unavailable") << said;
    }
    EXPECT_EQ(on_disk().find("first-secret"), std::string::npos);
}

} // namespace
} // namespace framehand::platform
