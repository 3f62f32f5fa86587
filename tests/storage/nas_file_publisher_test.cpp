// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/storage/nas_file_publisher.h"
#include "tests/support/fault_file_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

constexpr const char* kOldFilm = "the old film";
constexpr const char* kNewFilm = "the new film, which is longer";

/// One job whose result is a file, and all the disks that it touches.
struct World {
    explicit World(jobs::Work work, jobs::ReplacedFile replaced = jobs::ReplacedFile::Remove) {
        files.put_directory("/nas");
        files.put_file("/nas/other.txt", "somebody else's");
        job.job_id = "job-1";
        job.work = work;
        job.input.source_url = "new/film.mkv";
        job.file = jobs::FileTarget{"films/a/film.mkv", "mkv", replaced};
        manifest.layout.package_id = "0123456789ab";
        staged = StagingArea("/temp", files).locate(job.job_id);
        if (work == jobs::Work::Replace) {
            files.put_file("/nas/new/film.mkv", kNewFilm);
            files.put_file("/nas/films/a/film.mkv", kOldFilm);
        }
        files.put_file(staged.package_dir / "film.mkv", kNewFilm);
        manifest.files = {{"film.mkv", std::string(kNewFilm).size(), base::sha256_hex(kNewFilm)}};
    }

    base::Result<Published> publish() { return publisher.publish({job, manifest, staged, 0}, {}); }

    [[nodiscard]] std::string target() const { return files.content("/nas/films/a/film.mkv").value_or("(none)"); }

    /// What must hold after everything, whatever came between: nothing is left behind, nothing of others is gone.
    void expect_clean() const {
        EXPECT_EQ(files.content("/nas/other.txt"), "somebody else's");
        for (const auto& name : files.names("/nas")) {
            EXPECT_EQ(name.find(".framehand"), std::string::npos) << name;
        }
        EXPECT_FALSE(files.content(staged.dir / "file.json"));
    }

    test::FaultFileSystem files;
    NasRoot nas{"/nas", files};
    NasFilePublisher publisher{files, nas};
    jobs::Job job;
    jobs::PackageManifest manifest;
    StagedJob staged;
};

TEST(NasFilePublisher, PutsAFileInItsPlace) {
    World world(jobs::Work::File);
    const auto published = world.publish();
    ASSERT_TRUE(published) << published.error().text();
    EXPECT_EQ(published->url, "/films/a/film.mkv");
    EXPECT_EQ(world.target(), kNewFilm);
    const auto taken_back = world.publisher.take_back(world.staged);
    ASSERT_TRUE(taken_back);
    EXPECT_FALSE(*taken_back) << "readers see it already";
    EXPECT_EQ(world.target(), kNewFilm);
    world.expect_clean();
}

TEST(NasFilePublisher, MovesTheNewFileIntoTheOldOnesPlaceAndKeepsThatOne) {
    World world(jobs::Work::Replace, jobs::ReplacedFile::KeepBackup);
    world.files.put_file("/nas/films/a/film.mkv.bak", "a still older film");
    ASSERT_TRUE(world.publish());
    ASSERT_TRUE(world.publish()) << "twice is as good as once";
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    EXPECT_EQ(world.target(), kNewFilm);
    EXPECT_FALSE(world.files.content("/nas/new/film.mkv"));
    EXPECT_EQ(world.files.content("/nas/films/a/film.mkv.bak"), "a still older film");
    EXPECT_EQ(world.files.content("/nas/films/a/film.mkv.bak.1"), kOldFilm);
    world.expect_clean();
}

TEST(NasFilePublisher, CopiesWhereAFileCannotBeRenamed) {
    World world(jobs::Work::Replace, jobs::ReplacedFile::KeepBackup);
    bool failed = false;
    for (std::size_t call = 1; !failed; ++call) { // find the rename of the new file
        world.files.fail({.call = call, .under = "/nas/new/film.mkv"});
        const auto published = world.publish();
        if (!published) {
            world.files.lift_faults();
            ASSERT_TRUE(world.publisher.take_back(world.staged));
            EXPECT_EQ(world.target(), kOldFilm);
            continue;
        }
        failed = true;
        EXPECT_TRUE(world.files.has_failed()) << "it worked without the rename";
        world.files.lift_faults();
    }
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    EXPECT_EQ(world.target(), kNewFilm);
    EXPECT_FALSE(world.files.content("/nas/new/film.mkv")) << "it was moved";
    EXPECT_EQ(world.files.content("/nas/films/a/film.mkv.bak"), kOldFilm);
    world.expect_clean();
}

TEST(NasFilePublisher, RefusesWhatIsNoPlaceForAFile) {
    World world(jobs::Work::File);
    for (const auto* path : {"../film.mkv", "/etc/film.mkv", "films/", "films\\film.mkv", ".framehand-x/film.mkv"}) {
        world.job.file->path = path;
        EXPECT_FALSE(world.publisher.check(world.job, {}, 0)) << path;
        EXPECT_FALSE(world.publish()) << path;
    }
    world.files.put_directory("/nas/films/a/film.mkv");
    world.job.file->path = "films/a/film.mkv";
    const auto refused = world.publisher.check(world.job, {}, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::AlreadyExists);
}

TEST(NasFilePublisher, ReplacesNothingThatIsNotThere) {
    World world(jobs::Work::Replace);
    world.job.file->path = "films/b/film.mkv";
    const auto refused = world.publisher.check(world.job, {}, 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::NotFound);
}

TEST(NasFilePublisher, RefusesAFileThatChangedOnItsWay) {
    World world(jobs::Work::File);
    world.files.put_file(world.staged.package_dir / "film.mkv", "damaged meanwhile");
    const auto refused = world.publish();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::CorruptData);
    const auto taken_back = world.publisher.take_back(world.staged);
    ASSERT_TRUE(taken_back);
    EXPECT_TRUE(*taken_back);
    EXPECT_EQ(world.target(), "(none)");
    EXPECT_THAT(world.files.names("/nas"), ElementsAre("/nas/other.txt"));
    world.expect_clean();
}

TEST(NasFilePublisher, KeepsTheOldFileWhereThereIsNoRoom) {
    World world(jobs::Work::Replace, jobs::ReplacedFile::KeepBackup);
    world.files.set_capacity("/nas", 60);
    const auto refused = world.publish();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::NoSpace);
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    EXPECT_EQ(world.target(), kOldFilm);
    EXPECT_EQ(world.files.content("/nas/new/film.mkv"), kNewFilm);
    world.expect_clean();
}

struct Case {
    const char* name;
    jobs::Work work;
    jobs::ReplacedFile replaced;
};

class NasFilePublisherCrash : public testing::TestWithParam<Case> {
protected:
    /// Nobody ever sees anything but the old film or the new one, and with a backup none of the two is ever gone.
    static void expect_whole(const World& world) {
        const auto target = world.target();
        const bool replaces = GetParam().work == jobs::Work::Replace;
        EXPECT_TRUE(target == kNewFilm || target == (replaces ? kOldFilm : "(none)")) << target;
        if (!replaces) {
            return;
        }
        std::vector<std::string> contents;
        for (const auto& [name, content] : world.files.files("/nas")) {
            contents.push_back(content);
        }
        EXPECT_THAT(contents, testing::Contains(kNewFilm));
        if (GetParam().replaced == jobs::ReplacedFile::KeepBackup) {
            EXPECT_THAT(contents, testing::Contains(kOldFilm));
        }
    }

    enum class Then { PublishAgain, TakeBack };
    enum class Stop { Kill, PowerCut };

    static void stop_everywhere(Then then, Stop stop) {
        bool killed = true;
        for (std::size_t step = 1; killed && !HasFailure(); ++step) {
            SCOPED_TRACE("killed at step " + std::to_string(step));
            World world(GetParam().work, GetParam().replaced);
            world.files.on_step([&](const auto&) { expect_whole(world); });
            world.files.kill_at_step(step);
            killed = false;
            try {
                EXPECT_TRUE(world.publish());
            } catch (const test::ProcessKilled&) {
                killed = true;
            }
            world.files.lift_faults();
            if (stop == Stop::PowerCut) {
                world.files.lose_power(static_cast<std::uint32_t>(step));
            }
            expect_whole(world);
            if (then == Then::PublishAgain) {
                const auto published = world.publish();
                ASSERT_TRUE(published) << published.error().text();
                EXPECT_EQ(world.target(), kNewFilm);
            }
            const auto taken_back = world.publisher.take_back(world.staged);
            ASSERT_TRUE(taken_back) << taken_back.error().text();
            expect_whole(world);
            world.expect_clean();
        }
    }
};

TEST_P(NasFilePublisherCrash, PublishingAgainFinishesAfterAKillAtEveryStep) {
    stop_everywhere(Then::PublishAgain, Stop::Kill);
}

TEST_P(NasFilePublisherCrash, TakingBackLeavesOldOrNewAfterAKillAtEveryStep) {
    stop_everywhere(Then::TakeBack, Stop::Kill);
}

TEST_P(NasFilePublisherCrash, PublishingAgainFinishesAfterAPowerCutAtEveryStep) {
    stop_everywhere(Then::PublishAgain, Stop::PowerCut);
}

INSTANTIATE_TEST_SUITE_P(Works, NasFilePublisherCrash,
                         testing::Values(Case{"Made", jobs::Work::File, jobs::ReplacedFile::Remove},
                                         Case{"Moved", jobs::Work::Replace, jobs::ReplacedFile::Remove},
                                         Case{"MovedWithBackup", jobs::Work::Replace, jobs::ReplacedFile::KeepBackup}),
                         [](const auto& each) { return each.param.name; });

} // namespace
} // namespace framehand::storage
