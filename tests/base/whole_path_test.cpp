// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_path.h"

#include <gtest/gtest.h>

namespace framehand::base {
namespace {

constexpr bool kWindows = std::filesystem::path::preferred_separator == '\\';

TEST(WholePath, IsThatOfADiskOrShare) {
    const std::filesystem::path top(kWindows ? "C:\\" : "/");
    EXPECT_TRUE(is_absolute(top / "films"));
    EXPECT_FALSE(is_absolute("films"));
    EXPECT_FALSE(is_absolute(""));
    EXPECT_EQ(is_absolute("\\\\nas\\films"), kWindows);
    EXPECT_EQ(joined(top / "home", "films"), top / "home" / "films");
    EXPECT_EQ(joined(top / "home", top / "films"), top / "films");
    EXPECT_EQ(normal(top / "films" / ".." / "." / "new"), top / "new");
}

TEST(WholePath, OfAShareStaysOneWhereThereAreShares) {
    if (!kWindows) { // elsewhere that is the name of a file
        EXPECT_EQ(joined("/home", "\\\\nas\\films").string(), "/home/\\\\nas\\films");
        EXPECT_EQ(normal("\\\\nas\\films").native(), std::filesystem::path("\\\\nas\\films").native());
        return;
    }
    EXPECT_EQ(joined("C:\\home", "\\\\nas\\films").native(), std::filesystem::path("\\\\nas\\films").native());
    EXPECT_EQ(normal("\\\\nas\\films\\old\\..\\new").native(), std::filesystem::path("\\\\nas\\films\\new").native());
    EXPECT_EQ(normal("//nas/films/a.mkv").native(), std::filesystem::path("\\\\nas\\films\\a.mkv").native());
    EXPECT_EQ(normal("\\\\nas\\films\\").native(), std::filesystem::path("\\\\nas\\films\\").native());
}

} // namespace
} // namespace framehand::base
