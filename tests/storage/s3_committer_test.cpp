// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/storage/s3_committer.h"
#include "tests/platform/this_system.h"
#include "tests/s3/fake_s3.h"
#include "tests/storage/sample_package.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_waiter.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace framehand::storage {
namespace {

using base::ErrorCode;
using Outcome = S3Recovery::Outcome;
using Objects = std::map<std::string, std::string>;

const std::filesystem::path kStage = "/stage/package";
const std::filesystem::path kJournal = "/stage/publish.journal";

s3::Access access() {
    s3::Access made;
    made.endpoint = "http://store";
    made.access_key = "k";
    made.secret_key = base::Secret("s");
    return made;
}

/// A bucket with an old package, a new one in staging, and the publisher between them.
struct World {
    explicit World(std::string flat_name = {}) : flat(std::move(flat_name)) {
        disk.put_directory("/stage");
        fresh.put(disk, kStage);
        server.put("films/7/notes.txt", "somebody's");
        server.put("films/7/1080p/v-eeeeeeeeeeee/00000.m4s", "another package's");
    }

    [[nodiscard]] S3PackageRequest request(const test::SamplePackage& package) const {
        return {"job-1", kStage, package.manifest, "films", "films/7", flat, kJournal};
    }

    /// As an earlier job left it.
    void publish_old() {
        test::FaultFileSystem other;
        other.put_directory("/stage");
        old.put(other, kStage);
        const auto published = S3Committer(client, other).publish(request(old), {}, {});
        ASSERT_TRUE(published) << published.error().text();
        server.sent.clear();
    }

    [[nodiscard]] base::Result<S3Receipt> publish() {
        return S3Committer(client, disk).publish(request(fresh), {}, {});
    }

    [[nodiscard]] Objects objects() const {
        Objects all;
        for (const auto& [key, object] : server.objects) {
            all[key] = object.bytes;
        }
        return all;
    }

    [[nodiscard]] std::string index_key() const { return "films/7/" + (flat.empty() ? "index.m3u8" : flat + ".m3u8"); }

    /// What a player of the multivariant playlist misses; "" if it gets one package, whole and unmixed.
    [[nodiscard]] std::string missing_for_a_player() const {
        std::set<std::string> seen;
        return follow(index_key(), seen) + (package_ids(seen).size() > 1 ? "two packages are mixed" : "");
    }

    [[nodiscard]] std::string follow(const std::string& key, std::set<std::string>& seen) const {
        const auto text = server.content(key);
        seen.insert(key);
        if (!text) {
            return key + " is missing";
        }
        if (!key.ends_with(".m3u8")) {
            return {};
        }
        const std::string folder = key.substr(0, key.rfind('/') + 1);
        for (const std::string& line : base::split(*text, '\n')) {
            for (const auto& place : uris_in(line)) {
                if (std::string problem = follow(folder + place, seen); !problem.empty()) {
                    return problem;
                }
            }
        }
        return {};
    }

    static std::vector<std::string> uris_in(const std::string& line) {
        if (line.empty() || line[0] != '#') {
            return line.empty() ? std::vector<std::string>() : std::vector<std::string>{line};
        }
        const auto at = line.find("URI=\"");
        return at == std::string::npos ? std::vector<std::string>()
                                       : std::vector<std::string>{base::split(line.substr(at), '"')[1]};
    }

    static std::set<std::string> package_ids(const std::set<std::string>& keys) {
        std::set<std::string> ids;
        for (const std::string& key : keys) {
            if (const auto at = key.find("v-"); at != std::string::npos) {
                ids.insert(key.substr(at, 14));
            }
        }
        return ids;
    }

    const std::string flat;
    test::SamplePackage old = test::make_sample_package("aaaaaaaaaaaa", "x", {"1080p", "720p"});
    test::SamplePackage fresh = test::make_sample_package("bbbbbbbbbbbb", "x", {"1080p", "480p"});
    test::FaultFileSystem disk;
    test::FakeS3 server;
    test::FakeWaiter waiter;
    test::FakeClock clock;
    s3::S3Client client{access(), server, waiter, clock, {1}};
};

TEST(S3Committer, PutsSegmentsThenPlaylistsAndTheMultivariantOneLast) {
    World world;
    const auto published = world.publish();
    ASSERT_TRUE(published) << published.error().text();
    EXPECT_EQ(published->manifest_url, "s3://films/films/7/index.m3u8");
    EXPECT_EQ(published->bytes, world.fresh.manifest.total_bytes());
    EXPECT_FALSE(published->cleanup_error);
    std::vector<std::string> put;
    for (const auto& sent : world.server.sent) {
        if (sent.method == "PUT") {
            put.push_back(sent.url.substr(sent.url.find("/films/7/") + 9));
            const bool playlist = sent.url.ends_with(".m3u8");
            EXPECT_EQ(sent.header("Content-Type"), playlist                     ? "application/vnd.apple.mpegurl"
                                                   : sent.url.ends_with(".mp4") ? "video/mp4"
                                                                                : "video/iso.segment");
        }
    }
    ASSERT_EQ(put.size(), world.fresh.files.size());
    const auto first_playlist =
        std::ranges::find_if(put, [](const std::string& key) { return key.ends_with(".m3u8"); });
    EXPECT_TRUE(std::all_of(first_playlist, put.end(), [](const std::string& key) { return key.ends_with(".m3u8"); }));
    EXPECT_EQ(put.back(), "index.m3u8");
    EXPECT_EQ(world.missing_for_a_player(), "");
    EXPECT_FALSE(world.disk.content(kJournal));
}

TEST(S3Committer, RemovesWhatTheOldPackageAloneHadAndNothingElse) {
    World world;
    world.publish_old();
    ASSERT_TRUE(world.publish());
    Objects expected{{"films/7/notes.txt", "somebody's"},
                     {"films/7/1080p/v-eeeeeeeeeeee/00000.m4s", "another package's"},
                     {"films/7/720p/playlist.m3u8", world.old.files.at("720p/playlist.m3u8")}};
    for (const auto& [path, content] : world.fresh.files) {
        expected["films/7/" + path] = content;
    }
    EXPECT_EQ(world.objects(), expected);
}

TEST(S3Committer, PublishesFlatNamesInPlaceOfAnOldFlatPackage) {
    World world("film");
    world.server.put("films/7/film_extra.txt", "somebody's");
    world.publish_old();
    ASSERT_TRUE(world.publish());
    EXPECT_EQ(world.missing_for_a_player(), "");
    for (const std::string& key : world.server.keys()) {
        EXPECT_EQ(key.find("aaaaaaaaaaaa"), std::string::npos) << key;
    }
    EXPECT_TRUE(world.server.content("films/7/film_extra.txt"));
    EXPECT_TRUE(world.server.content("films/7/film_480p_v-bbbbbbbbbbbb_00000.m4s"));
}

class EveryBreak : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryBreak, LeavesOneWholePackageAndCanBeFinishedOrUndone) {
    World ready(GetParam());
    ready.publish_old();
    const Objects before = ready.objects();
    ASSERT_TRUE(ready.publish());
    const Objects after = ready.objects();
    const std::size_t requests = ready.server.sent.size();
    ASSERT_GT(requests, 20U);
    for (std::size_t request = 0; request < requests; ++request) {
        for (const bool goes_on : {true, false}) {
            World world(GetParam());
            world.publish_old();
            world.server.dies_at = request;
            const auto broken = world.publish();
            EXPECT_TRUE(!broken || broken->cleanup_error) << request;
            EXPECT_EQ(world.missing_for_a_player(), "") << request;
            world.server.dies_at.reset();
            if (goes_on) {
                ASSERT_TRUE(world.publish()) << request;
                EXPECT_EQ(world.objects(), after) << request;
            } else {
                const auto undone = S3Committer(world.client, world.disk).undo(kJournal, {});
                ASSERT_TRUE(undone) << undone.error().text();
                EXPECT_EQ(world.objects(), undone->outcome == Outcome::Finished ? after : before) << request;
            }
            EXPECT_FALSE(world.disk.content(kJournal)) << request;
        }
    }
}

TEST_P(EveryBreak, OfTheProcessIsSurvivedToo) {
    World ready(GetParam());
    ready.publish_old();
    const Objects before = ready.objects();
    ASSERT_TRUE(ready.publish());
    const Objects after = ready.objects();
    const std::size_t steps = ready.disk.steps();
    ASSERT_GT(steps, 20U);
    for (std::size_t step = 1; step <= steps; ++step) {
        World world(GetParam());
        world.publish_old();
        world.disk.kill_at_step(step);
        EXPECT_THROW(static_cast<void>(world.publish()), test::ProcessKilled) << step;
        world.disk.lift_faults();
        EXPECT_EQ(world.missing_for_a_player(), "") << step;
        if (step % 2 == 0) {
            ASSERT_TRUE(world.publish()) << step;
            EXPECT_EQ(world.objects(), after) << step;
        } else {
            const auto undone = S3Committer(world.client, world.disk).undo(kJournal, {});
            ASSERT_TRUE(undone) << undone.error().text();
            // Without a journal nothing was begun, or all was done.
            const bool nothing = undone->outcome == Outcome::NothingToDo;
            const bool is_new = undone->outcome == Outcome::Finished || (nothing && step > steps / 2);
            EXPECT_EQ(world.objects(), is_new ? after : before) << step;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(S3Committer, EveryBreak, ::testing::Values("", "film"),
                         [](const auto& tested) { return *tested.param == '\0' ? "InFolders" : "Flat"; });

TEST(S3Committer, SendsNothingTwiceThatTheJournalKnowsToBeUp) {
    World world;
    world.server.dies_at = 20;
    ASSERT_FALSE(world.publish());
    std::set<std::string> up;
    for (const auto& [key, object] : world.server.objects) {
        up.insert(key);
    }
    world.server.dies_at.reset();
    world.server.sent.clear();
    ASSERT_TRUE(world.publish());
    std::size_t puts = 0;
    for (const auto& sent : world.server.sent) {
        puts += sent.method == "PUT" ? 1U : 0U;
    }
    EXPECT_LE(puts, world.fresh.files.size() - up.size() + 2 + 1); // two were there before; one may not be noted yet
}

TEST(S3Committer, UndoesAnotherPackageThatWasLeftInTheJournal) {
    World world;
    const Objects before = world.objects();
    world.server.dies_at = 25;
    ASSERT_FALSE(world.publish());
    world.server.dies_at.reset();
    world.fresh = test::make_sample_package("cccccccccccc", "x", {"240p"});
    world.fresh.put(world.disk, kStage);
    ASSERT_TRUE(world.publish());
    EXPECT_EQ(world.server.objects.size(), before.size() + world.fresh.files.size());
}

TEST(S3Committer, RefusesAStagedFileThatIsNotWhatWasVerified) {
    World world;
    world.disk.put_file(kStage / "1080p/v-bbbbbbbbbbbb/00000.m4s", "segment 1080p/v-bbbbbbbbbbbb/0000X.m4s");
    const auto published = world.publish();
    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().code, ErrorCode::CorruptData);
    EXPECT_FALSE(world.server.content(world.index_key()));
}

TEST(S3Committer, RefusesAManifestThatNamesFilesOutsideItsVersion) {
    World world;
    world.fresh.manifest.files.push_back({"notes.txt", 1, std::string(64, '0')});
    EXPECT_EQ(world.publish().error().code, ErrorCode::CorruptData);
    EXPECT_EQ(world.server.content("films/7/notes.txt"), "somebody's");
}

TEST(S3Committer, LeavesAForeignObjectsFilesAloneWhereThePlaylistWasNoPackagesOwn) {
    World world;
    world.server.put("films/7/index.m3u8", "#EXTM3U\n#EXTINF:6,\n1080p/v-eeeeeeeeeeee/00000.m4s\n");
    ASSERT_TRUE(world.publish());
    EXPECT_TRUE(world.server.content("films/7/1080p/v-eeeeeeeeeeee/00000.m4s"));
}

TEST(S3Committer, HasNothingToUndoWithoutAJournal) {
    World world;
    EXPECT_EQ(S3Committer(world.client, world.disk).undo(kJournal, {})->outcome, Outcome::NothingToDo);
    world.disk.put_file(kJournal, "{");
    EXPECT_EQ(S3Committer(world.client, world.disk).undo(kJournal, {}).error().code, ErrorCode::CorruptData);
    world.disk.put_file(kJournal, "{\"version\":99}\n");
    EXPECT_EQ(S3Committer(world.client, world.disk).undo(kJournal, {}).error().code, ErrorCode::Unsupported);
}

TEST(S3Committer, PublishesOneFileAndAbortsWhatAnEarlierTryLeft) {
    World world;
    const test::TempFolder folder;
    const std::unique_ptr<ports::FileSystem> made = test::make_file_system();
    ports::FileSystem& disk = *made;
    const auto file = folder.path() / "film.mp4";
    std::ofstream(file, std::ios::binary) << std::string(2 * s3::kPartBytes, 'x');
    const S3FileRequest request{"job-1", file, {"films", "out/film.mp4"}, folder.path() / "journal"};
    world.server.dies_at = 2; // the upload is begun, one part is there
    ASSERT_FALSE(S3Committer(world.client, disk).publish_file(request, {}, {}));
    EXPECT_EQ(world.server.uploads.size(), 1U);
    world.server.dies_at.reset();
    std::uint64_t told = 0;
    const auto published =
        S3Committer(world.client, disk).publish_file(request, {}, [&](std::uint64_t done, std::uint64_t) {
            told = done;
        });
    ASSERT_TRUE(published) << published.error().text();
    EXPECT_EQ(published->manifest_url, "s3://films/out/film.mp4");
    EXPECT_EQ(told, 2 * s3::kPartBytes);
    EXPECT_TRUE(world.server.uploads.empty());
    EXPECT_EQ(world.server.content("out/film.mp4")->size(), 2 * s3::kPartBytes);
    EXPECT_FALSE(std::filesystem::exists(request.journal));
}

TEST(S3Committer, ChecksADestinationWithoutMakingAnObject) {
    World world;
    const auto before = world.objects();
    EXPECT_TRUE(S3Committer(world.client, world.disk).check({"films", "x"}, {}));
    EXPECT_EQ(world.objects(), before);
    EXPECT_TRUE(world.server.uploads.empty());
    EXPECT_EQ(S3Committer(world.client, world.disk).check({"other", "x"}, {}).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace framehand::storage
