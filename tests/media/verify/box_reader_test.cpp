// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/box_reader.h"
#include "tests/media/verify/byte_builder.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

using test::box;
using test::ByteBuilder;
using test::joined;

TEST(BoxReader, WalksBoxesWithTheirPlaceInTheFile) {
    const auto bytes = joined({box("ftyp", {1, 2}), box("moov", box("trak", {}))});
    const auto boxes = read_boxes(bytes, 100);
    ASSERT_TRUE(boxes) << boxes.error().text();
    ASSERT_EQ(boxes->size(), 2U);
    EXPECT_EQ((*boxes)[1].type, "moov");
    EXPECT_EQ((*boxes)[1].offset, 110U);
    EXPECT_EQ((*boxes)[1].payload_offset(), 118U);
    const auto children = read_children((*boxes)[1]);
    ASSERT_TRUE(children);
    EXPECT_EQ(children->front().type, "trak");
}

TEST(BoxReader, ReadsSizesOf64Bits) {
    const auto bytes = ByteBuilder().u32(1).text("mdat").u64(18).u16(7).bytes();
    const auto boxes = read_boxes(bytes, 0);
    ASSERT_TRUE(boxes) << boxes.error().text();
    EXPECT_EQ(boxes->front().payload.size(), 2U);
    EXPECT_EQ(boxes->front().payload_offset(), 16U);
}

TEST(BoxReader, RefusesSizesThatDoNotFit) {
    const std::vector<std::vector<std::uint8_t>> bad = {
        ByteBuilder().u32(9).text("free").bytes(),                 // one byte is missing
        ByteBuilder().u32(7).text("free").bytes(),                 // smaller than its own header
        ByteBuilder().u32(0).text("mdat").u32(5).bytes(),          // until the end of the file
        ByteBuilder().u32(1).text("mdat").u64(UINT64_MAX).bytes(), // would wrap around
        ByteBuilder().u32(1).text("mdat").u64(15).bytes(),         // smaller than its long header
        ByteBuilder().u32(1).text("mdat").u32(0).bytes(),          // long header cut short
        ByteBuilder().u32(8).text("fre").bytes(),                  // header cut short
    };
    for (std::size_t i = 0; i < bad.size(); ++i) {
        const auto boxes = read_boxes(bad[i], 0);
        ASSERT_FALSE(boxes) << i;
        EXPECT_EQ(boxes.error().code, base::ErrorCode::CorruptData);
    }
}

TEST(OnlyBox, WantsExactlyOne) {
    const auto bytes = joined({box("moov", {}), box("trak", {}), box("trak", {})});
    const auto boxes = read_boxes(bytes, 0);
    ASSERT_TRUE(boxes);
    EXPECT_TRUE(only_box(*boxes, "moov"));
    EXPECT_FALSE(only_box(*boxes, "trak"));
    EXPECT_FALSE(only_box(*boxes, "mdat"));
}

} // namespace
} // namespace framehand::media::verify
