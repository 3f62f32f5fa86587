// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::desktop {
namespace {

TEST(DesktopOptions, AreAllOptional) {
    const auto plain = std::get<Options>(parse_options({}));
    EXPECT_FALSE(plain.config_path);
    EXPECT_FALSE(plain.api_socket);
    EXPECT_EQ(plain.first_window, FirstWindow::Shown);
    const auto all = std::get<Options>(parse_options({"--config", "a.yml", "--api-socket", "/run/x.sock", "--hidden"}));
    EXPECT_EQ(all.config_path, "a.yml");
    EXPECT_EQ(all.api_socket, "/run/x.sock");
    EXPECT_EQ(all.first_window, FirstWindow::Hidden);
}

TEST(DesktopOptions, HelpAndVersionArePrinted) {
    const auto help = std::get<PrintAndExit>(parse_options({"--help"}));
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.text, testing::HasSubstr("--hidden"));
    EXPECT_EQ(std::get<PrintAndExit>(parse_options({"--version"})).text, "framehand " + std::string(version()));
}

TEST(DesktopOptions, WrongUsageIsRefused) {
    const auto wrong = std::get<PrintAndExit>(parse_options({"--hiden"}));
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.text, testing::HasSubstr("--hiden"));
}

} // namespace
} // namespace framehand::desktop
