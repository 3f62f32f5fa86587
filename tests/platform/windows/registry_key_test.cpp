// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/registry_key.h"
#include "tests/platform/windows/test_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using testing::HasSubstr;

TEST(RegistryKey, KeepsTextsAndNumbers) {
    const test::TestKey place;
    auto key = RegistryKey::create(place.below(L"a\\b"));
    ASSERT_TRUE(key);
    ASSERT_TRUE(key->set_text(L"text", "Über 映画"));
    ASSERT_TRUE(key->set_number(L"number", 4'000'000'000U));
    const auto again = RegistryKey::open(place.below(L"a\\b"), RegistryKey::Access::Read);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->text(L"text"), "Über 映画");
    EXPECT_EQ(again->number(L"number"), 4'000'000'000U);
    EXPECT_EQ(again->text(L"number"), std::nullopt);
    EXPECT_EQ(again->number(L"text"), std::nullopt);
    EXPECT_EQ(again->text(L"none"), std::nullopt);
}

TEST(RegistryKey, SaysWhichKeyIsMissing) {
    const test::TestKey place;
    const auto key = RegistryKey::open(place.below(L"none"), RegistryKey::Access::Read);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, base::ErrorCode::NotFound);
    EXPECT_THAT(key.error().message, HasSubstr("HKEY_CURRENT_USER\\Software\\FramehandTest"));
}

TEST(RegistryKey, ForgetsAndRemovesWhatMayNotBeThere) {
    const test::TestKey place;
    auto key = RegistryKey::create(place.below(L"a"));
    ASSERT_TRUE(key);
    ASSERT_TRUE(key->set_number(L"number", 1));
    EXPECT_TRUE(key->forget(L"number"));
    EXPECT_TRUE(key->forget(L"number"));
    EXPECT_EQ(key->number(L"number"), std::nullopt);
    ASSERT_TRUE(RegistryKey::create(place.below(L"a\\b\\c")));
    EXPECT_TRUE(RegistryKey::remove(place.below(L"a")));
    EXPECT_TRUE(RegistryKey::remove(place.below(L"a")));
    EXPECT_FALSE(RegistryKey::open(place.below(L"a"), RegistryKey::Access::Read));
}

} // namespace
} // namespace framehand::platform
