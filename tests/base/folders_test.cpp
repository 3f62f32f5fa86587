// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folders.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::base {
namespace {

TEST(Folders, AreMadeWithTheirParentsOnce) {
    const test::TempFolder top;
    std::error_code error;
    EXPECT_TRUE(make_folders(top.path() / "a" / "b", error));
    EXPECT_FALSE(error) << error.message();
    EXPECT_TRUE(std::filesystem::is_directory(top.path() / "a" / "b"));
    EXPECT_FALSE(make_folders(top.path() / "a" / "b", error));
    EXPECT_FALSE(error) << error.message();
}

TEST(Folders, AreNotMadeInThePlaceOfAFile) {
    const test::TempFolder top;
    top.write("file", "x");
    std::error_code error;
    EXPECT_FALSE(make_folders(top.path() / "file", error));
    EXPECT_TRUE(error);
    EXPECT_FALSE(make_folders(top.path() / "file" / "a", error));
    EXPECT_TRUE(error);
}

} // namespace
} // namespace framehand::base
