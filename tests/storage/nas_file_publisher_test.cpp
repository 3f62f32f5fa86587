// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/storage/nas_file_publisher.h"
#include "tests/platform/this_system.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::storage {
namespace {

using testing::AnyOf;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kOldFilm = "the old film";
constexpr const char* kNewFilm = "the new film, which is longer";
constexpr const char* kTarget = "/nas/films/a/film.mkv";

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

    /// publish(), which is killed at a step if it has so many.
    bool is_killed_at(std::size_t step) {
        files.kill_at_step(step);
        bool killed = false;
        try {
            EXPECT_TRUE(publish());
        } catch (const test::ProcessKilled&) {
            killed = true;
        }
        files.lift_faults();
        return killed;
    }

    /// The first try ends at the rename into place, as while somebody holds the old file open.
    void publish_while_held() {
        const bool backup = job.file->replaced == jobs::ReplacedFile::KeepBackup;
        const std::size_t rename = backup ? 4 : 2; // of the calls that name the target
        files.fail({.call = rename, .code = base::ErrorCode::Unavailable, .under = kTarget});
        EXPECT_FALSE(publish());
        files.lift_faults();
        ASSERT_TRUE(is_ready()) << "it did not come as far as to the rename";
    }

    [[nodiscard]] std::optional<FileJournal> journal() const {
        return load_file_journal(files, staged.dir / "file.json").value();
    }

    [[nodiscard]] bool is_ready() const {
        const auto now = journal();
        return now && now->phase == FileJournal::Phase::Ready;
    }

    /// The copy that waits beside the target.
    [[nodiscard]] std::string waiting() const { return "/nas/" + journal()->hidden + "/new"; }

    [[nodiscard]] std::string target() const { return files.content(kTarget).value_or("(none)"); }

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

TEST(NasFilePublisher, ACopyThatWasSpoiledMeanwhileIsMadeAnewAfterAKillAtEveryStep) {
    bool killed = true;
    for (std::size_t step = 1; killed; ++step) {
        SCOPED_TRACE("killed at step " + std::to_string(step));
        World world(jobs::Work::File);
        world.files.put_file(kTarget, kOldFilm);
        ASSERT_NO_FATAL_FAILURE(world.publish_while_held());
        world.files.put_file(world.waiting(), "the new"); // as far as a server had it that lost power
        killed = world.is_killed_at(step);
        EXPECT_THAT(world.target(), AnyOf(kOldFilm, kNewFilm));
        ASSERT_TRUE(world.publish());
        EXPECT_EQ(world.target(), kNewFilm);
        ASSERT_TRUE(world.publisher.take_back(world.staged));
        world.expect_clean();
    }
}

TEST(NasFilePublisher, ACopyThatIsMadeAnewIsProvenAnew) {
    World world(jobs::Work::File);
    world.files.put_file(kTarget, kOldFilm);
    ASSERT_NO_FATAL_FAILURE(world.publish_while_held());
    world.files.put_file(world.waiting(), "the new");
    world.files.corrupt_copy_to(world.waiting());
    const auto refused = world.publish();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::CorruptData);
    EXPECT_EQ(world.target(), kOldFilm);
    ASSERT_TRUE(world.publish()) << "of the right size, and never proven";
    EXPECT_EQ(world.target(), kNewFilm);
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    world.expect_clean();
}

TEST(NasFilePublisher, TheBackupIsWhatTheOldFileWasInTheEnd) {
    World world(jobs::Work::Replace, jobs::ReplacedFile::KeepBackup);
    ASSERT_NO_FATAL_FAILURE(world.publish_while_held());
    world.files.put_file(kTarget, "the old film, and its end"); // by the one who held it
    ASSERT_TRUE(world.publish());
    EXPECT_EQ(world.target(), kNewFilm);
    EXPECT_EQ(world.files.content("/nas/films/a/film.mkv.bak"), "the old film, and its end");
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    world.expect_clean();
}

TEST(NasFilePublisher, TheBackupStaysWhereTheOldFileIsRemovedMeanwhile) {
    World world(jobs::Work::Replace, jobs::ReplacedFile::KeepBackup);
    ASSERT_NO_FATAL_FAILURE(world.publish_while_held());
    ASSERT_TRUE(world.files.remove(kTarget));
    ASSERT_TRUE(world.publish());
    EXPECT_EQ(world.target(), kNewFilm);
    EXPECT_EQ(world.files.content("/nas/films/a/film.mkv.bak"), kOldFilm);
    ASSERT_TRUE(world.publisher.take_back(world.staged));
    world.expect_clean();
}

TEST(NasFilePublisher, AReaderThatHoldsTheOldFileOpenOnlyDelaysIt) {
    const test::TempFolder folder;
    const test::Disk disk;
    folder.write("nas/films/film.mkv", kOldFilm);
    jobs::Job job;
    job.job_id = "job-1";
    job.work = jobs::Work::File;
    job.file = jobs::FileTarget{"films/film.mkv", "mkv", jobs::ReplacedFile::Remove};
    const auto staged = StagingArea(folder.path() / "temp", disk).locate(job.job_id);
    folder.write(staged.package_dir / "film.mkv", kNewFilm);
    jobs::PackageManifest manifest;
    manifest.layout.package_id = "0123456789ab";
    manifest.files = {{"film.mkv", std::string(kNewFilm).size(), base::sha256_hex(kNewFilm)}};
    const NasRoot nas(folder.path() / "nas", disk);
    NasFilePublisher publisher(disk, nas);

    auto reader = test::hold_open(folder.path() / "nas/films/film.mkv");
    ASSERT_NE(reader, nullptr);
    if (const auto refused = publisher.publish({job, manifest, staged, 0}, {}); !refused) {
        EXPECT_EQ(refused.error().code, base::ErrorCode::Unavailable);
        EXPECT_THAT(refused.error().text(), HasSubstr("film.mkv is open in another program"));
        EXPECT_EQ(folder.read("nas/films/film.mkv"), kOldFilm);
    }
    reader.reset();
    const auto published = publisher.publish({job, manifest, staged, 0}, {});
    ASSERT_TRUE(published) << published.error().text();
    EXPECT_EQ(folder.read("nas/films/film.mkv"), kNewFilm);
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
            killed = world.is_killed_at(step);
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

// A file that somebody holds open is Unavailable, and so is a share that went away, at whatever call.
TEST_P(NasFilePublisherCrash, WhatWaitsForItsRenameIsNotCopiedAgain) {
    using When = test::FaultFileSystem::When;
    std::size_t waited = 0;
    for (const auto when : {When::Before, When::After}) {
        bool failed = true;
        for (std::size_t call = 1; failed && !HasFailure(); ++call) {
            SCOPED_TRACE("away at call " + std::to_string(call));
            World world(GetParam().work, GetParam().replaced);
            std::vector<std::string> changed;
            world.files.on_step([&](const auto& path) {
                changed.push_back(path.generic_string());
                const bool moves = GetParam().work == jobs::Work::Replace;
                EXPECT_FALSE(moves && path.filename() == "new") << "on one disk it is never copied";
                expect_whole(world);
            });
            world.files.fail({.call = call, .code = base::ErrorCode::Unavailable, .when = when});
            const auto first = world.publish();
            failed = world.files.has_failed();
            world.files.lift_faults();
            ASSERT_EQ(static_cast<bool>(first), !failed);
            if (failed) {
                EXPECT_THAT(first.error().text(), HasSubstr("injected failure")) << "the reason must be told";
                const bool waits = world.is_ready();
                changed.clear();
                const auto second = world.publish();
                ASSERT_TRUE(second) << second.error().text();
                if (waits) {
                    ++waited;
                    EXPECT_THAT(changed, Each(Not(HasSubstr(".framehand"))));
                }
            }
            EXPECT_EQ(world.target(), kNewFilm);
            ASSERT_TRUE(world.publisher.take_back(world.staged));
            expect_whole(world);
            world.expect_clean();
        }
    }
    EXPECT_GT(waited, 2U);
}

INSTANTIATE_TEST_SUITE_P(Works, NasFilePublisherCrash,
                         testing::Values(Case{"Made", jobs::Work::File, jobs::ReplacedFile::Remove},
                                         Case{"Moved", jobs::Work::Replace, jobs::ReplacedFile::Remove},
                                         Case{"MovedWithBackup", jobs::Work::Replace, jobs::ReplacedFile::KeepBackup}),
                         [](const auto& each) { return each.param.name; });

} // namespace
} // namespace framehand::storage
