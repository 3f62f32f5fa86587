// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_color_scheme.h"
#include "tests/platform/wait_for.h"
#include "tests/platform/windows/test_key.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

using Scheme = ports::Reading<ports::ColorScheme>;

constexpr auto kLight = L"AppsUseLightTheme";

TEST(WindowsColorScheme, FollowsWhatThePersonChooses) {
    const test::TestKey place;
    auto key = RegistryKey::create(place.place());
    ASSERT_TRUE(key);
    ASSERT_TRUE(key->set_number(kLight, 1));
    WindowsColorScheme colours(place.place());
    int changes = 0;
    colours.on_change = [&changes] { ++changes; };
    EXPECT_EQ(colours.preferred(), Scheme::known(ports::ColorScheme::Light));
    for (const std::uint32_t light : {0U, 1U, 0U}) {
        const auto wanted = light == 0 ? ports::ColorScheme::Dark : ports::ColorScheme::Light;
        ASSERT_TRUE(key->set_number(kLight, light));
        ASSERT_TRUE(test::wait_for([&] { return colours.preferred() == Scheme::known(wanted); }));
    }
    EXPECT_EQ(changes, 3);
    ASSERT_TRUE(key->forget(kLight));
    EXPECT_TRUE(test::wait_for([&] { return !colours.preferred().value; }));
}

TEST(WindowsColorScheme, HasNoneWhereWindowsHasNone) {
    const test::TestKey place;
    EXPECT_FALSE(WindowsColorScheme(place.place()).preferred().value);
    ASSERT_TRUE(RegistryKey::create(place.place()));
    EXPECT_FALSE(WindowsColorScheme(place.place()).preferred().value);
}

} // namespace
} // namespace framehand::platform
