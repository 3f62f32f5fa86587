// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/play_hint.h"

#include <gtest/gtest.h>

namespace framehand::cli {
namespace {

TEST(PlayHint, GivesAPathAndACommandThatCanBePasted) {
    EXPECT_EQ(play_hint("/nas/it's here/index.m3u8"),
              (std::vector<std::string>{"done: /nas/it's here/index.m3u8",
                                        "play it: ffplay '/nas/it'\\''s here/index.m3u8'   (or open it in VLC)"}));
}

TEST(ShellWord, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(shell_word("/a/b-c_1.m3u8"), "/a/b-c_1.m3u8");
    EXPECT_EQ(shell_word("$(x)"), "'$(x)'");
    EXPECT_EQ(shell_word(""), "''");
}

} // namespace
} // namespace framehand::cli
