// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/wide_text.h"

#include <gtest/gtest.h>

namespace framehand::platform {
namespace {

TEST(WideText, GoesThereAndBackInAnyScript) {
    for (const std::string text : {"", "film.mkv", "Über die Brücke", "映画", "🎬 clap", "a\nb"}) {
        EXPECT_EQ(to_utf8(to_wide(text)), text);
    }
    EXPECT_EQ(to_wide("🎬"), (std::wstring{wchar_t(0xD83C), wchar_t(0xDFAC)}));
    EXPECT_EQ(to_wide(std::string_view("a\0b", 3)), std::wstring(L"a\0b", 3));
}

TEST(WideText, MarksWhatIsNoTextInsteadOfLosingTheRest) {
    EXPECT_EQ(to_wide("a\xFFz").substr(0, 2), (std::wstring{L'a', wchar_t(0xFFFD)}));
    EXPECT_EQ(to_wide("a\xFFz").back(), L'z');
    EXPECT_EQ(to_utf8(std::wstring{L'a', wchar_t(0xD83C), L'z'}), "a\xEF\xBF\xBDz");
}

} // namespace
} // namespace framehand::platform
