// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/held_pictures.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <thread>

namespace framehand::media {
namespace {

constexpr std::size_t kBytes = 100;

Picture picture(std::int64_t index, Mark mark = Mark::None, std::int64_t segment = 0) {
    Picture made;
    made.index = index;
    made.place = {mark, segment};
    return made;
}

class HeldPicturesTest : public testing::Test {
protected:
    test::TempFolder folder;
    const test::Disk disk;

    std::shared_ptr<const GopStatistics> statistics() {
        return std::make_shared<const GopStatistics>(disk, folder.path() / "gop", GopStatistics::Cost{});
    }
};

TEST_F(HeldPicturesTest, AGopLeavesWithItsStatisticsOnItsFirstPicture) {
    HeldPictures held(10 * kBytes, [](std::int64_t) { return true; });
    ASSERT_TRUE(held.push(picture(0, Mark::SegmentStart), kBytes));
    ASSERT_TRUE(held.push(picture(1), kBytes));
    ASSERT_TRUE(held.push(picture(2, Mark::GopStart), kBytes));
    held.finish();
    const auto first = statistics();
    const auto second = statistics();
    held.bring(first);
    held.bring(second);
    EXPECT_EQ(held.pop()->statistics, first);
    EXPECT_EQ(held.pop()->statistics, nullptr);
    EXPECT_EQ(held.pop()->statistics, second);
    EXPECT_FALSE(held.pop());
}

TEST_F(HeldPicturesTest, TakesMoreThanItsBytesWhileItWaitsForTheLargestRung) {
    HeldPictures held(2 * kBytes, [](std::int64_t) { return true; });
    ASSERT_TRUE(held.push(picture(0, Mark::SegmentStart), kBytes));
    for (int i = 1; i < 50; ++i) {
        ASSERT_TRUE(held.push(picture(i), kBytes)); // else this would wait for ever
    }
    held.bring(statistics());
    std::thread producer([&] { EXPECT_TRUE(held.push(picture(50), kBytes)); });
    for (int i = 0; i <= 50; ++i) {
        EXPECT_EQ(held.pop()->index, i);
    }
    producer.join();
}

TEST_F(HeldPicturesTest, SegmentsThatTheLargestRungHasAlreadyDoNotWait) {
    HeldPictures held(10 * kBytes, [](std::int64_t segment) { return segment == 1; });
    ASSERT_TRUE(held.push(picture(0, Mark::SegmentStart, 0), kBytes));
    ASSERT_TRUE(held.push(picture(1, Mark::SegmentStart, 1), kBytes));
    EXPECT_EQ(held.pop()->statistics, nullptr);
    const auto brought = statistics();
    held.bring(brought);
    EXPECT_EQ(held.pop()->statistics, brought);
}

TEST_F(HeldPicturesTest, WhereStatisticsCouldNotBeHadAGopLeavesWithout) {
    HeldPictures held(10 * kBytes, [](std::int64_t) { return true; });
    ASSERT_TRUE(held.push(picture(0, Mark::SegmentStart), kBytes));
    ASSERT_TRUE(held.push(picture(1, Mark::GopStart), kBytes));
    held.bring(nullptr);
    EXPECT_EQ(held.pop()->statistics, nullptr);
    held.finish_statistics();
    EXPECT_EQ(held.pop()->index, 1);
}

TEST_F(HeldPicturesTest, CloseFreesWhoeverWaits) {
    HeldPictures held(kBytes, [](std::int64_t) { return true; });
    ASSERT_TRUE(held.push(picture(0, Mark::SegmentStart), kBytes));
    std::thread consumer([&] { EXPECT_FALSE(held.pop()); });
    held.close();
    consumer.join();
    EXPECT_FALSE(held.push(picture(1), kBytes));
}

} // namespace
} // namespace framehand::media
