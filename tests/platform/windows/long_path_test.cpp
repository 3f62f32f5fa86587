// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/long_path.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

TEST(LongPath, PutsThePrefixBeforeDrivesAndShares) {
    EXPECT_EQ(long_path(L"C:\\films\\a.mkv"), L"\\\\?\\C:\\films\\a.mkv");
    EXPECT_EQ(long_path(L"c:/films/a.mkv"), L"\\\\?\\c:\\films\\a.mkv");
    EXPECT_EQ(long_path(L"\\\\nas\\films\\a.mkv"), L"\\\\?\\UNC\\nas\\films\\a.mkv");
    EXPECT_EQ(long_path(L"//nas/films/a.mkv"), L"\\\\?\\UNC\\nas\\films\\a.mkv");
}

TEST(LongPath, TheRootOfADriveOrShareIsAFolder) {
    EXPECT_EQ(long_path(L"C:\\"), L"\\\\?\\C:\\");
    EXPECT_EQ(long_path(L"\\\\nas\\films"), L"\\\\?\\UNC\\nas\\films\\");
    EXPECT_EQ(long_path(L"\\\\nas\\films\\"), L"\\\\?\\UNC\\nas\\films\\");
}

TEST(LongPath, UndoesDotsWhichThePrefixWouldTakeAsNames) {
    EXPECT_EQ(long_path(L"C:\\films\\.\\new\\..\\\\a.mkv"), L"\\\\?\\C:\\films\\a.mkv");
    EXPECT_EQ(long_path(L"C:\\..\\..\\a"), L"\\\\?\\C:\\a");
    EXPECT_EQ(long_path(L"\\\\nas\\films\\..\\..\\..\\a"), L"\\\\?\\UNC\\nas\\films\\a") << "not out of the share";
    EXPECT_EQ(long_path(L"C:\\films\\"), L"\\\\?\\C:\\films");
}

TEST(LongPath, LeavesAPrefixAndUnusualNamesAsTheyAre) {
    EXPECT_EQ(long_path(L"\\\\?\\Volume{1-2}\\a"), L"\\\\?\\Volume{1-2}\\a");
    EXPECT_EQ(long_path(L"\\\\.\\pipe\\x"), L"\\\\.\\pipe\\x");
    EXPECT_EQ(long_path(L"C:\\nul\\con."), L"\\\\?\\C:\\nul\\con.") << "names of devices are names here";
}

TEST(LongPath, MakesRelativeOnesAbsolute) {
    const auto here = std::filesystem::current_path();
    EXPECT_EQ(long_path(L"a\\b"), long_path(here / L"a" / L"b"));
    EXPECT_EQ(long_path(L"."), long_path(here));
}

TEST(LongPath, TakesThePrefixOffAgain) {
    EXPECT_EQ(without_prefix(L"\\\\?\\C:\\films\\a"), L"C:\\films\\a");
    EXPECT_EQ(without_prefix(L"\\\\?\\UNC\\nas\\films"), L"\\\\nas\\films");
    EXPECT_EQ(without_prefix(L"\\\\?\\Volume{1-2}\\a"), L"\\\\?\\Volume{1-2}\\a");
    EXPECT_EQ(without_prefix(L"C:\\a"), L"C:\\a");
}

TEST(LongPath, ShowsUtf8) {
    EXPECT_EQ(shown(L"C:\\\u6620\u753b"), "C:\\\xe6\x98\xa0\xe7\x94\xbb");
}

} // namespace
} // namespace framehand::platform
