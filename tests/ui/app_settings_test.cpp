// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temp_folder.h"
#include "ui/app_settings.h"

#include <gmock/gmock.h>

namespace framehand::ui {
namespace {

constexpr std::array kKinds{Notice::Kind::Finished, Notice::Kind::Failed, Notice::Kind::NeedsAttention};

class AppSettingsTest : public testing::Test {
protected:
    test::TempFolder folder;
    std::filesystem::path file = folder.path() / "framehand" / "desktop.conf";
};

TEST_F(AppSettingsTest, WithoutAFileAllIsAsUsual) {
    const AppSettings settings(file);
    EXPECT_EQ(settings.appearance(), Appearance::System);
    EXPECT_TRUE(settings.language().isEmpty());
    EXPECT_FALSE(settings.first_run_done());
    EXPECT_TRUE(settings.window_geometry().isEmpty());
    for (const auto kind : kKinds) {
        EXPECT_TRUE(settings.notifies(kind));
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(AppSettingsTest, AnotherStartFindsWhatWasSet) {
    AppSettings settings(file);
    settings.set_appearance(Appearance::Dark);
    settings.set_language(QStringLiteral("de"));
    settings.set_notifies(Notice::Kind::Failed, false);
    settings.set_first_run_done();
    settings.set_window_geometry(QByteArray("\0\1binary;=\n", 11));
    const AppSettings again(file);
    EXPECT_EQ(again.appearance(), Appearance::Dark);
    EXPECT_EQ(again.language().toStdString(), "de");
    EXPECT_TRUE(again.notifies(Notice::Kind::Finished));
    EXPECT_FALSE(again.notifies(Notice::Kind::Failed));
    EXPECT_TRUE(again.first_run_done());
    EXPECT_EQ(again.window_geometry(), QByteArray("\0\1binary;=\n", 11));
}

TEST_F(AppSettingsTest, ANoticeThatWasSwitchedOffComesBack) {
    AppSettings settings(file);
    settings.set_notifies(Notice::Kind::Finished, false);
    settings.set_notifies(Notice::Kind::Finished, true);
    EXPECT_TRUE(AppSettings(file).notifies(Notice::Kind::Finished));
}

TEST_F(AppSettingsTest, NonsenseCountsAsNotThere) {
    folder.write("framehand/desktop.conf", "[appearance]\ncolours=pink\n[notifications]\nfinished=perhaps\n"
                                           "[window]\nfirst_run_done=7\n");
    const AppSettings settings(file);
    EXPECT_EQ(settings.appearance(), Appearance::System);
    EXPECT_TRUE(settings.notifies(Notice::Kind::Finished));
    EXPECT_FALSE(settings.first_run_done());
}

} // namespace
} // namespace framehand::ui
