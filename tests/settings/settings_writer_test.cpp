// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_writer.h"
#include "tests/support/rooted.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

const ValueContext kContext{test::rooted("/home/ann"), test::rooted("/base")};

std::string changed(const std::string& text, const std::string& key, const std::string& value) {
    const auto result = with_value(text, "f.yml", key, value, kContext);
    return result ? *result : "error: " + result.error().message;
}

TEST(SettingsWriter, KeepsCommentsOrderAndOtherLines) {
    EXPECT_EQ(changed("# head\nthreads: 1   # cores\n\nlog_level: info\n# tail", "threads", "4"),
              "# head\nthreads: 4   # cores\n\nlog_level: info\n# tail");
}

TEST(SettingsWriter, AppendsAMissingKey) {
    EXPECT_EQ(changed("", "threads", "4"), "threads: 4\n");
    EXPECT_EQ(changed("log_level: info", "threads", "4"), "log_level: info\nthreads: 4\n");
    EXPECT_EQ(changed("# only words\n", "threads", "4"), "# only words\nthreads: 4\n");
}

TEST(SettingsWriter, DoesNotMistakeACommentForTheKey) {
    EXPECT_EQ(changed("# threads: 1\n", "threads", "4"), "# threads: 1\nthreads: 4\n");
}

TEST(SettingsWriter, ReplacesQuotedKeysAndValues) {
    EXPECT_EQ(changed("\"threads\": \"1\" # \"x\"\n", "threads", "4"), "\"threads\": 4 # \"x\"\n");
    EXPECT_EQ(changed("data_dir: 'it''s # here' # c\n", "data_dir", "/x"), "data_dir: /x # c\n");
    EXPECT_EQ(changed("data_dir: \"a\\\"b\"\n", "data_dir", "/x"), "data_dir: /x\n");
}

TEST(SettingsWriter, GivesAValueToAKeyWithoutOne) {
    EXPECT_EQ(changed("threads:\n", "threads", "4"), "threads: 4\n");
    EXPECT_EQ(changed("threads: # how many\n", "threads", "4"), "threads: 4 # how many\n");
}

TEST(SettingsWriter, KeepsWindowsLineEnds) {
    EXPECT_EQ(changed("threads: 1\r\nlog_level: info\r\n", "threads", "4"), "threads: 4\r\nlog_level: info\r\n");
}

TEST(SettingsWriter, QuotesWhatYamlWouldRead) {
    EXPECT_EQ(changed("", "data_dir", "/with space/#1: \"x\""), "data_dir: \"/with space/#1: \\\"x\\\"\"\n");
    EXPECT_EQ(changed("", "data_dir", ""), "data_dir: \"\"\n");
    EXPECT_EQ(changed("", "data_dir", "~"), "data_dir: \"~\"\n");
    EXPECT_EQ(changed("", "data_dir", "~/x"), "data_dir: ~/x\n");
    EXPECT_EQ(changed("", "data_dir", "null"), "data_dir: \"null\"\n");
    EXPECT_EQ(changed("", "data_dir", "/b\xC3\xBCro"), "data_dir: \"/b\xC3\xBCro\"\n");
}

TEST(SettingsWriter, MayReplaceAWrongValue) {
    EXPECT_EQ(changed("threads: many\n", "threads", "4"), "threads: 4\n");
}

TEST(SettingsWriter, TakesAKeyOutAndLeavesAllElse) {
    const auto without = [](const std::string& text) {
        const auto result = without_key(text, "f.yml", "threads");
        return result ? *result : "error: " + result.error().message;
    };
    EXPECT_EQ(without("# head\nthreads: 1   # cores\nlog_level: info\n# tail"), "# head\nlog_level: info\n# tail");
    EXPECT_EQ(without("threads: 1"), "");
    EXPECT_EQ(without("log_level: info\r\nthreads: 1\r\n"), "log_level: info\r\n");
    EXPECT_EQ(without("log_level: info\n"), "log_level: info\n") << "it is not there";
    EXPECT_EQ(without("threads: many\n"), "") << "also a wrong one";
    const std::string by_hand =
        "error: f.yml:1: the form of this file is too special to change \"threads\" safely; edit it by hand";
    EXPECT_EQ(without("threads: >\n  1\n"), by_hand);
    EXPECT_EQ(without("{threads: 1, log_level: info}\n"), by_hand);
    EXPECT_EQ(without("threads: 1\nthreads: 2\n"), "error: f.yml:2: the key \"threads\" was already set in line 1");
    EXPECT_FALSE(without_key("", "f.yml", "treads"));
}

TEST(SettingsWriter, MakesAllChangesOrNone) {
    const std::string text = "threads: 1\nlog_level: info\n";
    const auto all =
        with_changes(text, "f.yml", {{"threads", "4"}, {"log_level", std::nullopt}, {"sync_interval", "5s"}}, kContext);
    ASSERT_TRUE(all) << all.error().text();
    EXPECT_EQ(*all, "threads: 4\nsync_interval: 5s\n");
    const auto none =
        with_changes(text, "f.yml", {{"threads", "4"}, {"log_level", "loud"}, {"treads", std::nullopt}}, kContext);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(none.error().message, "log_level: expected one of debug, info, warning, error, not \"loud\"\n"
                                    "unknown key \"treads\", did you mean \"threads\"?");
}

TEST(SettingsWriter, RefusesUnknownKeysAndWrongValues) {
    EXPECT_EQ(changed("", "treads", "4"), "error: unknown key \"treads\", did you mean \"threads\"?");
    EXPECT_EQ(changed("", "threads", "many"), "error: threads: expected a whole number from 0 to 1024, not \"many\"");
}

TEST(SettingsWriter, RefusesFormsThatItCannotEditSafely) {
    const std::string by_hand =
        "error: f.yml:1: the form of this file is too special to change \"threads\" safely; edit it by hand";
    EXPECT_EQ(changed("threads: >\n  1\n", "threads", "4"), by_hand);
    EXPECT_EQ(changed("{threads: 1}\n", "threads", "4"), by_hand);
    EXPECT_EQ(changed("threads: 1\nthreads: 2\n", "threads", "4"),
              "error: f.yml:2: the key \"threads\" was already set in line 1");
    EXPECT_TRUE(changed("log_level: info\n...\n", "threads", "4").starts_with("error: "));
    EXPECT_TRUE(changed("a: \"open\n", "threads", "4").starts_with("error: f.yml:"));
}

TEST(SettingsWriter, MakesFileAndFolder) {
    const test::TempFolder folder;
    const auto path = folder.path() / "deep" / "config.yml";
    ASSERT_TRUE(set_value(path, "threads", "4", "/home/ann"));
    ASSERT_TRUE(set_value(path, "log_level", "debug", "/home/ann"));
    EXPECT_EQ(folder.read("deep/config.yml"), "threads: 4\nlog_level: debug\n");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1);
}

TEST(SettingsWriter, GivesTheFileAModeForItsOwnerOnly) {
    const test::TempFolder folder;
    const auto path = folder.path() / "deep" / "config.yml";
    ASSERT_TRUE(set_value(path, "threads", "4", "/home/ann"));
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write);
    ASSERT_TRUE(set_value(path, "log_level", "debug", "/home/ann"));
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_read | perms::owner_write);
}

TEST(SettingsWriter, LeavesTheFileAloneWhenItRefuses) {
    const test::TempFolder folder;
    folder.write("config.yml", "threads: 1\n");
    EXPECT_FALSE(set_value(folder.path() / "config.yml", "threads", "many", "/home/ann"));
    EXPECT_FALSE(set_value(folder.path() / "missing.yml", "threads", "many", "/home/ann"));
    EXPECT_EQ(folder.read("config.yml"), "threads: 1\n");
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "missing.yml"));
}

TEST(SettingsWriter, FollowsALinkInsteadOfReplacingIt) {
    const test::TempFolder folder;
    folder.write("real/config.yml", "threads: 1\n");
    std::filesystem::create_symlink(folder.path() / "real" / "config.yml", folder.path() / "link.yml");
    ASSERT_TRUE(set_value(folder.path() / "link.yml", "threads", "4", "/home/ann"));
    EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link.yml"));
    EXPECT_EQ(folder.read("real/config.yml"), "threads: 4\n");
}

} // namespace
} // namespace framehand::settings
