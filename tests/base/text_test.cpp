// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <clocale>
#include <limits>
#include <string>
#include <vector>

namespace framehand::base {
namespace {

using namespace std::chrono_literals;

TEST(ClosestMatch, FindsWhatAMistypedWordMeant) {
    const std::vector<std::string> keys{"nas_mount_path", "sync_interval", "log_level", "worker_id", "temp_dir"};
    EXPECT_EQ(closest_match("nas_mount_pat", keys), "nas_mount_path");
    EXPECT_EQ(closest_match("sync_intervall", keys), "sync_interval");
    EXPECT_EQ(closest_match("log_lvele", keys), "log_level") << "swapped neighbours";
    EXPECT_EQ(closest_match("worker_id", keys), "worker_id");
}

TEST(ClosestMatch, SaysNothingRatherThanNonsense) {
    const std::vector<std::string> keys{"nas_mount_path", "sync_interval", "ab"};
    EXPECT_EQ(closest_match("colour", keys), "");
    EXPECT_EQ(closest_match("", keys), "");
    EXPECT_EQ(closest_match("xy", keys), "") << "\"ab\" shares no letter with it";
    EXPECT_EQ(closest_match("log_level", {}), "");
}

TEST(ClosestMatch, AllowsTwoMistakesInShortWordsAndAThirdOfLongOnes) {
    EXPECT_EQ(closest_match("shwo", {"show"}), "show");
    EXPECT_EQ(closest_match("jbo", {"job"}), "job");
    EXPECT_EQ(closest_match("abcdefXXX", {"abcdefghi"}), "abcdefghi");
    EXPECT_EQ(closest_match("abcdeXXXX", {"abcdefghi"}), "");
}

TEST(ClosestMatch, PrefersTheNearest) {
    EXPECT_EQ(closest_match("cancle", {"cancer", "cancel"}), "cancel");
}

TEST(ParseDuration, ReadsEveryUnit) {
    const std::vector<std::pair<std::string_view, Duration>> good{
        {"250ms", 250ms}, {"10s", 10s},     {"10", 10s},   {"2m", 2min}, {"2min", 2min},   {"1h", 1h},
        {"1d", 24h},      {"1.5s", 1500ms}, {" 3 s ", 3s}, {"0", 0ms},   {"0.0004s", 0ms}, {"0.5ms", 1ms}};
    for (const auto& [text, duration] : good) {
        const auto parsed = parse_duration(text);
        ASSERT_TRUE(parsed.has_value()) << text;
        EXPECT_EQ(*parsed, duration) << text;
    }
}

TEST(ParseDuration, RefusesEverythingElseByName) {
    for (const std::string_view text :
         {"", "s", "-1s", "10 parsecs", "1s2", "1e3s", "inf", "nan", "0x10", "10S", "1 2s", "99999999999999h", "+5s"}) {
        const auto parsed = parse_duration(text);
        ASSERT_FALSE(parsed.has_value()) << text;
        EXPECT_EQ(parsed.error().code, ErrorCode::InvalidArgument);
        EXPECT_NE(parsed.error().message.find("\"" + std::string(text) + "\""), std::string::npos);
    }
}

TEST(FormatDuration, IsTheShortestFormThatReadsBackExactly) {
    EXPECT_EQ(format_duration(10s), "10s");
    EXPECT_EQ(format_duration(1500ms), "1500ms");
    EXPECT_EQ(format_duration(2min), "2m");
    EXPECT_EQ(format_duration(90s), "90s");
    EXPECT_EQ(format_duration(1h), "1h");
    EXPECT_EQ(format_duration(48h), "2d");
    EXPECT_EQ(format_duration(0ms), "0s");
    for (const Duration duration : {1ms, 999ms, 61'000ms, 3'600'001ms, 86'400'000ms}) {
        EXPECT_EQ(parse_duration(format_duration(duration)).value(), duration);
    }
}

TEST(HumanizeDuration, RoundsToWhatPeopleWantToKnow) {
    EXPECT_EQ(humanize_duration(0ms), "0 s");
    EXPECT_EQ(humanize_duration(12'499ms), "12 s");
    EXPECT_EQ(humanize_duration(59'500ms), "1 min");
    EXPECT_EQ(humanize_duration(200s), "3 min 20 s");
    EXPECT_EQ(humanize_duration(1h), "1 h");
    EXPECT_EQ(humanize_duration(1h + 4min + 20s), "1 h 4 min");
    EXPECT_EQ(humanize_duration(50h), "50 h");
}

TEST(ParseBitrate, ReadsDecimalMultiples) {
    const std::vector<std::pair<std::string_view, std::int64_t>> good{
        {"2500k", 2'500'000}, {"2500K", 2'500'000}, {"5M", 5'000'000},     {"5m", 5'000'000}, {"1.5M", 1'500'000},
        {"128000", 128'000},  {" 96 k ", 96'000},   {"1G", 1'000'000'000}, {"0", 0}};
    for (const auto& [text, bits] : good) {
        const auto parsed = parse_bitrate(text);
        ASSERT_TRUE(parsed.has_value()) << text;
        EXPECT_EQ(*parsed, bits) << text;
    }
}

TEST(ParseBitrate, RefusesEverythingElseByName) {
    for (const std::string_view text : {"", "k", "fast", "-2500k", "2500kk", "2500kbps", "1e6", "nan", "9999999G"}) {
        const auto parsed = parse_bitrate(text);
        ASSERT_FALSE(parsed.has_value()) << text;
        EXPECT_NE(parsed.error().message.find("\"" + std::string(text) + "\""), std::string::npos);
    }
}

TEST(FormatBitrate, IsTheWireFormAndReadsBackExactly) {
    EXPECT_EQ(format_bitrate(2'500'000), "2500k");
    EXPECT_EQ(format_bitrate(128'000), "128k");
    EXPECT_EQ(format_bitrate(1'234'567), "1234567");
    EXPECT_EQ(format_bitrate(0), "0");
    for (const std::int64_t bits : {std::int64_t{999}, std::int64_t{64'000}, std::int64_t{400'000'001}}) {
        EXPECT_EQ(parse_bitrate(format_bitrate(bits)).value(), bits);
    }
}

TEST(HumanizeBytes, UsesDecimalMultiplesWithOneDigit) {
    EXPECT_EQ(humanize_bytes(0), "0 bytes");
    EXPECT_EQ(humanize_bytes(1), "1 byte");
    EXPECT_EQ(humanize_bytes(999), "999 bytes");
    EXPECT_EQ(humanize_bytes(1000), "1.0 kB");
    EXPECT_EQ(humanize_bytes(999'949), "999.9 kB");
    EXPECT_EQ(humanize_bytes(999'950), "1.0 MB") << "never 1000.0 kB";
    EXPECT_EQ(humanize_bytes(1'400'000'000), "1.4 GB");
    EXPECT_EQ(humanize_bytes(std::numeric_limits<std::int64_t>::max()), "9223.4 PB");
}

// Qt sets the process's locale from the environment: what is written must not depend on it.
TEST(HumanizeBytes, WritesAPointInEveryLocale) {
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    if (std::setlocale(LC_NUMERIC, "de_DE.UTF-8") == nullptr &&
        std::setlocale(LC_NUMERIC, "German_Germany") == nullptr) {
        GTEST_SKIP() << "this system has no locale with a decimal comma";
    }
    const std::string text = humanize_bytes(1'400'000'000);
    std::setlocale(LC_NUMERIC, before.c_str());
    EXPECT_EQ(text, "1.4 GB");
}

TEST(ToHex, WritesLowerCaseAndHighBytes) {
    EXPECT_EQ(to_hex(""), "");
    EXPECT_EQ(to_hex(std::string_view("\x00\x0f\xa0\xff", 4)), "000fa0ff");
}

TEST(Trim, TakesAwaySpaceAtBothEndsOnly) {
    EXPECT_EQ(trim("  a b\t\r\n"), "a b");
    EXPECT_EQ(trim(" \n"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("a"), "a");
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a/b", '/'), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(split("/a//", '/'), (std::vector<std::string>{"", "a", "", ""}));
    EXPECT_EQ(split("", '/'), std::vector<std::string>{""});
}

} // namespace
} // namespace framehand::base
