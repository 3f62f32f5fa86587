// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/display_width.h"
#include "app/framehandctl/table_printer.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(TablePrinter, AlignsColumnsByWhatIsSeen) {
    TablePrinter table({"NAME", "STATE"});
    table.add_row({"b\xC3\xBCro", "ok"});
    table.add_row({"a", ""});
    EXPECT_EQ(table.lines(), (std::vector<std::string>{"NAME  STATE", "b\xC3\xBCro  ok", "a"}));
}

TEST(TablePrinter, TakesShortRowsAndReplacesControlCharacters) {
    TablePrinter table({"A", "B", "C"});
    EXPECT_TRUE(table.empty());
    table.add_row({"x\ny"});
    EXPECT_FALSE(table.empty());
    EXPECT_EQ(table.lines()[1], "x?y");
}

TEST(DisplayWidth, ShortensBetweenCharacters) {
    EXPECT_EQ(shortened("b\xC3\xBCro", 4), "b\xC3\xBCro");
    EXPECT_EQ(shortened("b\xC3\xBCros", 3), "b\xC3\xBC\xE2\x80\xA6");
    EXPECT_EQ(shortened("abc", 1), "\xE2\x80\xA6");
}

} // namespace
} // namespace framehand::cli
