// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace framehand::base {
namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::string error_of(std::string_view text) {
    const auto parsed = parse_json(text, "request body");
    if (parsed) {
        return "no error";
    }
    EXPECT_EQ(parsed.error().code, ErrorCode::InvalidArgument);
    return parsed.error().message;
}

TEST(ParseJson, ReadsADocument) {
    const auto parsed = parse_json(R"({"a": [1, 2.5, "é"], "b": null})", "x");
    ASSERT_TRUE(parsed.has_value()) << parsed.error().text();
    EXPECT_EQ((*parsed)["a"][2], "é");
    EXPECT_TRUE((*parsed)["b"].is_null());
}

TEST(ParseJson, NamesTheDocumentAndTheExactPlaceOfAMistake) {
    EXPECT_EQ(error_of(R"({"a": })"), "request body: not valid JSON at line 1, column 7");
    EXPECT_EQ(error_of("{\n  \"a\": 1,\n  oops\n}"), "request body: not valid JSON at line 3, column 3");
    EXPECT_EQ(error_of("x"), "request body: not valid JSON at line 1, column 1");
}

TEST(ParseJson, PointsBehindTextThatEndsTooEarly) {
    EXPECT_EQ(error_of(""), "request body: not valid JSON at line 1, column 1");
    EXPECT_EQ(error_of("{\"a\":\n[1,"), "request body: not valid JSON at line 2, column 4");
}

TEST(ParseJson, RefusesWhatLooksAlmostLikeJson) {
    for (const std::string_view text :
         {"{'a': 1}", "[1,]", "{\"a\": 1,}", "// note\n{}", "{} {}", "NaN", "01", "\"\t\"", "\"\\x\"", "[1"}) {
        EXPECT_NE(error_of(text), "no error") << text;
    }
}

TEST(ParseJson, RefusesBrokenUtf8AndNumbersOutOfRange) {
    EXPECT_NE(error_of("\"\xc3\x28\""), "no error");
    EXPECT_NE(error_of("\"\xff\""), "no error");
    EXPECT_NE(error_of("1e999"), "no error");
    EXPECT_NE(error_of("\"\\ud800\""), "no error") << "a lone surrogate";
}

TEST(ParseJson, AllowsSixtyFourLevelsAndNoMore) {
    EXPECT_TRUE(parse_json(repeated("[", 64) + repeated("]", 64), "x").has_value());
    EXPECT_EQ(error_of(repeated("[", 65) + repeated("]", 65)), "request body: nested deeper than 64 levels");
    EXPECT_EQ(error_of(repeated(R"({"a":)", 65) + "1" + repeated("}", 65)),
              "request body: nested deeper than 64 levels");
}

TEST(ParseJson, AHostileDocumentDoesNotExhaustTheStack) {
    EXPECT_EQ(error_of(repeated("[", 5'000'000)), "request body: nested deeper than 64 levels");
}

TEST(ParseJson, BracketsInsideStringsAreNotNesting) {
    const std::string brackets = repeated("[", 200);
    const auto parsed = parse_json("[\"" + brackets + "\", \"\\\"" + brackets + "\", \"\\\\\"]", "x");
    ASSERT_TRUE(parsed.has_value()) << parsed.error().text();
    EXPECT_EQ((*parsed)[1], "\"" + brackets);
}

TEST(ParseJson, WideDocumentsAreNotDeep) {
    EXPECT_TRUE(parse_json("[" + repeated("[],", 1000) + "[]]", "x").has_value());
}

TEST(DumpJson, IsOneLineWithSortedKeys) {
    EXPECT_EQ(dump_json(Json{{"b", 1}, {"a", "x\ny"}}), R"({"a":"x\ny","b":1})");
}

TEST(DumpJson, ReplacesBrokenUtf8InsteadOfThrowing) {
    EXPECT_EQ(dump_json(Json{{"a", "x\xffy"}}), "{\"a\":\"x\xef\xbf\xbdy\"}");
}

TEST(DumpJson, WritesNumbersThatJsonCannotSayAsNull) {
    EXPECT_EQ(dump_json(Json{{"a", std::numeric_limits<double>::infinity()}}), R"({"a":null})");
}

TEST(ParseJson, TakesNoByteOfZeroForTheEnd) {
    using namespace std::string_literals;
    EXPECT_EQ(error_of("{}\0 and more"s), "request body: not valid JSON at line 1, column 3");
    EXPECT_EQ(error_of("\0"s), "request body: not valid JSON at line 1, column 1");
}

TEST(ErrorJson, GoesThereAndBack) {
    const Error full{ErrorCode::NoSpace, "disk is full", "errno 28"};
    const Error bare{ErrorCode::Cancelled, "stopped", ""};
    EXPECT_EQ(error_from_json(to_json(full)), full);
    EXPECT_EQ(error_from_json(to_json(bare)), bare);
    EXPECT_FALSE(to_json(bare).contains("cause"));
    EXPECT_EQ(to_json(full)["code"], "no_space");
}

TEST(ErrorJson, MakesTheBestOfAMalformedOne) {
    EXPECT_EQ(error_from_json(Json(5)), (Error{ErrorCode::Internal, "unknown error", ""}));
    EXPECT_EQ(error_from_json(Json{{"code", 3}, {"message", "m"}, {"cause", Json::array()}}),
              (Error{ErrorCode::Internal, "m", ""}));
}

} // namespace
} // namespace framehand::base
