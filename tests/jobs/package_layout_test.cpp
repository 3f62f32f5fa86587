// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/package_layout.h"
#include "tests/support/sample_jobs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::jobs {
namespace {

using Strings = std::vector<std::string>;

PackageLayout layout_of(const Strings& dest_paths) {
    const auto layout = make_layout(test::job_with_dest_paths(dest_paths), test::kPackageId);
    if (!layout) {
        ADD_FAILURE() << layout.error().text();
        return {};
    }
    return *layout;
}

base::Error error_of(const Strings& dest_paths) {
    const auto layout = make_layout(test::job_with_dest_paths(dest_paths), test::kPackageId);
    if (layout) {
        ADD_FAILURE() << "was not refused: " << dest_paths.back();
        return {};
    }
    return layout.error();
}

TEST(PackageLayout, SeveralRungsShareTheirDeepestFolder) {
    const auto layout = layout_of({"processed/film/1080p/", "processed/film/720p", "processed/film/480p/"});
    EXPECT_EQ(layout.destination, "processed/film");
    EXPECT_EQ(layout.rung_dirs, (Strings{"1080p", "720p", "480p"}));
    EXPECT_EQ(layout.audio_dir, "audio");
    EXPECT_EQ(layout.multivariant, "index.m3u8");
    EXPECT_EQ(layout.version_dir("720p"), "720p/v-0123456789ab");
    EXPECT_EQ(layout.alias_playlist("720p"), "720p/playlist.m3u8");
}

TEST(PackageLayout, ASingleOutputIsItsOwnRoot) {
    const auto layout = layout_of({"processed/sample/720p/"});
    EXPECT_EQ(layout.destination, "processed/sample/720p");
    EXPECT_EQ(layout.rung_dirs, Strings{""});
    EXPECT_EQ(layout.version_dir(""), "v-0123456789ab");
    EXPECT_EQ(layout.alias_playlist(""), "playlist.m3u8");
}

TEST(PackageLayout, ComparesFoldersNotLetters) {
    const auto layout = layout_of({"film/720p", "film/720"});
    EXPECT_EQ(layout.destination, "film");
    EXPECT_EQ(layout.rung_dirs, (Strings{"720p", "720"}));
}

TEST(PackageLayout, NestedDestPaths) {
    const auto layout = layout_of({"film/hd", "film/hd/low/360p"});
    EXPECT_EQ(layout.destination, "film/hd");
    EXPECT_EQ(layout.rung_dirs, (Strings{"", "low/360p"}));
}

TEST(PackageLayout, AnOutputAtTheNasRoot) {
    EXPECT_EQ(layout_of({""}).destination, "");
    EXPECT_EQ(layout_of({"./"}).rung_dirs, Strings{""});
    const auto layout = layout_of({"", "720p"});
    EXPECT_EQ(layout.destination, "");
    EXPECT_EQ(layout.rung_dirs, (Strings{"", "720p"}));
}

TEST(PackageLayout, DestPathsWithNothingInCommonMeetAtTheNasRoot) {
    const auto layout = layout_of({"a/1080p", "b/720p"});
    EXPECT_EQ(layout.destination, "");
    EXPECT_EQ(layout.rung_dirs, (Strings{"a/1080p", "b/720p"}));
}

TEST(PackageLayout, TidiesDoubleSlashesAndDots) {
    const auto layout = layout_of({"film//./1080p/", "film/720p/."});
    EXPECT_EQ(layout.destination, "film");
    EXPECT_EQ(layout.rung_dirs, (Strings{"1080p", "720p"}));
}

TEST(PackageLayout, KeepsNamesInEveryScript) {
    EXPECT_EQ(layout_of({"Filme/Žluťoučký kůň 電影/720p"}).destination, "Filme/Žluťoučký kůň 電影/720p");
}

TEST(PackageLayout, TheAudioFolderIsNeverThatOfARung) {
    EXPECT_EQ(layout_of({"film/audio", "film/720p"}).audio_dir, "audio-1");
    EXPECT_EQ(layout_of({"film/audio/hd", "film/audio-1"}).audio_dir, "audio-2");
    EXPECT_EQ(layout_of({"film/Audio", "film/720p"}).audio_dir, "audio-1") << "shares may ignore case";
    EXPECT_EQ(layout_of({"film/hd/audio", "film/720p"}).audio_dir, "audio");
    EXPECT_EQ(layout_of({"audio"}).audio_dir, "audio") << "a single output's own name is not inside the package";
}

TEST(PackageLayout, TheFolderOfTextIsNeverThatOfARung) {
    EXPECT_EQ(layout_of({"film/1080p", "film/720p"}).text_dir, "subtitles");
    EXPECT_EQ(layout_of({"film/Subtitles", "film/subtitles-1"}).text_dir, "subtitles-2");
    EXPECT_EQ(layout_of({"film/subtitles/hd", "film/audio"}).text_dir, "subtitles-1");
    EXPECT_EQ(layout_of({"film"}).text_dir, "subtitles");
}

TEST(PackageLayout, ThereIsNoAliasWhereTheMultivariantPlaylistHasItsName) {
    Job job = test::job_with_dest_paths({"film", "film/720p"});
    job.hls.master_playlist_name = "playlist.m3u8";
    const auto layout = make_layout(job, test::kPackageId);
    ASSERT_TRUE(layout.has_value()) << layout.error().text();
    EXPECT_EQ(layout->alias_playlist(""), "");
    EXPECT_EQ(layout->alias_playlist("720p"), "720p/playlist.m3u8");
}

TEST(PackageLayout, RefusesDestPathsThatAreNotPlainAndRelative) {
    const std::vector<std::pair<std::string, std::string>> refused{
        {"/etc", "is absolute"},
        {"C:/Windows", "is absolute"},
        {"../outside", "leaves the NAS root"},
        {"film/../../outside", "leaves the NAS root"},
        {"film/..", "leaves the NAS root"},
        {"film\\720p", "holds a backslash"},
        {std::string("film\0x", 6), "control character"},
        {"film\n", "control character"},
        {"film/\x7f", "control character"},
        {".framehand-job/720p", "keeps for itself"},
        {"film/.framehand", "keeps for itself"},
        {"film/v-0123456789ab", "keeps for itself"},
        {"film/" + std::string(256, 'x'), "longer than 255 bytes"},
    };
    for (const auto& [path, reason] : refused) {
        const auto error = error_of({"film/1080p", path});
        EXPECT_EQ(error.code, base::ErrorCode::PermissionDenied) << path;
        EXPECT_TRUE(error.message.starts_with("outputs[1].dest_path: ")) << error.message;
        EXPECT_NE(error.message.find(reason), std::string::npos) << error.message;
    }
}

TEST(PackageLayout, AllowsNamesThatOnlyLookDangerous) {
    for (const std::string path : {"film/..720p", "film/...", "film/v-0123", "film/v-0123456789AB", "film/.hidden"}) {
        EXPECT_EQ(layout_of({path}).destination, path);
    }
    EXPECT_EQ(layout_of({std::string(255, 'x')}).destination.size(), 255U);
}

TEST(PackageLayout, RefusesTwoOutputsInOneFolder) {
    for (const std::string twin : {"film/720p", "film/720p/", "film//720p", "./film/720p"}) {
        const auto error = error_of({"film/1080p", "film/720p", twin});
        EXPECT_EQ(error.message, "outputs[2].dest_path: is the same folder as outputs[1].dest_path");
    }
}

TEST(PackageLayout, RefusesARungsFolderWhereAPlaylistBelongs) {
    EXPECT_EQ(error_of({"film/720p", "film/index.m3u8"}).message,
              "outputs[1].dest_path: the folder \"index.m3u8\" is where a playlist of that name belongs");
    EXPECT_EQ(error_of({"film", "film/playlist.m3u8"}).message,
              "outputs[1].dest_path: the folder \"playlist.m3u8\" is where a playlist of that name belongs");
    EXPECT_EQ(error_of({"film/a", "film/a/playlist.m3u8/b"}).code, base::ErrorCode::InvalidArgument);
    // Above the package, or deeper than the multivariant playlist, the name is free.
    EXPECT_EQ(layout_of({"index.m3u8/720p"}).destination, "index.m3u8/720p");
    EXPECT_EQ(layout_of({"film/a/index.m3u8", "film/b"}).rung_dirs, (Strings{"a/index.m3u8", "b"}));
}

TEST(PackageLayout, RefusesPlaylistNamesThatAreNotPlainFileNames) {
    for (const std::string name : {"", "index", "index.m3u", ".m3u8", "a/index.m3u8", "../index.m3u8", "a\\b.m3u8",
                                   ".hidden.m3u8", "a\"b.m3u8", "a\nb.m3u8"}) {
        Job job = test::job_with_dest_paths({"film"});
        job.hls.master_playlist_name = name;
        const auto layout = make_layout(job, test::kPackageId);
        ASSERT_FALSE(layout.has_value()) << name;
        EXPECT_TRUE(layout.error().message.starts_with("hls_settings.master_playlist_name: ")) << name;
    }
    Job job = test::job_with_dest_paths({"film"});
    job.hls.master_playlist_name = std::string(251, 'x') + ".m3u8";
    EXPECT_FALSE(make_layout(job, test::kPackageId).has_value()) << "longer than a file name may be";
}

TEST(PackageLayout, RefusesAPackageIdThatIsNotOne) {
    const Job job = test::job_with_dest_paths({"film"});
    for (const std::string id : {"", "0123456789a", "0123456789abc", "0123456789AB", "../../../etc"}) {
        EXPECT_FALSE(make_layout(job, id).has_value()) << id;
    }
}

TEST(PackageLayout, RefusesAJobWithoutOutputs) {
    const auto layout = make_layout(test::job_with_dest_paths({}), test::kPackageId);
    ASSERT_FALSE(layout.has_value());
    EXPECT_TRUE(layout.error().message.starts_with("outputs: "));
}

TEST(IsVersionName, KnowsOnlyItsOwnFolders) {
    EXPECT_TRUE(is_version_name("v-0123456789ab"));
    for (const std::string_view name : {"", "v-", "v-0123456789a", "v-0123456789abc", "v-0123456789aB",
                                        "V-0123456789ab", "x-0123456789ab", "v-0123456789a/", "720p"}) {
        EXPECT_FALSE(is_version_name(name)) << name;
    }
}

} // namespace
} // namespace framehand::jobs
