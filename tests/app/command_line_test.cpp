// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/all_commands.h"
#include "app/framehandctl/command_line.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

CommandLine::Parsed parse(std::vector<std::string> arguments) {
    // Each line is parsed once: what it gives back points into it.
    static std::vector<std::unique_ptr<CommandLine>> kept;
    kept.push_back(std::make_unique<CommandLine>(all_commands()));
    return kept.back()->parse(std::move(arguments));
}

TEST(CommandLineTest, FindsTheVerb) {
    const auto parsed = parse({"submit", "heat.mkv", "--wait"});
    ASSERT_NE(parsed.command, nullptr) << parsed.text;
    EXPECT_EQ(parsed.command->name(), "submit");
    EXPECT_EQ(parsed.global.mode, OutputMode::Text);
    EXPECT_FALSE(parsed.global.config_path);
    EXPECT_TRUE(parsed.global.flags.empty());
}

TEST(CommandLineTest, TakesSettingsBeforeAndBehindTheVerb) {
    const auto parsed =
        parse({"--threads", "2", "jobs", "--json", "--sync-interval=3s", "--threads=4", "--config", "x.yml"});
    ASSERT_NE(parsed.command, nullptr) << parsed.text;
    EXPECT_EQ(parsed.global.mode, OutputMode::JsonLines);
    EXPECT_EQ(parsed.global.config_path, "x.yml");
    EXPECT_EQ(parsed.global.flags, (std::map<std::string, std::string>{{"threads", "4"}, {"sync_interval", "3s"}}));
}

TEST(CommandLineTest, EveryVerbHasHelpWithAnExample) {
    for (const auto& command : all_commands()) {
        const auto parsed = parse({std::string(command->name()), "--help"});
        EXPECT_EQ(parsed.command, nullptr);
        EXPECT_EQ(parsed.exit, ExitCode::Ok) << command->name();
        EXPECT_NE(parsed.text.find("Usage: framehandctl " + std::string(command->name())), std::string::npos)
            << parsed.text;
        EXPECT_NE(parsed.text.find("Example"), std::string::npos) << command->name();
        EXPECT_FALSE(command->description().empty());
        EXPECT_FALSE(command->description().ends_with('.')) << command->name();
    }
}

TEST(CommandLineTest, HelpOfTheProgramNamesVerbsSettingsAndExitCodes) {
    const auto parsed = parse({"--help"});
    EXPECT_EQ(parsed.exit, ExitCode::Ok);
    for (const char* word : {"submit", "doctor", "--nas-mount-path DIR", "Exit codes:", "WORKER_"}) {
        EXPECT_NE(parsed.text.find(word), std::string::npos) << word;
    }
}

struct Wrong {
    std::vector<std::string> arguments;
    std::string says;
};

class CommandLineRefuses : public testing::TestWithParam<Wrong> {};

TEST_P(CommandLineRefuses, AndSaysWhatWasMeant) {
    const auto parsed = parse(GetParam().arguments);
    EXPECT_EQ(parsed.command, nullptr);
    EXPECT_EQ(parsed.exit, ExitCode::Usage);
    EXPECT_NE(parsed.text.find(GetParam().says), std::string::npos) << parsed.text;
    EXPECT_NE(parsed.text.find("--help"), std::string::npos) << parsed.text;
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, CommandLineRefuses,
    testing::Values(Wrong{{}, "a verb is missing"}, Wrong{{"sumbit", "x"}, "did you mean \"submit\"?"},
                    Wrong{{"submit"}, "VIDEO"}, Wrong{{"submit", "a", "b"}, "unexpected \"b\""},
                    Wrong{{"submit", "a", "--rung", "720p"}, "did you mean \"--rungs\"?"},
                    Wrong{{"submit", "a", "--priority", "high"}, "priority"},
                    Wrong{{"config"}, "framehandctl config --help"},
                    Wrong{{"config", "sohw"}, "did you mean \"show\"?"}, Wrong{{"config", "set", "threads"}, "VALUE"},
                    Wrong{{"jobs", "--thread", "2"}, "did you mean \"--threads\"?"},
                    Wrong{{"verify", "x", "--level", "deep"}, "deep"}, Wrong{{"jobs", "--config"}, "config"}));

} // namespace
} // namespace framehand::cli
