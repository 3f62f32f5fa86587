// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/windows_names.h"

#include <gtest/gtest.h>

namespace framehand::base {
namespace {

TEST(WindowsNames, AreThoseThatAllItsProgramsCanUse) {
    for (const char* name : {"film.mkv", ".hidden", "\xd0\xa4\xd0\xb8\xd0\xbb\xd1\x8c\xd0\xbc 2.mkv", "a..b",
                             "console.txt", "COM", "com10", "lpt0.mkv", "nullify"}) {
        EXPECT_TRUE(windows_can_name(name)) << name;
    }
    for (const char* name : {"What If?.mkv", "Alien: Covenant.mkv", "S.H.I.E.L.D.", "at the end ", "a\tb", "a|b",
                             "\"x\"", "<a>", "*", "a\\b", "a/b", "", ".", ".."}) {
        EXPECT_FALSE(windows_can_name(name)) << name;
    }
}

TEST(WindowsNames, AreNotThoseOfDevices) {
    for (const char* name : {"con", "CON", "nul.txt", "Aux.tar.gz", "COM1", "lpt9.mkv", "prn .txt"}) {
        EXPECT_FALSE(windows_can_name(name)) << name;
    }
}

} // namespace
} // namespace framehand::base
