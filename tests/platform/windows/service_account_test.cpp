// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/service_account.h"
#include "platform/windows/wide_text.h"
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
