// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace framehand::base {
namespace {

Result<int> half_of(int value) {
    if (value % 2 != 0) {
        return fail(ErrorCode::InvalidArgument, "odd number", "rest 1");
    }
    return value / 2;
}

Status check_positive(int value) {
    if (value <= 0) {
        return fail(ErrorCode::NotFound, "not positive");
    }
    return {};
}

Result<std::string> use_both_macros(int value) {
    FH_TRY(check_positive(value));
    FH_ASSIGN(const int half, half_of(value));
    FH_ASSIGN(const int quarter, half_of(half));
    return std::to_string(quarter);
}

Result<std::unique_ptr<int>> move_only(bool good) {
    if (!good) {
        return fail(ErrorCode::Timeout, "late");
    }
    return std::make_unique<int>(7);
}

Result<int> assign_to_an_existing_member(int value) {
    struct {
        int number = 0;
    } holder;

    if (value > 0)
        FH_TRY(check_positive(value));
    FH_ASSIGN(holder.number, half_of(value));
    return holder.number;
}

TEST(Result, MacrosPassTheValueOn) {
    const auto text = use_both_macros(12);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(*text, "3");
}

TEST(Result, TryLeavesWithTheFirstError) {
    const auto text = use_both_macros(-4);
    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error(), (Error{ErrorCode::NotFound, "not positive", ""}));
}

TEST(Result, AssignLeavesWithTheWholeError) {
    const auto text = use_both_macros(6);
    ASSERT_FALSE(text.has_value());
    EXPECT_EQ(text.error(), (Error{ErrorCode::InvalidArgument, "odd number", "rest 1"}));
}

TEST(Result, AssignWorksOnMembersAndAfterAConditionalTry) {
    EXPECT_EQ(assign_to_an_existing_member(8).value(), 4);
    EXPECT_FALSE(assign_to_an_existing_member(3).has_value());
}

TEST(Result, CarriesMoveOnlyValues) {
    const auto relay = [](bool good) -> Result<int> {
        FH_ASSIGN(const auto pointer, move_only(good));
        return *pointer;
    };
    EXPECT_EQ(relay(true).value(), 7);
    EXPECT_EQ(relay(false).error().code, ErrorCode::Timeout);
}

TEST(Result, TakesBackWhatTheInterfaceOfExpectedReturns) {
    const auto text_of = [](int value) { return std::to_string(value); };
    const Result<std::string> text = half_of(8).map(text_of);
    EXPECT_EQ(text.value(), "4");
    const Result<std::string> failed = half_of(7).map(text_of);
    EXPECT_EQ(failed.error().message, "odd number");
    const Result<int> quarter = half_of(8).and_then([](int half) -> Result<int>::Base { return half_of(half); });
    EXPECT_EQ(quarter.value(), 2);
}

// Json can be made from nearly anything: an Error must still become the error and not a value.
TEST(Result, OfJsonKeepsErrorsAsErrors) {
    const auto failing = []() -> Result<Json> { return fail(ErrorCode::CorruptData, "bad"); };
    const Result<Json> result = failing();
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::CorruptData);

    const Result<Json> copied = result; // NOLINT(performance-unnecessary-copy-initialization): the copy is the test
    EXPECT_FALSE(copied.has_value());
}

} // namespace
} // namespace framehand::base
