// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/xdg_autostart.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

namespace framehand::platform {
namespace {

using testing::HasSubstr;

class XdgAutostartTest : public testing::Test {
protected:
    test::TempFolder folder;
    XdgAutostart autostart{folder.path() / "config",
                           {"framehand", "Framehand", "Transcodes videos", {"/opt/frame hand/framehand", "--hidden"}}};
    const std::string file = "config/autostart/framehand.desktop";
};

TEST_F(XdgAutostartTest, IsOffUntilItIsSwitchedOn) {
    EXPECT_FALSE(autostart.enabled().value());
    ASSERT_TRUE(autostart.enable());
    EXPECT_TRUE(autostart.enabled().value());
    EXPECT_THAT(folder.read(file), HasSubstr("\nExec=\"/opt/frame hand/framehand\" \"--hidden\"\n"));
    ASSERT_TRUE(autostart.enable()) << "twice is fine";
    ASSERT_TRUE(autostart.disable());
    EXPECT_FALSE(autostart.enabled().value());
    ASSERT_TRUE(autostart.disable()) << "twice is fine";
}

TEST_F(XdgAutostartTest, AnEntryThatTheDesktopHasSwitchedOffDoesNotCount) {
    folder.write(file, "[Desktop Entry]\nType=Application\nExec=framehand\nHidden=true\n");
    EXPECT_FALSE(autostart.enabled().value());
    folder.write(file, "[Desktop Entry]\nType=Application\nExec=framehand\nX-GNOME-Autostart-enabled = false\n");
    EXPECT_FALSE(autostart.enabled().value());
    folder.write(file, "[Desktop Entry]\nType=Application\nExec=framehand\n");
    EXPECT_TRUE(autostart.enabled().value());
    ASSERT_TRUE(autostart.enable());
    EXPECT_TRUE(autostart.enabled().value());
}

TEST_F(XdgAutostartTest, SpecialLettersOfItsPathReachTheProgramAsTheyAre) {
    XdgAutostart odd(folder.path() / "config", {"odd", "Odd", "", {R"(/opt/100%/$x`"\)"}});
    ASSERT_TRUE(odd.enable());
    EXPECT_THAT(folder.read("config/autostart/odd.desktop"), HasSubstr(R"(Exec="/opt/100%%/\\$x\\`\\"\\\\")"));
}

TEST_F(XdgAutostartTest, SaysWhichFolderCannotBeMade) {
    folder.write("config", "a file");
    const auto enabled = autostart.enable();
    ASSERT_FALSE(enabled);
    EXPECT_THAT(enabled.error().text(), HasSubstr("config/autostart"));
}

} // namespace
} // namespace framehand::platform
