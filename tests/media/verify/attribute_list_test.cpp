// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/attribute_list.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

TEST(AttributeList, ReadsWordsNumbersAndQuotedStringsWithCommas) {
    const auto list = AttributeList::parse(R"(BANDWIDTH=1200,CODECS="avc1.64001f,mp4a.40.2",FRAME-RATE=23.976)");
    ASSERT_TRUE(list) << list.error().text();
    EXPECT_EQ(list->integer("BANDWIDTH"), 1200U);
    EXPECT_EQ(list->quoted("CODECS"), "avc1.64001f,mp4a.40.2");
    EXPECT_EQ(list->decimal("FRAME-RATE"), 23.976);
}

TEST(AttributeList, TellsQuotedFromUnquoted) {
    const auto list = AttributeList::parse(R"(TYPE=AUDIO,NAME="AUDIO")");
    ASSERT_TRUE(list);
    EXPECT_FALSE(list->quoted("TYPE"));
    EXPECT_FALSE(list->word("NAME"));
}

TEST(AttributeList, RefusesWhatTheGrammarForbids) {
    for (const char* const text : {"", "A", "=1", "a=1", "A=", "A=1,", "A=1,,B=2", "A=\"x", "A=\"x\"B=1", "A=1,A=2",
                                   "A=1 ,B=2", "A= 1", "A=x\"y\""}) {
        EXPECT_FALSE(AttributeList::parse(text)) << text;
    }
}

TEST(DecimalInteger, TakesDigitsThatFit) {
    EXPECT_EQ(parse_decimal_integer("18446744073709551615"), UINT64_MAX);
    for (const char* const text : {"", "-1", "+1", "1.0", "18446744073709551616", "1e3", " 1"}) {
        EXPECT_FALSE(parse_decimal_integer(text)) << text;
    }
}

TEST(DecimalFloat, TakesDigitsWithOnePoint) {
    EXPECT_EQ(parse_decimal_float("6.006"), 6.006);
    EXPECT_EQ(parse_decimal_float("6"), 6.0);
    for (const char* const text : {"", "-6", ".5", "5.", "1.2.3", "nan", "inf", "1e3", "0x10"}) {
        EXPECT_FALSE(parse_decimal_float(text)) << text;
    }
}

} // namespace
} // namespace framehand::media::verify
