// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/old_package.h"
#include "tests/storage/sample_package.h"

#include <gtest/gtest.h>

namespace framehand::test {
namespace {

using storage::find_old_package;
using storage::version_dirs_in;
using Dirs = std::vector<std::string>;

TEST(VersionDirs, AreFoundInLinesAndUriAttributes) {
    EXPECT_EQ(version_dirs_in("#EXTM3U\r\n"
                              "#EXT-X-MEDIA:TYPE=AUDIO,URI=\"audio/v-00000000000a/playlist.m3u8\",NAME=\"x\"\r\n"
                              "#EXT-X-STREAM-INF:BANDWIDTH=1\r\n"
                              "1080p/v-00000000000a/playlist.m3u8\r\n"
                              "#EXT-X-I-FRAME-STREAM-INF:URI=\"1080p/v-00000000000a/iframes.m3u8\"\r\n"
                              "v-00000000000a/00000.m4s"),
              (Dirs{"1080p/v-00000000000a", "audio/v-00000000000a", "v-00000000000a"}));
    EXPECT_EQ(version_dirs_in("a%20b/v-00000000000a/playlist.m3u8\n50%/v-00000000000b/x"),
              (Dirs{"50%/v-00000000000b", "a b/v-00000000000a"}));
}

TEST(VersionDirs, OutsideOfThePackageAreNeverFound) {
    EXPECT_EQ(version_dirs_in("../v-00000000000a/x\n/v-00000000000a/x\nhttps://host/v-00000000000a/x\n"
                              "a/%2e%2e/%2E%2E/v-00000000000a/x\n./v-00000000000a/x\n"
                              "v-00000000000/x\nv-00000000000A/x\nV-00000000000a/x\nv-00000000000a%00/x\n"
                              "#EXT-X-MEDIA:URI=\"v-00000000000a\n\n"),
              Dirs{});
}

TEST(OldPackage, IsWhatTheMultivariantPlaylistReachesAndWhatExists) {
    FaultFileSystem files;
    const SamplePackage package = make_sample_package("00000000000a", "", {"1080p", "720p"});
    package.put(files, "/nas/a");
    ASSERT_TRUE(files.remove_all("/nas/a/720p"));
    files.put_file("/nas/a/1080p/v-00000000000f/x", "not reached");
    const auto old = find_old_package(files, "/nas/a", "index.m3u8");
    ASSERT_TRUE(old);
    EXPECT_EQ(old->version_dirs, (Dirs{"1080p/v-00000000000a", "audio/v-00000000000a"}));
    EXPECT_EQ(old->multivariant_sha256.size(), 64U);
}

TEST(OldPackage, HasNoFoldersWhereAMediaPlaylistOrAForeignFileHasTheName) {
    FaultFileSystem files;
    make_sample_package("00000000000a", "", {""}).put(files, "/nas/a");
    // The stable playlist of a single output names a version folder, but its package's index is another file.
    EXPECT_EQ(find_old_package(files, "/nas/a", "playlist.m3u8")->version_dirs, Dirs{});
    files.put_file("/nas/b/index.m3u8", std::string(5'000'000, 'x'));
    const auto large = find_old_package(files, "/nas/b", "index.m3u8");
    ASSERT_TRUE(large);
    EXPECT_EQ(large->version_dirs, Dirs{});
    EXPECT_FALSE(large->multivariant_sha256.empty());
}

TEST(OldPackage, IsEmptyWhereNothingIs) {
    FaultFileSystem files;
    const auto old = find_old_package(files, "/nas/none", "index.m3u8");
    ASSERT_TRUE(old);
    EXPECT_EQ(old->multivariant_sha256, "");
    EXPECT_EQ(old->version_dirs, Dirs{});
}

} // namespace
} // namespace framehand::test
