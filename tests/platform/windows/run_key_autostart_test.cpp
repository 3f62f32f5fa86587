// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/run_key_autostart.h"
#include "tests/platform/windows/test_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using testing::EndsWith;

struct RunKeyAutostartTest : testing::Test {
    std::optional<std::string> line() const {
        const auto key = RegistryKey::open(place.below(L"Run"), RegistryKey::Access::Read);
        return key ? key->text(L"Framehand") : std::nullopt;
    }

    void mark(BYTE first) const {
        auto key = RegistryKey::create(place.below(L"Explorer\\StartupApproved\\Run"));
        ASSERT_TRUE(key);
        const BYTE bytes[12]{first, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
        ASSERT_EQ(::RegSetValueExW(key->get(), L"Framehand", 0, REG_BINARY, bytes, sizeof(bytes)), ERROR_SUCCESS);
    }

    test::TestKey place;
    RunKeyAutostart login{{"Framehand", {R"(C:\Program Files\Framehand\framehand.exe)", "--hidden"}}, place.place()};
};

TEST_F(RunKeyAutostartTest, WritesACommandInQuotes) {
    EXPECT_EQ(login.enabled().value(), false);
    ASSERT_TRUE(login.enable());
    ASSERT_TRUE(login.enable());
    EXPECT_EQ(login.enabled().value(), true);
    EXPECT_EQ(line(), R"("C:\Program Files\Framehand\framehand.exe" --hidden)");
    EXPECT_THAT(login.place().string(), EndsWith("\\Run"));
}

TEST_F(RunKeyAutostartTest, IsGoneOnceItIsSwitchedOff) {
    EXPECT_TRUE(login.disable());
    ASSERT_TRUE(login.enable());
    mark(2);
    EXPECT_TRUE(login.disable());
    EXPECT_EQ(line(), std::nullopt);
    EXPECT_EQ(login.enabled().value(), false);
}

TEST_F(RunKeyAutostartTest, DoesNotCountWhileTheTaskManagerHasItSwitchedOff) {
    ASSERT_TRUE(login.enable());
    mark(3);
    EXPECT_EQ(login.enabled().value(), false);
    mark(2);
    EXPECT_EQ(login.enabled().value(), true);
    mark(3);
    ASSERT_TRUE(login.enable());
    EXPECT_EQ(login.enabled().value(), true);
}

TEST_F(RunKeyAutostartTest, LeavesOtherProgramsAlone) {
    auto run = RegistryKey::create(place.below(L"Run"));
    ASSERT_TRUE(run);
    ASSERT_TRUE(run->set_text(L"Other", "other.exe"));
    ASSERT_TRUE(login.enable());
    ASSERT_TRUE(login.disable());
    EXPECT_EQ(run->text(L"Other"), "other.exe");
}

} // namespace
} // namespace framehand::platform
