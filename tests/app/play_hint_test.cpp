// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/play_hint.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

constexpr bool kWindows = std::filesystem::path::preferred_separator == '\\';

TEST(PlayHint, GivesAPathAndACommandThatCanBePasted) {
    EXPECT_EQ(
        play_hint("/nas/it's here/index.m3u8"),
        kWindows
            ? (std::vector<std::string>{R"(done: \nas\it's here\index.m3u8)",
                                        R"(play it: ffplay "\nas\it's here\index.m3u8"   (or open it in VLC))"})
            : (std::vector<std::string>{"done: /nas/it's here/index.m3u8",
                                        R"(play it: ffplay '/nas/it'\''s here/index.m3u8'   (or open it in VLC))"}));
}

TEST(ShellWord, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(shell_word("/a/b-c_1.m3u8"), "/a/b-c_1.m3u8");
    EXPECT_EQ(shell_word("$(x)"), kWindows ? "\"$(x)\"" : "'$(x)'");
    EXPECT_EQ(shell_word(""), kWindows ? "\"\"" : "''");
}

} // namespace
} // namespace framehand::cli
