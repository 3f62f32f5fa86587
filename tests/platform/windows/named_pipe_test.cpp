// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/account.h"
#include "platform/windows/handle.h"
#include "platform/windows/named_pipe_streams.h"
#include "platform/windows/service_account.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_peer_identity.h"
#include "tests/platform/windows/running_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <aclapi.h>
#include <cstdint>
#include <sddl.h>

namespace framehand::platform {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

std::string access_list_of(HANDLE object) {
    PSECURITY_DESCRIPTOR found = nullptr;
    EXPECT_EQ(::GetSecurityInfo(object, SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr, nullptr,
                                &found),
              static_cast<DWORD>(ERROR_SUCCESS));
    const LocalMemory<void> owner(found);
    wchar_t* text = nullptr;
    EXPECT_NE(::ConvertSecurityDescriptorToStringSecurityDescriptorW(found, SDDL_REVISION_1, DACL_SECURITY_INFORMATION,
                                                                     &text, nullptr),
              0);
    const LocalMemory<wchar_t> text_owner(text);
    return to_utf8(text);
}

TEST(NamedPipeStreams, AreOpenToTheirUserAndSystemAlone) {
    NamedPipeStreams streams;
    const auto listener = streams.listen();
    ASSERT_TRUE(listener) << listener.error().text();
    const UniqueHandle client =
        owned_handle(::CreateFileW(to_wide((*listener)->address()).c_str(), GENERIC_READ | GENERIC_WRITE | READ_CONTROL,
                                   0, nullptr, OPEN_EXISTING, 0, nullptr));
    ASSERT_TRUE(client) << ::GetLastError();
    const std::string list = access_list_of(client.get());
    EXPECT_THAT(list, HasSubstr("D:P")) << "nothing is inherited";
    EXPECT_EQ(std::ranges::count(list, '('), 2) << list;
    EXPECT_THAT(list, HasSubstr(";;;SY)"));
    EXPECT_THAT(list, HasSubstr(own_user().value())) << list;
}

TEST(NamedPipeStreams, ConnectToPipesOfThisMachineOnly) {
    NamedPipeStreams streams;
    for (const char* address : {"C:\\Windows\\win.ini", "\\\\nas\\pipe\\x", "pipe", ""}) {
        EXPECT_EQ(streams.connect(address).error().code, ErrorCode::InvalidArgument) << address;
    }
}

TEST(NamedPipeStreams, ANameThatIsTakenIsNotShared) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine does not keep the first one's name for it";
    }
    NamedPipeStreams streams;
    const auto listener = streams.listen();
    ASSERT_TRUE(listener);
    const UniqueHandle other = owned_handle(
        ::CreateNamedPipeW(to_wide((*listener)->address()).c_str(), PIPE_ACCESS_DUPLEX | FILE_FLAG_FIRST_PIPE_INSTANCE,
                           PIPE_TYPE_BYTE, PIPE_UNLIMITED_INSTANCES, 100, 100, 0, nullptr));
    EXPECT_FALSE(other);
}

/// Both ends of a pipe, as a server and a program that connects to it have them.
struct Ends {
    UniqueHandle server;
    UniqueHandle client;

    Ends() {
        const std::wstring name =
            L"\\\\.\\pipe\\framehand-test-" + std::to_wstring(::GetCurrentProcessId()) + L"-identity";
        server =
            owned_handle(::CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1, 100, 100, 0, nullptr));
        client = owned_handle(
            ::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    }

    [[nodiscard]] std::intptr_t descriptor() const { return reinterpret_cast<std::intptr_t>(server.get()); }
};

TEST(WindowsPeerIdentity, TheSameUserMayControl) {
    const Ends ends;
    ASSERT_TRUE(ends.client);
    const auto checked = WindowsPeerIdentity().check_may_control(ends.descriptor());
    EXPECT_TRUE(checked) << checked.error().text();
    char byte = 'x';
    DWORD moved = 0;
    ASSERT_NE(::WriteFile(ends.client.get(), &byte, 1, &moved, nullptr), 0);
    ASSERT_NE(::ReadFile(ends.server.get(), &byte, 1, &moved, nullptr), 0);
    EXPECT_TRUE(WindowsPeerIdentity("S-1-5-21-1-2-3-1001").check_may_control(ends.descriptor()))
        << "also after something was read";
}

TEST(WindowsPeerIdentity, WhatIsNoPipeIsRefused) {
    const UniqueHandle event = owned_handle(::CreateEventW(nullptr, TRUE, FALSE, nullptr));
    const auto checked = WindowsPeerIdentity().check_may_control(reinterpret_cast<std::intptr_t>(event.get()));
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::PermissionDenied);
}

TEST(WindowsPeerIdentity, DecidesByUserOwnerAndAdministrators) {
    const std::string me = "S-1-5-21-1-2-3-1001";
    const std::string other = "S-1-5-21-1-2-3-1002";
    using Powers = ControlRule::Powers;
    EXPECT_TRUE((ControlRule{me, std::nullopt}.allows(me, Powers::Plain)));
    EXPECT_FALSE((ControlRule{me, std::nullopt}.allows(other, Powers::Plain)));
    EXPECT_TRUE((ControlRule{me, other}.allows(other, Powers::Plain))) << "who installed the service";
    EXPECT_TRUE((ControlRule{me, std::nullopt}.allows(other, Powers::Administrator)));
    EXPECT_TRUE((ControlRule{me, std::nullopt}.allows("S-1-5-18", Powers::Plain))) << "SYSTEM";
    EXPECT_FALSE((ControlRule{me, std::nullopt}.allows("S-1-5-7", Powers::Plain))) << "nobody in particular";
}

TEST(WindowsPeerIdentity, AServerIsToldBesideTheOwnOneOfServiceSystemAndAdministrators) {
    const ServerRule rule{"S-1-5-21-1-2-3-1001"};
    EXPECT_TRUE(rule.trusts("S-1-5-21-1-2-3-1001"));
    EXPECT_TRUE(rule.trusts(service_sid(L"framehandd")));
    EXPECT_TRUE(rule.trusts("S-1-5-18")) << "SYSTEM";
    EXPECT_TRUE(rule.trusts("S-1-5-32-544")) << "administrators";
    EXPECT_FALSE(rule.trusts("S-1-5-21-1-2-3-1002")) << "another user";
    EXPECT_FALSE(rule.trusts(service_sid(L"another"))) << "another service";
    EXPECT_FALSE(rule.trusts("S-1-5-32-545")) << "any user";
    EXPECT_FALSE(rule.trusts(""));
}

/// A client's end of a pipe that `owner` has made; none where Windows does not let us give it to them.
UniqueHandle connected_to_pipe_of(const std::string& owner, UniqueHandle& server) {
    const auto theirs = security_descriptor("O:" + owner + "D:P(A;;FA;;;WD)");
    SECURITY_ATTRIBUTES attributes{sizeof(SECURITY_ATTRIBUTES), theirs.value().get(), FALSE};
    const std::wstring name = L"\\\\.\\pipe\\framehand-test-" + std::to_wstring(::GetCurrentProcessId()) + L"-owner";
    server =
        owned_handle(::CreateNamedPipeW(name.c_str(), PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE, 1, 100, 100, 0, &attributes));
    return owned_handle(
        ::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
}

TEST(WindowsPeerIdentity, NothingIsToldToAPipeOfSomebodyElse) {
    UniqueHandle server;
    const auto own = connected_to_pipe_of(own_user().value(), server);
    ASSERT_TRUE(own);
    const auto told = WindowsPeerIdentity().check_may_be_told(reinterpret_cast<std::intptr_t>(own.get()));
    EXPECT_TRUE(told) << told.error().text();

    UniqueHandle their_server;
    server.reset();
    const auto theirs = connected_to_pipe_of("S-1-5-21-1-2-3-1002", their_server);
    if (!theirs) {
        GTEST_SKIP() << "Windows lets nobody make a pipe that is somebody else's";
    }
    const auto refused = WindowsPeerIdentity().check_may_be_told(reinterpret_cast<std::intptr_t>(theirs.get()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::PermissionDenied);
    EXPECT_THAT(refused.error().text(), HasSubstr("S-1-5-21-1-2-3-1002"));
}

TEST(WindowsPeerIdentity, NothingIsToldToWhatIsNoPipe) {
    EXPECT_FALSE(WindowsPeerIdentity().check_may_be_told(0));
}

TEST(Account, KnowsItself) {
    const auto user = own_user();
    ASSERT_TRUE(user);
    EXPECT_TRUE(user->starts_with("S-1-5-")) << *user;
    EXPECT_FALSE(account_name(*user).empty());
    EXPECT_EQ(account_name("no sid"), "no sid");
    HANDLE opened = nullptr;
    ASSERT_NE(::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened), 0);
    const UniqueHandle token = owned_handle(opened);
    EXPECT_TRUE(is_member(token.get(), "S-1-1-0")) << "everyone";
    EXPECT_FALSE(is_member(token.get(), "S-1-5-21-1-2-3-4"));
    EXPECT_FALSE(is_member(token.get(), "no sid"));
}

} // namespace
} // namespace framehand::platform
