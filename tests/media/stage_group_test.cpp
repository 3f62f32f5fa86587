// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bounded_queue.h"
#include "core/media/stage_group.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

TEST(StageGroupTest, SucceedsWhenAllStagesDo) {
    StageGroup group({}, [] {});
    group.start([]() -> base::Status { return {}; });
    group.start([]() -> base::Status { return {}; });
    EXPECT_TRUE(group.wait());
}

TEST(StageGroupTest, OneFailureUnblocksAllOthers) {
    base::BoundedQueue<int> queue(1, 1);
    StageGroup group({}, [&] { queue.close(); });
    group.start([&]() -> base::Status {
        (void)queue.pop();
        return base::fail(base::ErrorCode::Internal, "a second failure");
    });
    group.start([]() -> base::Status { return base::fail(base::ErrorCode::NoSpace, "the disk is full"); });
    const auto status = group.wait();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "the disk is full");
}

TEST(StageGroupTest, AStageWithoutMemoryFailsLikeAnyOther) {
    StageGroup group({}, [] {});
    group.start([]() -> base::Status { throw std::bad_alloc(); });
    const auto status = group.wait();
    ASSERT_FALSE(status);
    EXPECT_NE(status.error().message.find("out of memory"), std::string::npos);
}

TEST(StageGroupTest, CancellingTheParentEndsIt) {
    base::CancelSource source;
    base::BoundedQueue<int> queue(1, 1);
    StageGroup group(source.token(), [&] { queue.close(); });
    group.start([&]() -> base::Status {
        (void)queue.pop();
        return {};
    });
    source.cancel();
    EXPECT_EQ(group.wait().error().code, base::ErrorCode::Cancelled);
}

TEST(StageGroupTest, AGroupThatIsNeverWaitedForStopsInItsDestructor) {
    base::BoundedQueue<int> queue(1, 1);
    StageGroup group({}, [&] { queue.close(); });
    group.start([&]() -> base::Status {
        (void)queue.pop();
        return {};
    });
}

} // namespace
} // namespace framehand::media
