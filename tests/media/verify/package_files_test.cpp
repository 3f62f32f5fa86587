// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/package_files.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

using base::ErrorCode;

class PackageFilesTest : public testing::Test {
protected:
    PackageFilesTest() {
        m_folder.write("outside.ts", "secret");
        m_folder.write("package/index.m3u8", "x");
        m_folder.write("package/a/p.m3u8", "x");
        m_folder.write("package/a/b c.ts", "media");
    }

    [[nodiscard]] base::Result<std::string> resolve(const std::string& uri) const {
        return PackageFiles::open(m_folder.path() / "package").value().resolve("a/p.m3u8", uri);
    }

    test::TempFolder m_folder;
};

class PackageFilesLinksTest : public PackageFilesTest {
protected:
    PackageFilesLinksTest() {
        std::filesystem::create_symlink(m_folder.path() / "outside.ts", m_folder.path() / "package/a/link.ts");
        std::filesystem::create_directory_symlink(m_folder.path(), m_folder.path() / "package/a/up");
    }
};

TEST_F(PackageFilesTest, FollowsRelativeUrisInsideThePackage) {
    EXPECT_EQ(resolve("b%20c.ts").value(), "a/b c.ts");
    EXPECT_EQ(resolve("./b c.ts").value(), "a/b c.ts");
    EXPECT_EQ(resolve("../index.m3u8").value(), "index.m3u8");
    EXPECT_EQ(resolve("../a/b%20c.ts").value(), "a/b c.ts");
}

TEST_F(PackageFilesTest, RefusesUrisThatLeaveThePackage) {
    for (const char* const uri :
         {"../../outside.ts", "%2e%2e/%2e%2e/outside.ts", "..%2f..%2foutside.ts", "/etc/hostname",
          "file:///etc/hostname", "https://example.org/a.ts", "//example.org/a.ts", "C:\\a.ts", "..\\..\\outside.ts",
          "b%20c.ts?x", "b%20c.ts#x", "%zz", "%2", "a%00b", ""}) {
        const auto file = resolve(uri);
        ASSERT_FALSE(file) << uri;
        EXPECT_EQ(file.error().code, ErrorCode::PermissionDenied) << uri;
    }
}

TEST_F(PackageFilesLinksTest, AreRefusedWhereverTheyLead) {
    for (const char* const uri : {"link.ts", "up/outside.ts"}) {
        const auto file = resolve(uri);
        ASSERT_FALSE(file) << uri;
        EXPECT_EQ(file.error().code, ErrorCode::PermissionDenied) << uri;
    }
}

TEST_F(PackageFilesTest, TellsAMissingFileFromAForbiddenOne) {
    for (const char* const uri : {"missing.ts", "..", ".", "../a"}) {
        const auto file = resolve(uri);
        ASSERT_FALSE(file) << uri;
        EXPECT_EQ(file.error().code, ErrorCode::NotFound) << uri;
    }
}

TEST_F(PackageFilesTest, RefusesFilesLargerThanTheLimit) {
    const auto files = PackageFiles::open(m_folder.path() / "package");
    ASSERT_TRUE(files);
    EXPECT_EQ(files->read("a/b c.ts", 5)->size(), 5U);
    EXPECT_EQ(files->read("a/b c.ts", 4).error().code, ErrorCode::CorruptData);
}

TEST_F(PackageFilesLinksTest, AreListedButNotFollowed) {
    const auto files = PackageFiles::open(m_folder.path() / "package");
    auto listed = files->list_below("a");
    ASSERT_TRUE(listed);
    std::sort(listed->begin(), listed->end());
    EXPECT_EQ(*listed, (std::vector<std::string>{"a/b c.ts", "a/link.ts", "a/p.m3u8", "a/up"}));
}

TEST(PackageFiles, SaysThatAFolderDoesNotExist) {
    const test::TempFolder folder;
    EXPECT_EQ(PackageFiles::open(folder.path() / "none").error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::media::verify
