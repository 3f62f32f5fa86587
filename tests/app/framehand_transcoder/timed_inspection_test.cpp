// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/timed_inspection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

namespace framehand::transcoder {
namespace {

using testing::HasSubstr;

TEST(TimedInspection, EndsOneThatTakesTooLongAndNamesTheFileAndTheLimit) {
    const auto answer = inspect_within(base::Duration{20}, "/nas/endless.ts",
                                       [](const base::CancelToken& cancel) -> base::Result<media::MediaInfo> {
                                           std::mutex mutex;
                                           std::condition_variable fired;
                                           bool is_over = false;
                                           const auto wake = cancel.on_cancel([&] {
                                               const std::scoped_lock lock(mutex);
                                               is_over = true;
                                               fired.notify_one();
                                           });
                                           std::unique_lock lock(mutex);
                                           fired.wait(lock, [&] { return is_over; });
                                           return base::fail(base::ErrorCode::Cancelled, "cancelled while opening");
                                       });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::Timeout);
    EXPECT_THAT(answer.error().message, HasSubstr("/nas/endless.ts"));
    EXPECT_THAT(answer.error().message, HasSubstr("inspect_timeout"));
}

TEST(TimedInspection, GivesTheAnswerOfOneThatIsInTime) {
    const auto answer = inspect_within(base::Duration{60'000}, "a.mkv",
                                       [](const base::CancelToken& /*cancel*/) -> base::Result<media::MediaInfo> {
                                           media::MediaInfo info;
                                           info.container = "matroska,webm";
                                           return info;
                                       });
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->container, "matroska,webm");
}

TEST(TimedInspection, KeepsAnErrorThatIsNotAboutTime) {
    const auto answer = inspect_within(
        base::Duration{60'000}, "a.mkv", [](const base::CancelToken& /*cancel*/) -> base::Result<media::MediaInfo> {
            return base::fail(base::ErrorCode::CorruptData, "the video stream does not say its size");
        });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::CorruptData);
}

} // namespace
} // namespace framehand::transcoder
