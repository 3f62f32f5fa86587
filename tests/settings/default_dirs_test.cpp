// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/default_dirs.h"
#include "core/settings/windows_dirs.h"
#include "tests/support/rooted.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

using test::rooted;

TEST(DefaultDirs, FollowTheXdgVariables) {
    const DefaultDirs dirs = xdg_dirs({{"XDG_CONFIG_HOME", rooted("/c").string()},
                                       {"XDG_DATA_HOME", rooted("/d").string()},
                                       {"XDG_RUNTIME_DIR", "/run/user/7"}},
                                      "/home/ann", "/work");
    EXPECT_EQ(dirs.config_file, rooted("/c/framehand/config.yml"));
    EXPECT_EQ(dirs.data_dir, rooted("/d/framehand"));
    EXPECT_EQ(dirs.runtime_dir, "/run/user/7");
    EXPECT_EQ(dirs.current, "/work");
}

TEST(DefaultDirs, FallBackToTheHomeDirectory) {
    const DefaultDirs dirs = xdg_dirs({}, "/home/ann", "/");
    EXPECT_EQ(dirs.config_file, "/home/ann/.config/framehand/config.yml");
    EXPECT_EQ(dirs.data_dir, "/home/ann/.local/share/framehand");
    EXPECT_EQ(dirs.runtime_dir, "");
}

TEST(DefaultDirs, IgnoreVariablesThatAreNotAbsolute) {
    const DefaultDirs dirs = xdg_dirs({{"XDG_CONFIG_HOME", ""}, {"XDG_DATA_HOME", "relative"}}, "/home/ann", "/");
    EXPECT_EQ(dirs.config_file, "/home/ann/.config/framehand/config.yml");
    EXPECT_EQ(dirs.data_dir, "/home/ann/.local/share/framehand");
}

TEST(DefaultDirs, OfWindowsAreThoseThatItNames) {
    const DefaultDirs dirs = windows_dirs("/roaming", "/local", "/home/ann", "/work");
    EXPECT_EQ(dirs.config_file, "/roaming/Framehand/config.yml");
    EXPECT_EQ(dirs.data_dir, "/local/Framehand");
    EXPECT_EQ(dirs.runtime_dir, "");
    EXPECT_EQ(dirs.home, "/home/ann");
    EXPECT_EQ(dirs.current, "/work");
}

} // namespace
} // namespace framehand::settings
