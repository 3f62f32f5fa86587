// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/xml_reader.h"

#include <gtest/gtest.h>

namespace framehand::media::verify {
namespace {

TEST(XmlReaderTest, ReadsElementsAttributesAndText) {
    const auto root =
        parse_xml("<?xml version=\"1.0\"?>\n<!-- a -->\n<a x='1' y = \"&lt;&#65;&#x42;\">t<b/>u<!-- c --><b z=\"\">"
                  "v</b ></a>\n");
    ASSERT_TRUE(root) << root.error().text();
    EXPECT_EQ(root->name, "a");
    EXPECT_EQ(root->attribute("x"), "1");
    EXPECT_EQ(root->attribute("y"), "<AB");
    EXPECT_EQ(root->attribute("none"), "");
    EXPECT_EQ(root->text, "tu");
    ASSERT_EQ(root->children_of("b").size(), 2U);
    EXPECT_EQ(root->children_of("b")[1]->text, "v");
    EXPECT_EQ(root->child("c"), nullptr);
}

class BadXmlTest : public testing::TestWithParam<const char*> {};

TEST_P(BadXmlTest, IsRefused) {
    const auto root = parse_xml(GetParam());
    ASSERT_FALSE(root);
    EXPECT_EQ(root.error().code, base::ErrorCode::CorruptData);
}

INSTANTIATE_TEST_SUITE_P(Documents, BadXmlTest,
                         testing::Values("", "text", "<a", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a x/>",
                                         "<a x=\"1\" x=\"2\"/>", "<a>&none;</a>", "<a>&#0;</a>", "<a>&amp</a>",
                                         "<!DOCTYPE a><a/>", "<a><!-- </a>", "<a x=\"<\"/>", "<a><![CDATA[x]]></a>"));

TEST(XmlReaderTest, RefusesNestingWithoutEnd) {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "<a>";
    }
    EXPECT_FALSE(parse_xml(deep));
}

TEST(XmlReaderTest, NeverReadsBeyondACutDocument) {
    const std::string whole = "<?xml?><a x=\"&amp;1\"><b>t</b><!-- c --></a>";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(parse_xml(std::string_view(whole).substr(0, size))) << size;
    }
}

} // namespace
} // namespace framehand::media::verify
