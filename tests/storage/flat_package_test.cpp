// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/storage/flat_package.h"
#include "core/storage/playlist_uris.h"
#include "tests/storage/sample_package.h"

#include <gtest/gtest.h>

namespace framehand::storage {
namespace {

using base::ErrorCode;

constexpr const char* kManifest = R"(<MPD><Period>
<Representation id="v"><BaseURL>1080p/v-0123456789ab/</BaseURL><SegmentTemplate startNumber="0" initialization="init.mp4" media="$Number%05d$.m4s"><SegmentTimeline/></SegmentTemplate></Representation>
<Representation id="a"><BaseURL>audio/v-0123456789ab/2-de%20x/</BaseURL><SegmentList><Initialization sourceURL="init.mp4"/><SegmentURL media="00000.m4s"/><SegmentURL media="00001.m4s"/></SegmentList></Representation>
</Period></MPD>
)";

class Flat : public ::testing::Test {
protected:
    [[nodiscard]] base::Result<FlatPackage> flat(const std::string& name) const {
        return flatten(package.manifest, name,
                       [this](const std::string& path) -> base::Result<std::string> { return package.files.at(path); });
    }

    [[nodiscard]] std::string content(const FlatPackage& made, const std::string& name) const {
        for (const FlatFile& file : made.files) {
            if (file.name == name) {
                return file.content ? *file.content : package.files.at(file.path);
            }
        }
        ADD_FAILURE() << name << " is not there";
        return {};
    }

    void replace(const std::string& path, const std::string& text) {
        package.files[path] = text;
        for (auto& file : package.manifest.files) {
            if (file.path == path) {
                file = {path, text.size(), base::sha256_hex(text)};
            }
        }
    }

    test::SamplePackage package = test::make_sample_package("0123456789ab", "film", {"1080p", "720p"}, "manifest.mpd");
};

TEST_F(Flat, PutsEveryFileBesideTheOthersAndKeepsAllLinks) {
    replace("manifest.mpd", kManifest);
    const auto made = flat("film");
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(made->multivariant, "film.m3u8");
    EXPECT_EQ(made->dash, "film.mpd");
    ASSERT_EQ(made->files.size(), package.files.size());
    for (const FlatFile& file : made->files) {
        EXPECT_EQ(file.name.find('/'), std::string::npos);
        EXPECT_TRUE(file.name.starts_with("film")) << file.name;
        EXPECT_EQ(file.content.has_value(), file.name.ends_with(".m3u8") || file.name.ends_with(".mpd"));
        if (file.content) {
            EXPECT_EQ(file.bytes, file.content->size());
            EXPECT_EQ(file.sha256, base::sha256_hex(*file.content));
        }
    }
    EXPECT_EQ(content(*made, "film.m3u8"), "#EXTM3U\n"
                                           "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"audio\","
                                           "URI=\"film_audio_v-0123456789ab_playlist.m3u8\"\n"
                                           "#EXT-X-STREAM-INF:BANDWIDTH=1000,AUDIO=\"a\"\n"
                                           "film_1080p_v-0123456789ab_playlist.m3u8\n"
                                           "#EXT-X-STREAM-INF:BANDWIDTH=1000,AUDIO=\"a\"\n"
                                           "film_720p_v-0123456789ab_playlist.m3u8\n");
    const std::string media = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n"
                              "#EXT-X-MAP:URI=\"film_1080p_v-0123456789ab_init.mp4\"\n#EXTINF:6.000,\n"
                              "film_1080p_v-0123456789ab_00000.m4s\n#EXT-X-ENDLIST\n";
    EXPECT_EQ(content(*made, "film_1080p_v-0123456789ab_playlist.m3u8"), media);
    EXPECT_EQ(content(*made, "film_1080p_playlist.m3u8"), media);
    EXPECT_EQ(content(*made, "film_1080p_v-0123456789ab_00000.m4s"), "segment 1080p/v-0123456789ab/00000.m4s");
}

TEST_F(Flat, RenamesWhatADashManifestNames) {
    replace("manifest.mpd", kManifest);
    const auto made = flat("a$b c");
    ASSERT_TRUE(made) << made.error().text();
    const std::string text = content(*made, "a$b c.mpd");
    EXPECT_EQ(text.find("BaseURL"), std::string::npos);
    EXPECT_NE(text.find("initialization=\"a%24b%20c_1080p_v-0123456789ab_init.mp4\""), std::string::npos) << text;
    EXPECT_NE(text.find("media=\"a%24b%20c_1080p_v-0123456789ab_$Number%05d$.m4s\""), std::string::npos) << text;
    EXPECT_NE(text.find("sourceURL=\"a%24b%20c_audio_v-0123456789ab_2-de%20x_init.mp4\""), std::string::npos) << text;
    EXPECT_NE(text.find("<SegmentURL media=\"a%24b%20c_audio_v-0123456789ab_2-de%20x_00001.m4s\"/>"),
              std::string::npos);
}

TEST_F(Flat, RenamesVariantsInOurOwnSessionData) {
    const std::string line = "#EXT-X-SESSION-DATA:DATA-ID=\"org.framehand.copied\",VALUE=\"1080p/v-0123456789ab/"
                             "playlist.m3u8\"\n";
    replace("manifest.mpd", "<MPD/>");
    replace("index.m3u8", package.files["index.m3u8"] + line + "#EXT-X-SESSION-DATA:DATA-ID=\"x\",VALUE=\"1080p\"\n");
    const auto made = flat("film");
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_NE(content(*made, "film.m3u8").find("VALUE=\"film_1080p_v-0123456789ab_playlist.m3u8\"\n"),
              std::string::npos);
    EXPECT_NE(content(*made, "film.m3u8").find("VALUE=\"1080p\"\n"), std::string::npos);
}

TEST_F(Flat, RefusesPlaylistsThatNameWhatIsNotThere) {
    replace("manifest.mpd", "<MPD/>");
    replace("index.m3u8", "#EXTM3U\n../other.m3u8\n");
    EXPECT_EQ(flat("film").error().code, ErrorCode::CorruptData);
    replace("index.m3u8", "#EXTM3U\nhttps://host/other.m3u8\n");
    EXPECT_TRUE(flat("film"));
    for (const char* folder : {"../x/", "/x/", "x", "https://host/"}) {
        replace("manifest.mpd", std::string("<Representation><BaseURL>") + folder + "</BaseURL></Representation>");
        EXPECT_EQ(flat("film").error().code, ErrorCode::CorruptData) << folder;
    }
}

TEST_F(Flat, RefusesNamesThatAreNoneAndNamesThatMeet) {
    replace("manifest.mpd", "<MPD/>");
    for (const char* name : {"", "a/b", "..", "a\nb", "a\"b"}) {
        EXPECT_EQ(flat(name).error().code, ErrorCode::InvalidArgument) << name;
    }
    package = test::make_sample_package("0123456789ab", "film", {"a/b", "a_b"});
    EXPECT_EQ(flat("film").error().code, ErrorCode::InvalidArgument);
}

TEST(PackageIds, AreFoundInFoldersAndFlatNames) {
    EXPECT_EQ(package_ids_in("a/v-0123456789ab/x\nf_1_v-ffffffffffff_y xv-000000000000 v-0123456789abc v-123"),
              (std::vector<std::string>{"0123456789ab", "ffffffffffff"}));
}

} // namespace
} // namespace framehand::storage
