// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_loader.h"
#include "tests/support/rooted.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

using test::rooted;

class SettingsLoader : public testing::Test {
protected:
    SettingsLoader() {
        m_request.dirs =
            xdg_dirs({{"XDG_CONFIG_HOME", m_folder.path().string()}}, rooted("/home/ann"), rooted("/current"));
        m_request.host_name = "den";
    }

    void write_file(const std::string& text) { m_folder.write("framehand/config.yml", text); }

    [[nodiscard]] std::string file() const { return (m_folder.path() / "framehand" / "config.yml").string(); }

    [[nodiscard]] std::string error() const {
        const auto loaded = load(m_request);
        return loaded ? "(no error)" : loaded.error().message;
    }

    test::TempFolder m_folder;
    LoadRequest m_request;
};

TEST_F(SettingsLoader, FillsDefaultsWhenNothingIsSet) {
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_FALSE(loaded->config_exists);
    EXPECT_EQ(loaded->config_path, file());
    EXPECT_EQ(loaded->settings.worker_id, "den");
    EXPECT_EQ(loaded->settings.data_dir, rooted("/home/ann/.local/share/framehand"));
    EXPECT_EQ(loaded->settings.temp_dir, rooted("/home/ann/.local/share/framehand/staging"));
    EXPECT_EQ(loaded->settings.sync_interval, base::Duration(10'000));
    for (const auto& [key, source] : loaded->sources) {
        EXPECT_EQ(source, "default") << key;
    }
}

TEST_F(SettingsLoader, PutsFlagBeforeEnvironmentBeforeFileBeforeDefault) {
    write_file("# mine\nsync_interval: 1s\nthreads: 1\nmax_attempts: 1\n");
    m_request.environment = {{"WORKER_SYNC_INTERVAL", "2s"}, {"WORKER_THREADS", "2"}};
    m_request.flags = {{"sync_interval", "3s"}};
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(loaded->settings.sync_interval, base::Duration(3'000));
    EXPECT_EQ(loaded->settings.threads, 2);
    EXPECT_EQ(loaded->settings.max_attempts, 1);
    EXPECT_EQ(loaded->settings.listen_port, 8787);
    EXPECT_EQ(loaded->sources.at("sync_interval"), "flag --sync-interval");
    EXPECT_EQ(loaded->sources.at("threads"), "environment WORKER_THREADS");
    EXPECT_EQ(loaded->sources.at("max_attempts"), file() + ":4");
    EXPECT_EQ(loaded->sources.at("listen_port"), "default");
}

TEST_F(SettingsLoader, StagingFollowsTheDataFolder) {
    m_request.flags = {{"data_dir", rooted("/var/lib/framehand").string()}};
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->settings.temp_dir, rooted("/var/lib/framehand/staging"));
}

TEST_F(SettingsLoader, TheOrchestratorIsThisMachinesOwnUntilOneIsNamed) {
    const auto url = [&](const std::string& text) {
        write_file(text);
        const auto loaded = load(m_request);
        return loaded ? loaded->settings.orchestrator_url : loaded.error().text();
    };
    EXPECT_EQ(url("threads: 1\n"), "http://127.0.0.1:8787");
    EXPECT_EQ(url("listen_port: 9000\n"), "http://127.0.0.1:9000");
    EXPECT_EQ(url("listen_port: 9000\nlisten_address: 192.168.1.7\n"), "http://192.168.1.7:9000");
    EXPECT_EQ(url("listen_port: 9000\nlisten_address: 0.0.0.0\n"), "http://127.0.0.1:9000");
    EXPECT_EQ(url("listen_port: 9000\nlisten_address: '::'\n"), "http://[::1]:9000");
    EXPECT_EQ(url("listen_port: 9000\nlisten_address: 'fe80::1'\n"), "http://[fe80::1]:9000");
    EXPECT_EQ(url("listen_port: 9000\norchestrator_url: http://nas:8787\n"), "http://nas:8787");
    EXPECT_EQ(url("listen_port: 0\n"), "http://127.0.0.1:8787");
}

TEST_F(SettingsLoader, KnowsTheShortNameOfTheWorkerId) {
    m_request.environment = {{"WORKER_ID", "short"}};
    EXPECT_EQ(load(m_request)->settings.worker_id, "short");
    m_request.environment = {{"WORKER_ID", "short"}, {"WORKER_WORKER_ID", "long"}};
    EXPECT_EQ(load(m_request)->settings.worker_id, "long");
}

TEST_F(SettingsLoader, CountsEmptyVariablesAsUnset) {
    m_request.environment = {{"WORKER_SYNC_INTERVAL", ""}, {"WORKER_ORCHESTRATOR_URL", ""}};
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(loaded->sources.at("orchestrator_url"), "default");
}

TEST_F(SettingsLoader, ResolvesPathsFromWhereTheyWereWritten) {
    write_file("nas_mount_path: nas\ntemp_dir: ~/staging\n");
    m_request.flags = {{"data_dir", "data"}};
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(loaded->settings.nas_mount_path, m_folder.path() / "framehand" / "nas");
    EXPECT_EQ(loaded->settings.temp_dir, rooted("/home/ann/staging"));
    EXPECT_EQ(loaded->settings.data_dir, rooted("/current/data"));
}

TEST_F(SettingsLoader, RefusesUnknownKeysWithFileLineAndSuggestion) {
    write_file("\n\n\n\n\n\norchestrator_ulr: http://nas:1\n");
    EXPECT_EQ(error(), file() + ":7: unknown key \"orchestrator_ulr\", did you mean \"orchestrator_url\"?");
}

TEST_F(SettingsLoader, RefusesWrongValuesWithFileLineKeyAndWhatIsExpected) {
    write_file("log_level: info\nlisten_port: 70000\n");
    EXPECT_EQ(error(), file() + ":2: listen_port: expected a whole number from 0 to 65535, not \"70000\"");
}

TEST_F(SettingsLoader, RefusesListsMapsAndMissingValues) {
    write_file("threads: [1, 2]\nlog_level: {a: b}\nmax_attempts:\n");
    EXPECT_EQ(error(), file() + ":1: threads: expected a whole number from 0 to 1024, not a list\n" + file() +
                           ":2: log_level: expected one of debug, info, warning, error, not a map\n" + file() +
                           ":3: max_attempts: expected a whole number from 1 to 100, not no value");
}

TEST_F(SettingsLoader, RefusesDuplicateKeysWithBothLines) {
    write_file("threads: 1\nlog_level: info\nthreads: 2\n");
    EXPECT_EQ(error(), file() + ":3: the key \"threads\" was already set in line 1");
}

TEST_F(SettingsLoader, ReportsMistakesOfAllPlacesAtOnce) {
    write_file("treads: 1\n");
    m_request.environment = {{"WORKER_THREADS", "many"}};
    m_request.flags = {{"log_level", "loud"}, {"no_such_thing_at_all", "x"}};
    EXPECT_EQ(error(),
              file() + ":1: unknown key \"treads\", did you mean \"threads\"?\n" +
                  "environment WORKER_THREADS: threads: expected a whole number from 0 to 1024, not \"many\"\n" +
                  "flag --log-level: log_level: expected one of debug, info, warning, error, not \"loud\"\n" +
                  "flag: unknown key \"no_such_thing_at_all\"");
}

TEST_F(SettingsLoader, RefusesAFileThatIsNotYaml) {
    write_file("threads: \"1\nlog_level: info\n");
    EXPECT_TRUE(error().starts_with(file() + ":")) << error();
}

TEST_F(SettingsLoader, RefusesAMissingExplicitFile) {
    m_request.config_path = m_folder.path() / "other.yml";
    const auto loaded = load(m_request);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, base::ErrorCode::NotFound);
    EXPECT_NE(loaded.error().message.find("other.yml"), std::string::npos);
}

TEST_F(SettingsLoader, RefusesAFolderAsFile) {
    m_request.config_path = m_folder.path();
    EXPECT_FALSE(load(m_request));
}

TEST_F(SettingsLoader, ReadsAnExplicitFileInsteadOfTheDefaultOne) {
    write_file("threads: 1\n");
    m_folder.write("other.yml", "threads: 2\n");
    m_request.config_path = m_folder.path() / "other.yml";
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(loaded->settings.threads, 2);
}

TEST_F(SettingsLoader, WarnsOfVariablesThatLookMistyped) {
    m_request.environment = {{"WORKER_ORCHESTRATOR_ULR", "x"}, {"WORKER_COLOUR_OF_THE_DOOR", "x"}, {"PATH", "x"}};
    const auto loaded = load(m_request);
    ASSERT_TRUE(loaded);
    ASSERT_EQ(loaded->warnings.size(), 1U);
    EXPECT_EQ(loaded->warnings.front(), "environment WORKER_ORCHESTRATOR_ULR is not a setting, did you mean "
                                        "\"WORKER_ORCHESTRATOR_URL\"?");
}

TEST_F(SettingsLoader, ReplacesAHostNameThatIsNoWorkerId) {
    m_request.host_name = "Ann's PC";
    EXPECT_EQ(load(m_request)->settings.worker_id, "framehand-worker");
}

} // namespace
} // namespace framehand::settings
