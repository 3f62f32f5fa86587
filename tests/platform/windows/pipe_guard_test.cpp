// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/account.h"
#include "platform/windows/pipe_guard.h"
#include "platform/windows/wide_text.h"
#include "tests/platform/wait_for.h"
#include "tests/support/temp_folder.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <aclapi.h>
#include <sddl.h>

namespace framehand::platform {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

constexpr const char* kGuest = "S-1-5-21-1-2-3-1001";

/// The owner and the list of a pipe, as Windows writes them.
std::string access_to(HANDLE pipe) {
    constexpr SECURITY_INFORMATION kAsked = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    void* found = nullptr;
    if (::GetSecurityInfo(pipe, SE_KERNEL_OBJECT, kAsked, nullptr, nullptr, nullptr, nullptr, &found) !=
        ERROR_SUCCESS) {
        return {};
    }
    const LocalMemory<void> owner(found);
    wchar_t* text = nullptr;
    ::ConvertSecurityDescriptorToStringSecurityDescriptorW(found, SDDL_REVISION_1, kAsked, &text, nullptr);
    const LocalMemory<wchar_t> text_owner(text);
    return text == nullptr ? std::string() : to_utf8(text);
}

class PipeGuardTest : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path path() const { return folder.path() / "agent.sock"; }

    [[nodiscard]] QString name() const { return QString::fromStdString(path().string()); }

    [[nodiscard]] UniqueHandle open() const {
        return owned_handle(::CreateFileW(pipe_name(path()).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                          OPEN_EXISTING, FILE_FLAG_OVERLAPPED, nullptr));
    }

    test::TempFolder folder;
};

TEST_F(PipeGuardTest, HasTheNameThatQtMakes) {
    QLocalServer server;
    for (const std::filesystem::path& given : {path(), std::filesystem::path(L"C:/Users/änne/agent.sock"),
                                               std::filesystem::path(L"\\\\.\\pipe\\framehand-test")}) {
        ASSERT_TRUE(server.listen(QString::fromStdString(given.string())));
        EXPECT_EQ(server.fullServerName().toStdWString(), pipe_name(given));
        server.close();
    }
}

TEST_F(PipeGuardTest, GivesItsListToTheInstancesOfQtWhateverTheyAskFor) {
    const auto guard = PipeGuard::create(path(), kGuest);
    ASSERT_TRUE(guard) << guard.error().text();
    for (const auto option : {QLocalServer::WorldAccessOption, QLocalServer::UserAccessOption}) {
        QLocalServer server;
        server.setSocketOptions(option);
        ASSERT_TRUE(server.listen(name())) << server.errorString().toStdString();
        QLocalSocket client;
        client.connectToServer(name());
        ASSERT_TRUE(client.waitForConnected()) << client.errorString().toStdString();
        ASSERT_TRUE(test::wait_for([&] { return server.hasPendingConnections(); })) << "not the guard's own instance";
        const auto* peer = server.nextPendingConnection();
        for (const auto end : {client.socketDescriptor(), peer->socketDescriptor()}) {
            const auto access = access_to(reinterpret_cast<HANDLE>(end));
            const auto own = own_face().value();
            EXPECT_THAT(access, HasSubstr("O:" + own + "D:P(")) << access;
            EXPECT_THAT(access, HasSubstr("(A;;FA;;;" + own + ")"));
            EXPECT_THAT(access, HasSubstr("(A;;FA;;;SY)"));
            EXPECT_THAT(access, HasSubstr("(A;;FA;;;BA)"));
            EXPECT_THAT(access, HasSubstr(std::string("(A;;0x12019b;;;") + kGuest + ")"));
            EXPECT_EQ(std::ranges::count(access, '('), 4) << "nobody else: " << access;
        }
    }
}

TEST_F(PipeGuardTest, LetsNobodyLandWithItself) {
    const auto guard = PipeGuard::create(path(), std::nullopt);
    ASSERT_TRUE(guard) << guard.error().text();
    EXPECT_FALSE(open());
    EXPECT_EQ(::GetLastError(), static_cast<DWORD>(ERROR_PIPE_BUSY));
}

TEST_F(PipeGuardTest, RefusesANameThatSomebodyElseHas) {
    for (const char* list : {"D:(A;;FA;;;WD)", "D:P(A;;FA;;;SY)(A;;FA;;;BA)"}) {
        const auto theirs = security_descriptor(list);
        ASSERT_TRUE(theirs);
        SECURITY_ATTRIBUTES attributes{sizeof(SECURITY_ATTRIBUTES), theirs->get(), FALSE};
        const UniqueHandle first =
            owned_handle(::CreateNamedPipeW(pipe_name(path()).c_str(), PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE,
                                            PIPE_UNLIMITED_INSTANCES, 0, 0, 3000, &attributes));
        ASSERT_TRUE(first);
        const auto guard = PipeGuard::create(path(), std::nullopt);
        ASSERT_FALSE(guard);
        EXPECT_EQ(guard.error().code, ErrorCode::AlreadyExists);
    }
    {
        const UniqueHandle only = owned_handle(
            ::CreateNamedPipeW(pipe_name(path()).c_str(), PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1, 0, 0, 3000, nullptr));
        ASSERT_TRUE(only);
        const auto guard = PipeGuard::create(path(), std::nullopt);
        ASSERT_FALSE(guard) << "of which there can be but one";
        EXPECT_EQ(guard.error().code, ErrorCode::AlreadyExists) << guard.error().text();
    }
    EXPECT_TRUE(PipeGuard::create(path(), std::nullopt)) << "once they are gone";
}

TEST_F(PipeGuardTest, TakesItsNameAgainWhileAClientOfTheLastDaemonHasNotNoticedItsEnd) {
    UniqueHandle late;
    {
        const auto guard = PipeGuard::create(path(), kGuest);
        ASSERT_TRUE(guard);
        QLocalServer server;
        ASSERT_TRUE(server.listen(name()));
        late = open();
        ASSERT_TRUE(late);
    }
    const auto guard = PipeGuard::create(path(), kGuest);
    EXPECT_TRUE(guard) << guard.error().text();
}

} // namespace
} // namespace framehand::platform
