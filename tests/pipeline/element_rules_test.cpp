// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/element_rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace framehand::pipeline {
namespace {

TEST(ElementRules, AllowWhatTranscodesAndNothingThatReachesOut) {
    for (const char* name : {"videoconvert", "x264enc", "avenc_aac", "avdec_h264", "mp4mux", "decodebin", "capsfilter",
                             "bin", "queue", "progressreport"}) {
        EXPECT_TRUE(is_allowed_element(name)) << name;
    }
    for (const char* name : {"fdsrc",
                             "fdsink",
                             "multifilesink",
                             "splitmuxsink",
                             "souphttpsrc",
                             "tcpclientsink",
                             "udpsink",
                             "rtspsrc",
                             "giosrc",
                             "uridecodebin",
                             "playbin",
                             "urisourcebin",
                             "shout2send",
                             "v4l2src",
                             "pulsesink",
                             "ximagesrc",
                             "queue2",
                             "downloadbuffer",
                             "avmux_hls",
                             "avdemux_mxf",
                             "",
                             "x264en",
                             "x264enc ",
                             "avdec",
                             "*"}) {
        EXPECT_FALSE(is_allowed_element(name)) << name;
    }
}

TEST(ElementRules, KnowThePropertiesThatSayWhereSomethingLies) {
    for (const char* name : {"location", "multipass-cache-file", "faststart-file", "moov-recovery-file", "uri",
                             "temp-template", "device", "log-path"}) {
        EXPECT_TRUE(names_a_place(name)) << name;
    }
    for (const char* name : {"name", "profile", "bigfile", "format", "option-string", "tune"}) {
        EXPECT_FALSE(names_a_place(name)) << name;
    }
}

TEST(ElementRules, FindOptionsThatMakeALibraryOpenAFile) {
    EXPECT_EQ(file_option_in("stats=/etc/x"), "stats");
    EXPECT_EQ(file_option_in("ref=3: --Dump_YUV=/tmp/x"), "dump-yuv");
    EXPECT_EQ(file_option_in("keyint=30,csv=x"), "csv");
    EXPECT_FALSE(file_option_in("keyint=30:scenecut=0:me=hex"));
    EXPECT_FALSE(file_option_in(""));
}

TEST(ElementRules, AreWhatTheDocumentationSays) {
    std::ifstream file(FRAMEHAND_DOCS "/pipelines.md");
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    ASSERT_FALSE(page.empty());
    for (const AllowedPlugin& plugin : allowed_plugins()) {
        std::istringstream names{std::string(plugin.elements)};
        for (std::string name; names >> name;) {
            EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name;
        }
    }
}

} // namespace
} // namespace framehand::pipeline
