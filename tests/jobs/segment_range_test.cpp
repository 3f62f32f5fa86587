// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/segment_range.h"

#include <gtest/gtest.h>

namespace framehand::jobs {
namespace {

constexpr std::int64_t kToTheEnd = SegmentRange::kToTheEnd;

TEST(SegmentRange, ReadsWhatPeopleWrite) {
    EXPECT_EQ(parse_segment_range("0-3").value(), (SegmentRange{0, 3}));
    EXPECT_EQ(parse_segment_range("7-7").value(), (SegmentRange{7, 7}));
    EXPECT_EQ(parse_segment_range("4").value(), (SegmentRange{4, 4}));
    EXPECT_EQ(parse_segment_range("12-").value(), (SegmentRange{12, kToTheEnd}));
}

TEST(SegmentRange, SaysItBackTheSameWay) {
    for (const char* text : {"0-3", "4", "12-"}) {
        EXPECT_EQ(to_string(parse_segment_range(text).value()), text);
    }
}

TEST(SegmentRange, RefusesEverythingElseAndShowsTheForm) {
    for (const char* text : {"", "-", "a", "a-3", "3-a", "-3", "--3", "1-2-3", " 1-2", "1-2 ", "1.5", "+1", "0x1-2",
                             "99999999999999999999-"}) {
        const auto range = parse_segment_range(text);
        ASSERT_FALSE(range) << text;
        EXPECT_EQ(range.error().code, base::ErrorCode::InvalidArgument);
        EXPECT_NE(range.error().message.find("write it as 0-3"), std::string::npos) << range.error().message;
    }
    EXPECT_EQ(parse_segment_range("3-1").error().message, "the range \"3-1\" ends before it begins");
}

TEST(SegmentRange, JsonLeavesOutAnOpenEnd) {
    for (const SegmentRange range : {SegmentRange{0, 0}, SegmentRange{3, 9}, SegmentRange{5, kToTheEnd}}) {
        EXPECT_EQ(segment_range_from_json(to_json(range), "segments").value(), range);
    }
    EXPECT_EQ(to_json(SegmentRange{5, kToTheEnd}), (base::Json{{"first", 5}}));
}

TEST(SegmentRange, JsonThatMakesNoSenseIsRefusedWithItsField) {
    for (const base::Json& wrong : {base::Json{{"first", 4}, {"last", 3}}, base::Json{{"first", -1}, {"last", 3}},
                                    base::Json{{"first", "x"}}, base::Json{{"last", -1}}}) {
        const auto range = segment_range_from_json(wrong, "segments");
        ASSERT_FALSE(range) << wrong.dump();
        EXPECT_NE(range.error().message.find("segments."), std::string::npos) << range.error().message;
    }
}

} // namespace
} // namespace framehand::jobs
