// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/media/av.h"
#include "core/media/container_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace framehand::media {
namespace {

using testing::HasSubstr;

TEST(ContainerList, TakesTheContainersThatPeopleHave) {
    for (const std::string name : {"mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "mpegts", "avi", "mpeg", "flv", "mp3"}) {
        EXPECT_EQ(refusal_of_container(name), "") << name;
        EXPECT_NE(av_find_input_format(name.c_str()), nullptr) << name << " is misspelt";
    }
}

TEST(ContainerList, RefusesWhatOpensOtherFilesAndSaysSo) {
    for (const std::string name : {"hls", "hls,applehttp", "dash", "concat", "imf", "sdp", "rtsp", "rtsp,rtp", "sap",
                                   "image2", "webm_dash_manifest", "vobsub"}) {
        EXPECT_THAT(refusal_of_container(name), HasSubstr("what it names is never opened")) << name;
    }
}

TEST(ContainerList, RefusesWhatIsNotListed) {
    for (const std::string name : {"lavfi", "smk", "libgme", "bin", "x11grab", "from_the_future"}) {
        EXPECT_THAT(refusal_of_container(name), HasSubstr("is not among those that are read")) << name;
    }
}

// Whatever this libav has: nothing that reads devices or other files may be on the list.
TEST(ContainerList, HoldsNoDemuxerThatOpensItsInputItself) {
    void* state = nullptr;
    while (const AVInputFormat* format = av_demuxer_iterate(&state)) {
        if ((format->flags & AVFMT_NOFILE) != 0) {
            EXPECT_NE(refusal_of_container(format->name), "") << format->name;
        }
    }
}

TEST(ContainerList, IsSpelledForLibav) {
    const auto names = base::split(allowed_containers(), ',');
    EXPECT_GT(names.size(), 40U);
    for (const std::string& name : names) {
        EXPECT_EQ(refusal_of_container(name), "") << name;
    }
}

} // namespace
} // namespace framehand::media
