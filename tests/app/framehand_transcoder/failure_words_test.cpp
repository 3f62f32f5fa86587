// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/failure_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::transcoder {
namespace {

using base::Error;
using base::ErrorCode;
using testing::HasSubstr;
using testing::Not;

TEST(FailureWords, NameTheMemoryLimitWhereMemoryIsOut) {
    jobs::TranscodeLimits limits;
    limits.memory_bytes = 2'000'000'000;
    for (const Error& lack : {Error{ErrorCode::IoError, "cannot decode", "Cannot allocate memory"},
                              Error{ErrorCode::NoSpace, "out of memory while scaling", ""}}) {
        const Error full = in_full(lack, "", limits);
        EXPECT_THAT(full.message, HasSubstr("2.0 GB (transcode_memory_limit)"));
        EXPECT_THAT(full.cause, HasSubstr(lack.message));
    }
    limits.memory_bytes = 0;
    EXPECT_THAT(in_full({ErrorCode::Internal, "out of memory while scaling", ""}, "", limits).message,
                Not(HasSubstr("transcode_memory_limit")));
}

TEST(FailureWords, TellWhatALibraryLoggedWhenItsErrorSaysNothing) {
    const Error error{ErrorCode::Internal, "the encoder libx264 failed", "Generic error in an external library"};
    EXPECT_THAT(in_full(error, "[libx264] cannot open the log", {}).cause, HasSubstr("cannot open the log"));
    EXPECT_THAT(in_full(error, "[libx264] malloc of size 100 failed", {}).message, HasSubstr("memory is out"));
}

TEST(FailureWords, LeaveOtherErrorsAlone) {
    const Error error{ErrorCode::CorruptData, "the source ends early", "EOF"};
    EXPECT_EQ(in_full(error, "some earlier warning", {}), error);
}

} // namespace
} // namespace framehand::transcoder
