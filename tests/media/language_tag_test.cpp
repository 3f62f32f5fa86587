// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/language_tag.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

TEST(LanguageTagTest, UsesTheShortestForm) {
    EXPECT_EQ(language_tag("eng"), "en");
    EXPECT_EQ(language_tag("ger"), "de");
    EXPECT_EQ(language_tag("deu"), "de");
    EXPECT_EQ(language_tag("ENG"), "en");
}

TEST(LanguageTagTest, KeepsWhatHasNoShorterForm) {
    EXPECT_EQ(language_tag("gsw"), "gsw");
    EXPECT_EQ(language_tag("pt-BR"), "pt-BR");
    EXPECT_EQ(language_tag("und"), "und");
}

TEST(LanguageTagTest, RefusesNonsense) {
    EXPECT_EQ(language_tag(""), "und");
    EXPECT_EQ(language_tag("english, I think"), "und");
    EXPECT_EQ(language_tag("e\"n"), "und");
    EXPECT_EQ(language_tag("en-"), "und");
    EXPECT_EQ(language_tag(std::string(40, 'x')), "und");
}

} // namespace
} // namespace framehand::media
