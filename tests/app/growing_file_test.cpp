// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/growing_file.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(GrowingFile, TellsThePartThatIsThere) {
    test::FaultFileSystem files;
    GrowingFile file(files);
    EXPECT_FALSE(file.percent());
    file.begin("/part", 8);
    EXPECT_FALSE(file.percent());
    files.put_file("/part", "1234");
    EXPECT_EQ(file.percent(), 50.0);
}

TEST(GrowingFile, HasNoPartOfAnEmptyFile) {
    test::FaultFileSystem files;
    files.put_file("/part", "");
    GrowingFile file(files);
    file.begin("/part", 0);
    EXPECT_FALSE(file.percent());
}

} // namespace
} // namespace framehand::cli
