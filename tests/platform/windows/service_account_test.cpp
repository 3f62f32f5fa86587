// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/real_folder.h"
#include "platform/windows/service_account.h"
#include "platform/windows/wide_text.h"
#include "tests/platform/this_system.h"
#include "tests/platform/windows/test_key.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <aclapi.h>
#include <sddl.h>

namespace framehand::platform {
namespace {

/// The list of who may do what, as Windows writes it.
std::string access_to(const std::filesystem::path& folder) {
    void* descriptor = nullptr;
    if (::GetNamedSecurityInfoW(folder.c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, nullptr,
                                nullptr, &descriptor) != ERROR_SUCCESS) {
        return {};
    }
    const LocalMemory<void> owner(descriptor);
    wchar_t* text = nullptr;
    ::ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, DACL_SECURITY_INFORMATION,
                                                           &text, nullptr);
    const LocalMemory<wchar_t> text_owner(text);
    return text == nullptr ? std::string() : to_utf8(text);
}

TEST(ServiceAccount, HasTheSidThatWindowsMakesOfTheName) {
    // Known to everybody:
    // https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
    EXPECT_EQ(service_sid(L"TrustedInstaller"), "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");
    EXPECT_EQ(service_sid(L"trustedinstaller"), service_sid(L"TRUSTEDINSTALLER"));
    EXPECT_NE(service_sid(L"framehandd"), service_sid(L"framehand"));
}

TEST(ServiceAccount, OpensAFolderBesideWhatWasThereAndClosesItAgain) {
    const test::TempFolder folder;
    const auto data = folder.path() / L"Daten für Framehand";
    const auto sid = service_sid(L"framehandd");
    ASSERT_TRUE(open_folder_to(data, sid));
    ASSERT_TRUE(std::filesystem::is_directory(data));
    ASSERT_TRUE(open_folder_to(data, sid)) << "once more";
    folder.write(data / "ours.txt", "we may still write");
    EXPECT_EQ(folder.read(data / "ours.txt"), "we may still write");
    ASSERT_TRUE(close_folder_to(data, sid));
    EXPECT_EQ(access_to(data).find(sid), std::string::npos);
    EXPECT_TRUE(close_folder_to(folder.path() / "none", sid));
}

TEST(ServiceAccount, MakesAFolderWithThoseAboveItAndTakesAnyWayToWriteItsPath) {
    const test::TempFolder folder;
    const auto data = folder.path() / "a" / "b" / "data";
    const auto sid = service_sid(L"framehandd");
    const auto opened = open_folder_to(folder.path() / "a" / "." / "b" / ".." / "B" / "DATA" / "", sid);
    ASSERT_TRUE(opened) << opened.error().text();
    EXPECT_TRUE(std::filesystem::is_directory(data));
    const auto again = open_folder_to(data.generic_wstring(), sid);
    EXPECT_TRUE(again) << again.error().text();
}

TEST(ServiceAccount, OpensNoFolderThroughALink) {
    const test::TempFolder folder;
    if (!test::links_can_be_made(folder.path())) {
        GTEST_SKIP() << "this user may make no links, or the system has none";
    }
    const auto target = folder.path() / "target";
    std::filesystem::create_directories(target / "below");
    std::filesystem::create_directory_symlink(target, folder.path() / "link");
    const auto sid = service_sid(L"framehandd");
    const auto before = access_to(target);
    for (const char* path : {"link", "link/below", "link/new"}) {
        const auto opened = open_folder_to(folder.path() / path, sid);
        ASSERT_FALSE(opened) << path;
        EXPECT_EQ(opened.error().code, base::ErrorCode::InvalidArgument) << opened.error().text();
        EXPECT_TRUE(close_folder_to(folder.path() / path, sid)) << path;
    }
    EXPECT_EQ(access_to(target), before);
    EXPECT_FALSE(std::filesystem::exists(target / "new"));
}

TEST(ServiceAccount, AFolderStaysInItsPlaceWhileItIsOpened) {
    const test::TempFolder folder;
    const auto data = folder.path() / "above" / "data";
    const auto opened = open_real_folder(data, READ_CONTROL, IfMissing::Make);
    ASSERT_TRUE(opened) << opened.error().text();
    std::error_code refused;
    std::filesystem::rename(data, folder.path() / "elsewhere", refused);
    EXPECT_TRUE(refused);
    folder.write(folder.path() / "file", "no folder");
    EXPECT_EQ(open_real_folder(folder.path() / "file", 0, IfMissing::Make).error().code,
              base::ErrorCode::InvalidArgument);
    EXPECT_EQ(open_real_folder(folder.path() / "none", 0, IfMissing::Fail).error().code, base::ErrorCode::NotFound);
}

TEST(ServiceAccount, RefusesAWholeDriveAndWhatIsNoSid) {
    const test::TempFolder folder;
    EXPECT_EQ(open_folder_to(L"C:\\", service_sid(L"framehandd")).error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(open_folder_to(folder.path(), "somebody").error().code, base::ErrorCode::InvalidArgument);
}

TEST(ServiceAccount, OpensWhatIsBelowAKeyOfTheRegistry) {
    const test::TestKey key;
    ASSERT_TRUE(RegistryKey::create(key.place()));
    EXPECT_TRUE(open_keys_below_to(key.place(), service_sid(L"framehandd")));
    EXPECT_TRUE(RegistryKey::create(key.below(L"ours"))) << "we may still write";
    EXPECT_FALSE(open_keys_below_to(key.below(L"none"), service_sid(L"framehandd")));
}

} // namespace
} // namespace framehand::platform
