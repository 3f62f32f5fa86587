// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/lifeline.h"

#include <gtest/gtest.h>

#include <sstream>

namespace framehand::transcoder {
namespace {

TEST(Lifeline, ReadsOneLineAndLeavesTheRest) {
    std::istringstream stream("{\"a\":1}\nrest");
    EXPECT_EQ(Lifeline(stream).read_line().value(), "{\"a\":1}");
    EXPECT_EQ(stream.get(), 'r');
}

TEST(Lifeline, TakesALineThatEndsWithTheStream) {
    std::istringstream stream("{}");
    EXPECT_EQ(Lifeline(stream).read_line().value(), "{}");
}

TEST(Lifeline, RefusesNothingAndTooMuch) {
    std::istringstream nothing;
    EXPECT_EQ(Lifeline(nothing).read_line().error().code, base::ErrorCode::InvalidArgument);
    std::istringstream too_much(std::string(Lifeline::kMaxLine + 1, 'x'));
    EXPECT_EQ(Lifeline(too_much).read_line().error().code, base::ErrorCode::InvalidArgument);
}

/// Notes when it is asked to write out what it holds.
class CountingBuffer final : public std::stringbuf {
public:
    int flushes = 0;

private:
    int sync() override {
        ++flushes;
        return 0;
    }
};

TEST(Lifeline, ReadingLeavesTheOutputAloneThatOthersWriteTo) {
    CountingBuffer buffer;
    std::ostream events(&buffer);
    std::istringstream stream("{}\nrest");
    stream.tie(&events);
    ASSERT_TRUE(Lifeline(stream).read_line());
    stream.get();
    EXPECT_EQ(buffer.flushes, 0);
}

} // namespace
} // namespace framehand::transcoder
