// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/escape.h"

#include <gtest/gtest.h>

namespace framehand::base {
namespace {

TEST(Escape, LeavesOnlyUnreservedCharactersOfAUri) {
    EXPECT_EQ(escape_uri_path("a b/\xC3\xA9+=~.mp4"), "a%20b/%C3%A9%2B%3D~.mp4");
    EXPECT_EQ(escape_uri_component("a/b"), "a%2Fb");
    EXPECT_EQ(escape_uri_component(std::string("\0\xFF", 2)), "%00%FF");
}

TEST(Escape, WritesTextThatXmlReadsBack) {
    EXPECT_EQ(escape_xml("Tom & \"Jerry\" <3>"), "Tom &amp; &quot;Jerry&quot; &lt;3&gt;");
    EXPECT_EQ(escape_xml("a\nb\x01"), "a b ");
}

} // namespace
} // namespace framehand::base
