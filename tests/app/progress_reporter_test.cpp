// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/progress_reporter.h"
#include "core/base/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace framehand::cli {
namespace {

class ProgressReporterTest : public testing::Test {
protected:
    void show_all(OutputMode mode, bool is_terminal) {
        Console console(m_out, m_err, mode, {100, is_terminal});
        ProgressReporter reporter(console);
        reporter.show({"waiting for a worker"});
        reporter.show({"waiting for a worker"});
        for (int percent = 0; percent <= 25; ++percent) {
            reporter.show({"transcoding", static_cast<double>(percent)});
        }
        reporter.show({"copying", 5});
        reporter.show({"copying", 6});
    }

    static std::ptrdiff_t count(const std::string& text, char c) { return std::ranges::count(text, c); }

    std::ostringstream m_out;
    std::ostringstream m_err;
};

TEST_F(ProgressReporterTest, WritesALineForEachStateAndEachTenthIntoALog) {
    show_all(OutputMode::Text, false);
    EXPECT_EQ(m_err.str(), "waiting for a worker\n  0 %  transcoding\n 10 %  transcoding\n 20 %  transcoding\n"
                           "  5 %  copying\n");
    EXPECT_EQ(m_out.str(), "");
}

TEST_F(ProgressReporterTest, DrawsOverOneLineOnATerminal) {
    show_all(OutputMode::Text, true);
    EXPECT_EQ(count(m_err.str(), '\n'), 0);
    EXPECT_EQ(count(m_err.str(), '\r'), 29);
    EXPECT_NE(m_err.str().find("[#####..."), std::string::npos);
}

TEST_F(ProgressReporterTest, WritesEachChangeAsJson) {
    show_all(OutputMode::JsonLines, true);
    EXPECT_EQ(m_err.str(), "");
    EXPECT_EQ(count(m_out.str(), '\n'), 29);
    for (const std::string& line : base::split(base::trim(m_out.str()), '\n')) {
        const auto json = base::parse_json(line, "line");
        ASSERT_TRUE(json) << line;
        EXPECT_EQ((*json)["event"], "progress");
    }
}

} // namespace
} // namespace framehand::cli
