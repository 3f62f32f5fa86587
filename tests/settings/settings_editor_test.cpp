// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/field_table.h"
#include "core/settings/settings_editor.h"
#include "tests/support/rooted.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace framehand::settings {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SettingsEditorTest : public testing::Test {
protected:
    SettingsEditorTest() {
        request.dirs = xdg_dirs({}, folder.path(), test::rooted("/"));
        request.config_path = folder.path() / "config.yml";
        request.host_name = "den";
        request.environment = {{"WORKER_THREADS", "3"}};
        request.flags = {{"log_level", "debug"}};
        folder.write("config.yml", "# mine\nsync_interval: 5s\nnas_mount_path: nas\n");
    }

    SettingsEditor editor() {
        auto loaded = load(request);
        EXPECT_TRUE(loaded) << loaded.error().text();
        return {request, std::move(*loaded)};
    }

    static base::Json find(const base::Json& described, const std::string& key) {
        for (const auto& field : described["fields"]) {
            if (field["key"] == key) {
                return field;
            }
        }
        return {};
    }

    test::TempFolder folder;
    LoadRequest request;
};

TEST_F(SettingsEditorTest, DescribesEveryKey) {
    const auto described = editor().describe();
    ASSERT_TRUE(described) << described.error().text();
    EXPECT_EQ((*described)["config_path"], (folder.path() / "config.yml").string());
    EXPECT_EQ((*described)["fields"].size(), fields().size());
    EXPECT_EQ(find(*described, "sync_interval"), (base::Json{{"key", "sync_interval"},
                                                             {"group", "worker"},
                                                             {"help", "How often the worker asks for a job"},
                                                             {"expects", "a time from 100ms to 1h, such as 10s"},
                                                             {"default", "10s"},
                                                             {"value", "5s"},
                                                             {"source", (folder.path() / "config.yml").string() + ":2"},
                                                             {"applies", "at_once"}}));
    EXPECT_EQ(find(*described, "worker_id")["default"], "den");
    EXPECT_EQ(find(*described, "threads")["source"], "environment WORKER_THREADS");
    EXPECT_EQ(find(*described, "threads")["applies"], "next_job");
    EXPECT_EQ(find(*described, "while_in_use")["group"], "when");
    EXPECT_EQ(find(*described, "listen_port")["group"], "orchestrator");
    EXPECT_EQ(find(*described, "data_dir")["group"], "both");
}

TEST_F(SettingsEditorTest, SaysFromWhenOnEachChangeHoldsAndWhoElseHasASay) {
    auto edited = editor();
    const auto outcome = edited.set({{"sync_interval", std::nullopt},
                                     {"while_in_use", "run"},
                                     {"max_source_duration", "2h"},
                                     {"listen_port", "9000"},
                                     {"threads", "4"},
                                     {"log_level", "error"},
                                     {"keep_awake", "on"}});
    ASSERT_TRUE(outcome) << outcome.error().text();
    EXPECT_THAT(outcome->at_once, ElementsAre("sync_interval", "while_in_use"));
    EXPECT_THAT(outcome->next_job, ElementsAre("max_source_duration"));
    EXPECT_THAT(outcome->restart, ElementsAre("listen_port"));
    EXPECT_EQ(outcome->overridden, (std::map<std::string, std::string>{{"log_level", "flag --log-level"},
                                                                       {"threads", "environment WORKER_THREADS"}}));
    EXPECT_EQ(folder.read("config.yml"), "# mine\nnas_mount_path: nas\nkeep_awake: on\nlisten_port: 9000\n"
                                         "log_level: error\nmax_source_duration: 2h\nthreads: 4\nwhile_in_use: run\n");
    const auto& now = edited.in_force();
    EXPECT_EQ(now.settings.sync_interval, base::Duration{10'000});
    EXPECT_EQ(now.sources.at("sync_interval"), "default");
    EXPECT_EQ(now.settings.while_in_use, While::Run);
    EXPECT_EQ(now.settings.listen_port, 8787) << "not before the restart";
    const auto described = edited.describe();
    ASSERT_TRUE(described);
    EXPECT_EQ(find(*described, "listen_port")["value"], "9000");
    EXPECT_EQ(find(*described, "listen_port")["in_force"], "8787");
    EXPECT_FALSE(find(*described, "while_in_use").contains("in_force"));
    const auto back = edited.set({{"listen_port", std::nullopt}});
    ASSERT_TRUE(back);
    EXPECT_THAT(back->restart, IsEmpty()) << "what is in force is wanted again";
}

TEST_F(SettingsEditorTest, WritesAllOrNothing) {
    auto edited = editor();
    const auto before = folder.read("config.yml");
    const auto refused = edited.set({{"sync_interval", "1s"}, {"max_attempts", "none"}, {"nonsense", "1"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_THAT(refused.error().message, HasSubstr("max_attempts: "));
    EXPECT_THAT(refused.error().message, HasSubstr("nonsense"));
    EXPECT_EQ(folder.read("config.yml"), before);
    EXPECT_EQ(edited.in_force().settings.sync_interval, base::Duration{5'000});
    EXPECT_EQ(edited.check({{"sync_interval", "1s"}, {"max_attempts", "none"}}).size(), 1U);
    EXPECT_THAT(edited.check({{"sync_interval", std::nullopt}}), IsEmpty());
}

TEST_F(SettingsEditorTest, TellsOfAMistakeThatSomebodyMadeInTheFileMeanwhile) {
    auto edited = editor();
    folder.write("config.yml", "while_in_use: maybe\n");
    const auto refused = edited.set({{"sync_interval", "1s"}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("config.yml:1: while_in_use: "));
    EXPECT_EQ(folder.read("config.yml"), "while_in_use: maybe\n");
    EXPECT_TRUE(edited.set({{"while_in_use", "run"}})) << "which mends it";
    EXPECT_EQ(edited.in_force().settings.sync_interval, base::Duration{10'000}) << "the line is gone from the file";
}

TEST_F(SettingsEditorTest, MakesAFileThatIsMissing) {
    std::filesystem::remove(folder.path() / "config.yml");
    request.dirs.config_file = folder.path() / "fresh" / "config.yml";
    request.config_path.reset();
    auto edited = editor();
    ASSERT_TRUE(edited.set({{"nas_mount_path", "/mnt/nas"}}));
    EXPECT_EQ(folder.read("fresh/config.yml"), "nas_mount_path: /mnt/nas\n");
}

TEST(SettingsChanges, AreTextsOrNulls) {
    const auto changes = changes_from_json({{"values", {{"threads", "4"}, {"log_level", nullptr}}}});
    ASSERT_TRUE(changes);
    EXPECT_EQ(*changes, (Changes{{"threads", "4"}, {"log_level", std::nullopt}}));
    for (const char* wrong : {R"({})", R"({"values": 5})", R"({"values": {"threads": 4}})"}) {
        const auto refused = changes_from_json(base::Json::parse(wrong));
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(refused.error().code, base::ErrorCode::InvalidArgument);
    }
}

TEST_F(SettingsEditorTest, TellsWhatChangesWouldMakeOfTheSettingsAndWritesNothing) {
    const auto made = editor().with({{"sync_interval", "7s"}, {"threads", "5"}, {"log_level", "error"}});
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(made->sync_interval.count(), 7000);
    EXPECT_EQ(made->threads, 5) << "before the environment";
    EXPECT_EQ(made->log_level, base::LogLevel::Error) << "and before a flag";
    EXPECT_EQ(made->nas_mount_path, folder.path() / "nas") << "as it is on the disk";
    EXPECT_EQ(folder.read("config.yml"), "# mine\nsync_interval: 5s\nnas_mount_path: nas\n");
    const auto without = editor().with({{"sync_interval", std::nullopt}, {"threads", std::nullopt}});
    ASSERT_TRUE(without);
    EXPECT_EQ(without->sync_interval.count(), 10'000);
    EXPECT_EQ(without->threads, 3) << "what holds without the file";
    folder.write("config.yml", "sync_interval: 6s\n");
    EXPECT_EQ(editor().with({})->sync_interval.count(), 6000);
    const auto wrong = editor().with({{"sync_interval", "soon"}, {"thread", "1"}});
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().message, HasSubstr("sync_interval: expected"));
    EXPECT_THAT(wrong.error().message, HasSubstr("unknown key \"thread\""));
}

TEST_F(SettingsEditorTest, AUrlWithAPasswordIsRefusedWithoutIt) {
    const auto mistakes = editor().check({{"redis_url", "redis://ann:tell-nobody@nas:6379/0"}});
    ASSERT_TRUE(mistakes.contains("redis_url"));
    EXPECT_THAT(mistakes.at("redis_url"), HasSubstr("without a password"));
    EXPECT_THAT(mistakes.at("redis_url"), testing::Not(HasSubstr("tell-nobody")));
    EXPECT_THAT(editor().check({{"redis_url", "http://nas:6379"}}).at("redis_url"), HasSubstr("http://nas:6379"));
}

} // namespace
} // namespace framehand::settings
