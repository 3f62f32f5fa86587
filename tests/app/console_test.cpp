// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/console.h"

#include <gtest/gtest.h>

#include <sstream>

namespace framehand::cli {
namespace {

TEST(Console, KeepsResultsApartFromRemarks) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, OutputMode::Text, {});
    console.line("result");
    console.note("remark");
    console.json({{"a", 1}});
    console.error(base::fail(base::ErrorCode::NotFound, "no such job", "gone"));
    EXPECT_EQ(out.str(), "result\n");
    EXPECT_EQ(err.str(), "remark\nframehandctl: no such job: gone\n");
}

TEST(Console, GivesOnlyJsonInJsonMode) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, OutputMode::JsonLines, {80, true});
    console.line("result");
    console.note("remark");
    console.draw("bar");
    console.json({{"a", 1}});
    console.error(base::fail(base::ErrorCode::NotFound, "no such job"));
    EXPECT_EQ(out.str(), "{\"a\":1}\n");
    const auto error = base::parse_json(err.str(), "stderr");
    ASSERT_TRUE(error) << err.str();
    EXPECT_EQ((*error)["error"]["message"], "no such job");
}

TEST(Console, RemovesWhatWasDrawnBeforeTheNextLine) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, OutputMode::Text, {80, true});
    console.draw("bar");
    console.note("remark");
    console.note("again");
    EXPECT_EQ(err.str(), "\r\033[Kbar\r\033[Kremark\nagain\n");
}

TEST(Console, DrawsNothingIntoAPipe) {
    std::ostringstream out;
    std::ostringstream err;
    Console console(out, err, OutputMode::Text, {80, false});
    console.draw("bar");
    EXPECT_EQ(err.str(), "");
}

} // namespace
} // namespace framehand::cli
