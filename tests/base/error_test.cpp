// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/file_error.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

namespace framehand::base {
namespace {

const std::vector<std::pair<ErrorCode, std::string_view>> kWireNames{
    {ErrorCode::InvalidArgument, "invalid_argument"},
    {ErrorCode::NotFound, "not_found"},
    {ErrorCode::AlreadyExists, "already_exists"},
    {ErrorCode::PermissionDenied, "permission_denied"},
    {ErrorCode::NoSpace, "no_space"},
    {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::CorruptData, "corrupt_data"},
    {ErrorCode::Unavailable, "unavailable"},
    {ErrorCode::Timeout, "timeout"},
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::IoError, "io_error"},
    {ErrorCode::Internal, "internal"},
};

// The names are on the wire: this table is written out so that a rename fails here.
TEST(ErrorCode, NamesAreStableAndGoThereAndBack) {
    std::set<std::string_view> seen;
    for (const auto& [code, name] : kWireNames) {
        EXPECT_EQ(to_string(code), name);
        EXPECT_EQ(error_code_from_string(name), code);
        EXPECT_TRUE(seen.insert(name).second) << name;
    }
}

TEST(ErrorCode, AnUnknownNameIsInternal) {
    EXPECT_EQ(error_code_from_string("from_the_future"), ErrorCode::Internal);
    EXPECT_EQ(error_code_from_string(""), ErrorCode::Internal);
    EXPECT_EQ(error_code_from_string("NOT_FOUND"), ErrorCode::Internal);
}

TEST(Error, TextJoinsMessageAndCause) {
    EXPECT_EQ((Error{ErrorCode::IoError, "cannot write a", "disk on fire"}.text()), "cannot write a: disk on fire");
    EXPECT_EQ((Error{ErrorCode::IoError, "cannot write a", ""}.text()), "cannot write a");
}

TEST(Error, WrappedKeepsTheCodeAndTurnsTheOldTextIntoTheCause) {
    const Error inner{ErrorCode::NoSpace, "cannot write seg.m4s", "No space left on device"};
    const Error outer = inner.wrapped("the commit failed");
    EXPECT_EQ(outer.code, ErrorCode::NoSpace);
    EXPECT_EQ(outer.text(), "the commit failed: cannot write seg.m4s: No space left on device");
}

TEST(Error, FromErrnoChoosesTheCodeThatDecidesAboutRetries) {
    const std::vector<std::pair<int, ErrorCode>> expected{
        {ENOENT, ErrorCode::NotFound},
        {ENOTDIR, ErrorCode::NotFound},
        {EEXIST, ErrorCode::AlreadyExists},
        {ENOTEMPTY, ErrorCode::AlreadyExists},
        {EACCES, ErrorCode::PermissionDenied},
        {EPERM, ErrorCode::PermissionDenied},
        {EROFS, ErrorCode::PermissionDenied},
        {ENOSPC, ErrorCode::NoSpace},
        {ENOTCONN, ErrorCode::Unavailable},
        {EFBIG, ErrorCode::NoSpace},
        {EIO, ErrorCode::Unavailable},
        {ECONNREFUSED, ErrorCode::Unavailable},
        {ETIMEDOUT, ErrorCode::Timeout},
        {EINVAL, ErrorCode::InvalidArgument},
        {ENAMETOOLONG, ErrorCode::InvalidArgument},
        {EOPNOTSUPP, ErrorCode::Unsupported},
        {ENOSYS, ErrorCode::Unsupported},
        {ECANCELED, ErrorCode::Cancelled},
        {EMFILE, ErrorCode::IoError},
#ifdef ESTALE // POSIX's, and not in each C library
        {EDQUOT, ErrorCode::NoSpace},
        {ESTALE, ErrorCode::Unavailable},
        {EHOSTDOWN, ErrorCode::Unavailable},
#endif
    };
    for (const auto& [value, code] : expected) {
        EXPECT_EQ(error_from_errno(value, "x").code, code) << "errno " << value;
    }
}

TEST(Error, FromTheCodeOfAFileSystemIsThatOfItsMeaning) {
    std::error_code code;
    (void)std::filesystem::file_size("no such folder/no such file", code);
    ASSERT_TRUE(code);
    const Error error = error_from_code(code, "cannot look at it");
    EXPECT_EQ(error.code, ErrorCode::NotFound);
    EXPECT_EQ(error.message, "cannot look at it");
    EXPECT_EQ(error.cause, code.message());
    EXPECT_EQ(error_from_code(std::make_error_code(std::errc::no_space_on_device), "x").code, ErrorCode::NoSpace);
}

TEST(Error, FromErrnoKeepsTheMessageAndAddsTheSystemsText) {
    const Error error = error_from_errno(ENOSPC, "cannot write /nas/a");
    EXPECT_EQ(error.message, "cannot write /nas/a");
    EXPECT_EQ(error.cause, "No space left on device");
}

} // namespace
} // namespace framehand::base
