// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/held_open.h"
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_file_system.h"
#include "tests/support/fake_waiter.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <numeric>

namespace framehand::platform {
namespace {

base::Duration total(const test::FakeWaiter& waiter) {
    return std::accumulate(waiter.waits.begin(), waiter.waits.end(), base::Duration{0});
}

TEST(HeldOpen, WaitsWithGrowingPausesAndNotForEver) {
    test::FakeWaiter waiter;
    int calls = 0;
    const auto code = patiently(waiter, AccessDenied::IsFinal, [&]() -> DWORD {
        ++calls;
        return ERROR_SHARING_VIOLATION;
    });
    EXPECT_EQ(code, static_cast<DWORD>(ERROR_SHARING_VIOLATION));
    EXPECT_GE(total(waiter), WindowsFileSystem::kPatience);
    EXPECT_LE(total(waiter), WindowsFileSystem::kPatience + base::Duration{250});
    EXPECT_EQ(waiter.waits.front(), base::Duration{10});
    EXPECT_EQ(waiter.waits.back(), base::Duration{250});
    EXPECT_EQ(static_cast<std::size_t>(calls), waiter.waits.size() + 1);
}

TEST(HeldOpen, StopsWhenItIsDone) {
    test::FakeWaiter waiter;
    int calls = 0;
    EXPECT_EQ(patiently(waiter, AccessDenied::IsFinal,
                        [&]() -> DWORD { return ++calls < 3 ? ERROR_LOCK_VIOLATION : ERROR_SUCCESS; }),
              0U);
    EXPECT_EQ(calls, 3);
}

TEST(HeldOpen, OtherCodesAreNotWaitedFor) {
    test::FakeWaiter waiter;
    EXPECT_EQ(patiently(waiter, AccessDenied::MayMeanOpen, []() -> DWORD { return ERROR_BAD_NETPATH; }),
              static_cast<DWORD>(ERROR_BAD_NETPATH));
    EXPECT_TRUE(waiter.waits.empty());
}

TEST(HeldOpen, DeniedAccessIsWaitedForShortlyAndOnlyWhereItMayMeanMore) {
    test::FakeWaiter waiter;
    const auto denied = []() -> DWORD { return ERROR_ACCESS_DENIED; };
    (void)patiently(waiter, AccessDenied::IsFinal, denied);
    EXPECT_TRUE(waiter.waits.empty());
    (void)patiently(waiter, AccessDenied::MayMeanOpen, denied);
    EXPECT_GE(total(waiter), WindowsFileSystem::kShortPatience);
    EXPECT_LE(total(waiter), WindowsFileSystem::kShortPatience + base::Duration{250});
}

TEST(HeldOpen, AMissingRightIsNoOpenFile) {
    const test::TempFolder folder;
    const auto error = disk_error(ERROR_ACCESS_DENIED, "cannot rename", {folder.path() / "a", folder.path() / "b"});
    EXPECT_EQ(error.code, base::ErrorCode::PermissionDenied);
    EXPECT_EQ(error.message, "cannot rename");
}

} // namespace
} // namespace framehand::platform
