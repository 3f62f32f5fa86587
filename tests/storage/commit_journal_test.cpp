// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/commit_journal.h"
#include "tests/support/fault_file_system.h"

#include <gtest/gtest.h>

namespace framehand::test {
namespace {

using base::ErrorCode;
using storage::CommitJournal;

CommitJournal sample() {
    CommitJournal journal;
    journal.phase = CommitJournal::Phase::Copied;
    journal.job_id = "job 7";
    journal.package_id = "00000000000b";
    journal.destination = "films/a";
    journal.multivariant = "index.m3u8";
    journal.multivariant_sha256 = std::string(64, 'a');
    journal.bytes = 12345;
    journal.parents = {"", "1080p"};
    journal.version_dirs = {"1080p/v-00000000000b", "v-00000000000b"};
    journal.aliases = {{"1080p/playlist.m3u8", std::string(64, 'b')}};
    journal.made_dirs = {"films", "films/a"};
    journal.old_multivariant_sha256 = std::string(64, 'c');
    journal.old_version_dirs = {"720p/v-00000000000a"};
    journal.old_aliases = {"720p/playlist.m3u8"};
    return journal;
}

TEST(CommitJournal, ReadsBackWhatItWrote) {
    FaultFileSystem files;
    files.put_directory("/staging/7");
    EXPECT_FALSE(storage::load_journal(files, "/staging/7/commit.json")->has_value());
    using Phase = CommitJournal::Phase;
    for (const Phase phase : {Phase::Prepared, Phase::Copied, Phase::Swapped, Phase::Undoing}) {
        CommitJournal journal = sample();
        journal.phase = phase;
        ASSERT_TRUE(storage::save_journal(files, "/staging/7/commit.json", journal));
        const auto loaded = storage::load_journal(files, "/staging/7/commit.json");
        ASSERT_TRUE(loaded && *loaded);
        EXPECT_EQ(to_json(**loaded), to_json(journal));
        EXPECT_EQ((*loaded)->phase, phase);
    }
    ASSERT_TRUE(storage::erase_journal(files, "/staging/7/commit.json"));
    files.lose_power(0);
    EXPECT_TRUE(files.names("/staging/7").empty());
}

TEST(CommitJournal, RefusesPathsThatWouldRemoveSomethingElse) {
    const auto refuses = [](const char* key, const base::Json& value) {
        base::Json json = to_json(sample());
        json[key] = value;
        const auto journal = storage::commit_journal_from_json(json);
        return !journal && journal.error().code == ErrorCode::CorruptData &&
               journal.error().message.find(key) != std::string::npos;
    };
    EXPECT_TRUE(refuses("old_version_dirs", {"1080p"}));
    EXPECT_TRUE(refuses("old_version_dirs", {"../v-00000000000a"}));
    EXPECT_TRUE(refuses("old_version_dirs", {"/v-00000000000a"}));
    EXPECT_TRUE(refuses("version_dirs", {"1080p/v-00000000000a/00000.m4s"}));
    EXPECT_TRUE(refuses("version_dirs", "1080p"));
    EXPECT_TRUE(refuses("old_aliases", {"../index.m3u8"}));
    EXPECT_TRUE(refuses("aliases", base::Json::array({{{"path", "/etc/passwd"}, {"sha256", ""}}})));
    EXPECT_TRUE(refuses("made_dirs", {""}));
    EXPECT_TRUE(refuses("parents", {".."}));
    EXPECT_TRUE(refuses("destination", "../elsewhere"));
    EXPECT_TRUE(refuses("multivariant", "a/index.m3u8"));
    EXPECT_TRUE(refuses("package_id", "*"));
    EXPECT_TRUE(refuses("phase", "done"));
}

TEST(CommitJournal, NamesTheFileThatItCannotRead) {
    FaultFileSystem files;
    for (const std::string text : {"", "{", "[]", "null", "{\"version\": 2}", "{\"version\": \"1\"}"}) {
        files.put_file("/staging/7/commit.json", text);
        const auto journal = storage::load_journal(files, "/staging/7/commit.json");
        ASSERT_FALSE(journal) << text;
        EXPECT_NE(journal.error().text().find("/staging/7/commit.json"), std::string::npos) << journal.error().text();
        EXPECT_EQ(journal.error().code,
                  text.find("\": 2") == std::string::npos ? ErrorCode::CorruptData : ErrorCode::Unsupported);
    }
}

} // namespace
} // namespace framehand::test
