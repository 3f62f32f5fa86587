// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/package_manifest.h"
#include "tests/support/sample_jobs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::jobs {
namespace {

using base::Json;

PackageManifest sample_manifest() {
    PackageManifest manifest;
    manifest.layout = make_layout(test::job_with_dest_paths({"film/1080p", "film/720p"}), test::kPackageId).value();
    manifest.duration_sec = 8.04;
    manifest.files = {{"1080p/v-0123456789ab/00000.m4s", 1000, std::string(64, 'a')},
                      {"index.m3u8", 24, std::string(64, '0')}};
    manifest.renditions = {{"1080p", "avc1.640028", "libx264", 1920, 1080, 5'400'000, 200, 1000},
                           {"audio", "mp4a.40.2", "aac", 0, 0, 128'000, 376, 24}};
    manifest.notes = {"2160p was asked for; the source is 1920x1080"};
    return manifest;
}

std::string error_with(const std::string& pointer, Json value) {
    Json json = to_json(sample_manifest());
    json[Json::json_pointer(pointer)] = std::move(value);
    const auto manifest = manifest_from_json(json);
    if (manifest) {
        return "no error";
    }
    EXPECT_EQ(manifest.error().code, base::ErrorCode::CorruptData);
    return manifest.error().message;
}

TEST(PackageManifest, GoesThereAndBack) {
    const auto manifest = sample_manifest();
    const auto text = base::dump_json(to_json(manifest));
    const auto back = manifest_from_json(base::parse_json(text, "manifest").value());
    ASSERT_TRUE(back.has_value()) << back.error().text();
    EXPECT_EQ(*back, manifest);
}

TEST(PackageManifest, APartSaysWhatOfTheFilmItIs) {
    auto manifest = sample_manifest();
    for (const SegmentRange range : {SegmentRange{0, 3}, SegmentRange{4, SegmentRange::kToTheEnd}}) {
        manifest.segments = range;
        EXPECT_EQ(manifest_from_json(to_json(manifest)).value(), manifest);
    }
    EXPECT_EQ(error_with("/segments", {{"first", 3}, {"last", 1}}),
              "segments.last: must not be before first, nor first below 0");
}

TEST(PackageManifest, SumsItsFiles) {
    EXPECT_EQ(sample_manifest().total_bytes(), 1024U);
    EXPECT_EQ(PackageManifest{}.total_bytes(), 0U);
}

TEST(PackageManifest, LayoutGoesThereAndBack) {
    const auto layout = make_layout(test::job_with_dest_paths({""}), test::kPackageId).value();
    EXPECT_EQ(layout_from_json(to_json(layout)).value(), layout);
}

TEST(PackageManifest, ALayoutMayHaveADashManifestOfOneNameAlone) {
    Job job = test::job_with_dest_paths({"film/a", "film/b"});
    EXPECT_FALSE(to_json(make_layout(job, test::kPackageId).value()).contains("dash"));
    job.deliverables = {Deliverable::Dash};
    const auto layout = make_layout(job, test::kPackageId).value();
    EXPECT_EQ(layout.dash, "manifest.mpd");
    base::Json json = to_json(layout);
    EXPECT_EQ(layout_from_json(json).value(), layout);
    json["dash"] = "../manifest.mpd";
    EXPECT_FALSE(layout_from_json(json));
    job.outputs[1].dest_path = "film/manifest.mpd";
    EXPECT_FALSE(make_layout(job, test::kPackageId));
}

TEST(PackageManifest, ALayoutFromBeforeThereWereTextTracksIsRead) {
    base::Json json = to_json(sample_manifest().layout);
    json.erase("text_dir");
    const auto layout = layout_from_json(json);
    ASSERT_TRUE(layout.has_value()) << layout.error().text();
    EXPECT_EQ(layout->text_dir, "");
}

TEST(PackageManifest, RefusesEveryPathThatLeavesThePackage) {
    for (const std::string path :
         {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.", "..", "a/", "a\\..\\b", "a\nb"}) {
        EXPECT_EQ(error_with("/files/0/path", path), "files[0].path: leaves the package") << path;
    }
    EXPECT_EQ(error_with("/files/1/path", std::string("a\0b", 3)), "files[1].path: leaves the package");
}

TEST(PackageManifest, EveryRejectionNamesItsField) {
    struct Rejection {
        std::string pointer;
        Json value;
        std::string message;
    };

    const std::vector<Rejection> rejections{
        {"/layout", nullptr, "layout: is missing"},
        {"/layout/package_id", "xyz", "layout.package_id: must be 12 hex digits"},
        {"/layout/destination", "../outside", "layout.destination: leaves the NAS root"},
        {"/layout/destination", "/abs", "layout.destination: leaves the NAS root"},
        {"/layout/multivariant", "a/index.m3u8", "layout.multivariant: must be a plain file name"},
        {"/layout/multivariant", "..", "layout.multivariant: must be a plain file name"},
        {"/layout/rung_dirs/1", "../720p", "layout.rung_dirs[1]: leaves the package"},
        {"/layout/rung_dirs/1", 5, "layout.rung_dirs[1]: must be a string"},
        {"/layout/audio_dir", "", "layout.audio_dir: leaves the package"},
        {"/layout/audio_dir", "../audio", "layout.audio_dir: leaves the package"},
        {"/layout/audio_dir", "720p", "layout.audio_dir: is a rung's folder"},
        {"/layout/text_dir", "../subtitles", "layout.text_dir: leaves the package"},
        {"/layout/text_dir", "720p", "layout.text_dir: is another rendition's folder"},
        {"/layout/text_dir", "audio", "layout.text_dir: is another rendition's folder"},
        {"/files", "all", "files: must be a list"},
        {"/files/1", 5, "files[1]: must be an object"},
        {"/files/1/bytes", -1, "files[1].bytes: must be zero or more"},
        {"/files/1/bytes", "24", "files[1].bytes: must be a whole number"},
        {"/files/1/sha256", std::string(63, 'a'), "files[1].sha256: must be 64 hex digits"},
        {"/files/1/sha256", std::string(64, 'A'), "files[1].sha256: must be 64 hex digits"},
        {"/renditions", nullptr, "renditions: is missing"},
        {"/renditions/0/name", nullptr, "renditions[0].name: is missing"},
        {"/renditions/1/bytes", -5, "renditions[1].bytes: is out of range"},
        {"/renditions/0/frames", -1, "renditions[0].frames: is out of range"},
        {"/renditions/0/width", 4'294'967'297, "renditions[0].width: is out of range"},
        {"/duration_sec", "8", "duration_sec: must be a number"},
        {"/notes", "one", "notes: must be a list of strings"},
    };
    for (const auto& rejection : rejections) {
        EXPECT_EQ(error_with(rejection.pointer, rejection.value), rejection.message)
            << rejection.pointer << " = " << rejection.value;
    }
}

TEST(PackageManifest, RefusesAFileWithoutSize) {
    Json json = to_json(sample_manifest());
    json["files"][0].erase("bytes");
    EXPECT_EQ(manifest_from_json(json).error().message, "files[0].bytes: must be zero or more");
}

} // namespace
} // namespace framehand::jobs
