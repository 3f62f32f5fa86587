// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_api.h"
#include "platform/windows/windows_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using testing::EndsWith;
using testing::Not;

TEST(WindowsError, ChoosesTheKindOfFailure) {
    EXPECT_EQ(error_from_windows(ERROR_FILE_NOT_FOUND, "x").code, base::ErrorCode::NotFound);
    EXPECT_EQ(error_from_windows(ERROR_ACCESS_DENIED, "x").code, base::ErrorCode::PermissionDenied);
    EXPECT_EQ(error_from_windows(ERROR_DISK_FULL, "x").code, base::ErrorCode::NoSpace);
    EXPECT_EQ(error_from_windows(ERROR_BAD_NETPATH, "x").code, base::ErrorCode::Unavailable);
    EXPECT_EQ(error_from_windows(ERROR_FILE_EXISTS, "x").code, base::ErrorCode::AlreadyExists);
    EXPECT_EQ(error_from_windows(ERROR_CRC, "x").code, base::ErrorCode::IoError);
}

TEST(WindowsError, IsOneLineWithTheNumber) {
    const auto error = error_from_windows(ERROR_ACCESS_DENIED, "the file cannot be opened");
    EXPECT_EQ(error.message, "the file cannot be opened");
    EXPECT_THAT(error.cause, EndsWith(" (5)"));
    EXPECT_THAT(error.cause, Not(EndsWith(". (5)")));
    EXPECT_EQ(error.cause.find('\n'), std::string::npos);
    EXPECT_EQ(windows_error_text(0xDEADBEEF), "Windows error (3735928559)");
}

} // namespace
} // namespace framehand::platform
