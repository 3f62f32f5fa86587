// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/completion_script.h"

#include <CLI/CLI.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace framehand::cli {
namespace {

using testing::HasSubstr;

Grammar grammar() {
    CLI::App app("what it is", "tool");
    static bool flag = false;
    static std::string text;
    app.add_flag("--json", flag, "As JSON");
    app.add_option("--config", text, "The user's file")->type_name("FILE");
    CLI::App* group = app.add_subcommand("config", "Settings: all");
    group->add_subcommand("show", "Show them")->add_option("--key", text, "Only one")->type_name("KEY");
    app.add_subcommand("run", "Run it");
    return grammar_of(app);
}

TEST(CompletionScript, KnowsWhichFlagsTakeWhat) {
    const auto all = grammar();
    using Value = Grammar::Flag::Value;
    std::map<std::string, Value> found;
    for (const auto& flag : all.flags) {
        found[flag.name] = flag.value;
    }
    EXPECT_EQ(found, (std::map<std::string, Value>{
                         {"--help", Value::None}, {"--json", Value::None}, {"--config", Value::Path}}));
    ASSERT_EQ(all.verbs.size(), 2U);
    EXPECT_EQ(all.verbs[0].verbs[0].name, "show");
}

TEST(CompletionScript, BashCompletesVerbsInsideOfVerbs) {
    const auto script = bash_completion(grammar());
    EXPECT_THAT(script, HasSubstr("'config') words='show --help --json --config' ;;"));
    EXPECT_THAT(script, HasSubstr("'run') words='--help --json --config' files=yes ;;"));
    EXPECT_THAT(script, HasSubstr("complete -o filenames -F _tool tool"));
}

TEST(CompletionScript, NoHelpTextCanEndAString) {
    const auto script = zsh_completion(grammar());
    EXPECT_THAT(script, HasSubstr("'--config:The user’s file'"));
    EXPECT_THAT(script, HasSubstr("'config:Settings: all'"));
    EXPECT_THAT(fish_completion(grammar()), HasSubstr("-l config -r -F -d 'The user’s file'"));
}

TEST(CompletionScript, FishOffersAVerbOnlyInItsPlace) {
    const auto script = fish_completion(grammar());
    EXPECT_THAT(script, HasSubstr("-n 'not __fish_seen_subcommand_from config run' -f -a run -d 'Run it'"));
    EXPECT_THAT(script, HasSubstr("-n '__fish_seen_subcommand_from config; and not __fish_seen_subcommand_from show' "
                                  "-f -a show -d 'Show them'"));
    EXPECT_THAT(script, HasSubstr("__fish_seen_subcommand_from show' -l key -x -d 'Only one'"));
}

} // namespace
} // namespace framehand::cli
