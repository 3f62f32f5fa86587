// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/handle.h"
#include "platform/windows/program_folder.h"
#include "platform/windows/wide_text.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <sddl.h>

namespace framehand::platform {
namespace {

constexpr auto kService = "S-1-5-80-1-2-3-4-5";

/// Of a list as Windows writes it.
ProgramAccess access_by(const std::string& list) {
    void* descriptor = nullptr;
    EXPECT_NE(::ConvertStringSecurityDescriptorToSecurityDescriptorW(to_wide("D:" + list).c_str(), SDDL_REVISION_1,
                                                                     &descriptor, nullptr),
              FALSE)
        << list;
    const LocalMemory<void> owner(descriptor);
    BOOL has_list = FALSE;
    BOOL is_default = FALSE;
    ACL* entries = nullptr;
    ::GetSecurityDescriptorDacl(descriptor, &has_list, &entries, &is_default);
    return program_access(entries, kService);
}

TEST(ProgramFolder, InProgramFilesIsRunByAllAndChangedByAdministrators) {
    const auto access = access_by(
        "PAI(A;;FA;;;SY)(A;OICIIO;GA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;BU)(A;OICIIO;GXGR;;;BU)(A;OICIIO;GA;;;CO)");
    EXPECT_TRUE(access.account_may_run);
    EXPECT_FALSE(access.others_may_write);
}

TEST(ProgramFolder, OfADataDiskIsChangedByAnybody) {
    const auto access =
        access_by("AI(A;OICIID;FA;;;BA)(A;OICIID;FA;;;SY)(A;OICIID;0x1301bf;;;AU)(A;OICIID;0x1200a9;;;BU)");
    EXPECT_TRUE(access.account_may_run);
    EXPECT_TRUE(access.others_may_write);
}

TEST(ProgramFolder, OfAProfileIsNotRunByAService) {
    const std::string list = "AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;S-1-5-21-1-2-3-1001)";
    EXPECT_FALSE(access_by(list).account_may_run);
    EXPECT_FALSE(access_by(list).others_may_write);
    EXPECT_TRUE(access_by(list + "(A;OICI;0x1200a9;;;" + kService + ")").account_may_run);
}

TEST(ProgramFolder, WithoutAListIsEverybodys) {
    EXPECT_TRUE(program_access(nullptr, kService).others_may_write);
}

TEST(ProgramFolder, ThatNobodyKnowsIsLeftToTheServiceManager) {
    const test::TempFolder folder;
    EXPECT_TRUE(check_program_folder(folder.path() / "none", kService));
}

} // namespace
} // namespace framehand::platform
