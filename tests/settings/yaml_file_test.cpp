// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/yaml_file.h"

#include <gtest/gtest.h>

namespace framehand::settings {
namespace {

TEST(YamlFile, GivesEntriesWithTheirLines) {
    const auto entries = read_yaml_entries("# head\na: 1\n\n\"b\": 'two words' # tail\n", "f.yml");
    ASSERT_TRUE(entries) << entries.error().text();
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ((*entries)[0].key, "a");
    EXPECT_EQ((*entries)[0].line, 2);
    EXPECT_EQ((*entries)[1].key, "b");
    EXPECT_EQ((*entries)[1].value, "two words");
    EXPECT_EQ((*entries)[1].line, 4);
}

TEST(YamlFile, AnEmptyFileHasNoEntries) {
    for (const char* text : {"", "\n", "# only a comment\n", "---\n"}) {
        const auto entries = read_yaml_entries(text, "f.yml");
        ASSERT_TRUE(entries) << text;
        EXPECT_TRUE(entries->empty()) << text;
    }
}

TEST(YamlFile, KeepsRepeatedKeysForTheCallerToRefuse) {
    const auto entries = read_yaml_entries("a: 1\na: 2\n", "f.yml");
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ((*entries)[1].line, 2);
}

TEST(YamlFile, SaysWhatAValueIsInsteadOfAScalar) {
    const auto entries = read_yaml_entries("a: [1]\nb: {c: 1}\nd:\ne: ~\n", "f.yml");
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 4U);
    EXPECT_EQ((*entries)[0].instead_of_scalar, "a list");
    EXPECT_EQ((*entries)[1].instead_of_scalar, "a map");
    EXPECT_EQ((*entries)[2].instead_of_scalar, "no value");
    EXPECT_EQ((*entries)[3].instead_of_scalar, "no value");
}

TEST(YamlFile, NamesFileAndLineOfWhatIsNotYaml) {
    const auto entries = read_yaml_entries("a: 1\nb: [1, 2\nc: }\n", "dir/f.yml");
    ASSERT_FALSE(entries);
    EXPECT_EQ(entries.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_TRUE(entries.error().message.starts_with("dir/f.yml:")) << entries.error().message;
    EXPECT_FALSE(entries.error().message.starts_with("dir/f.yml:1:")) << entries.error().message;
}

TEST(YamlFile, RefusesOtherFormsThanAMap) {
    for (const char* text : {"- a\n- b\n", "just words\n", "a: 1\n---\nb: 2\n", "? [a, b]\n: 1\n"}) {
        EXPECT_FALSE(read_yaml_entries(text, "f.yml")) << text;
    }
}

TEST(YamlFile, SurvivesDeepNestingAndRawBytes) {
    EXPECT_FALSE(read_yaml_entries(std::string(100'000, '['), "f.yml"));
    EXPECT_FALSE(read_yaml_entries(std::string("a: \0\x01\x02: {", 9), "f.yml"));
}

TEST(YamlFile, ATextOfEndlessEmptyDocumentsIsRefused) {
    const auto entries = read_yaml_entries(",!2]\nthreads: sa:(b}\n? x\n: y\n&", "f.yml");
    ASSERT_FALSE(entries);
    EXPECT_NE(entries.error().text().find("f.yml:1: "), std::string::npos) << entries.error().text();
}

TEST(YamlFile, WhatIsInsideAValueIsNoEntry) {
    const auto entries = read_yaml_entries("a: {b: {c: 1}, d: [e, f]}\ng: [{h: 1}]\ni: &x 1\nj: *x\n", "f.yml");
    ASSERT_TRUE(entries) << entries.error().text();
    ASSERT_EQ(entries->size(), 4U);
    EXPECT_EQ((*entries)[0].instead_of_scalar, "a map");
    EXPECT_EQ((*entries)[1].instead_of_scalar, "a list");
    EXPECT_EQ((*entries)[2].value, "1");
    EXPECT_EQ((*entries)[3].instead_of_scalar, "an alias");
}

} // namespace
} // namespace framehand::settings
