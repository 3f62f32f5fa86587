// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_video.h"

#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;

Json sample() {
    return {{"videoId", "v-1"},
            {"resolution", "720p"},
            {"originalFilename", "My film.mov"},
            {"storagePath", "original-videos/v-1/My film.mov"},
            {"objectName", "v-1/My film.mov"}};
}

TEST(BullVideo, BecomesOneFileBesideTheOthersOfItsVideo) {
    const auto job = bull_video_job("q:1", bull_video(sample()).value(), {});
    ASSERT_TRUE(job) << job.error().text();
    EXPECT_EQ(job->work, jobs::Work::File);
    EXPECT_EQ(job->job_id, "q:1");
    EXPECT_EQ(job->movie_id, "v-1");
    EXPECT_EQ(job->input.source_url, "s3://original-videos/v-1/My film.mov");
    ASSERT_TRUE(job->file);
    EXPECT_EQ(job->file->path, "s3://transcoded-videos/v-1/v-1_720p.mp4");
    EXPECT_EQ(job->file->container, "mp4");
    ASSERT_EQ(job->outputs.size(), 1U);
    EXPECT_EQ(job->outputs[0].resolution, "1280x720");
    EXPECT_EQ(job->outputs[0].bitrate, 2'500'000);
    EXPECT_EQ(job->outputs[0].codec, "h264");
    EXPECT_EQ(job->effective_audio().bitrate, 128'000);
    EXPECT_EQ(job->video_copy, jobs::VideoCopy::Never);
}

TEST(BullVideo, EachRungHasTheSizeAndRatesOfTheOriginalWorkers) {
    for (const auto& [name, size, video, audio] :
         {std::tuple{"360p", "640x360", 800'000, 96'000}, std::tuple{"1080p", "1920x1080", 5'000'000, 192'000}}) {
        auto data = sample();
        data["resolution"] = name;
        const auto job = bull_video_job("q:1", bull_video(data).value(), {"in", "out"});
        ASSERT_TRUE(job);
        EXPECT_EQ(job->outputs[0].resolution, size);
        EXPECT_EQ(job->outputs[0].bitrate, video);
        EXPECT_EQ(job->effective_audio().bitrate, audio);
        EXPECT_EQ(job->file->path, std::string("s3://out/v-1/v-1_") + name + ".mp4");
    }
}

TEST(BullVideo, AnotherResolutionGetsTheUsualRate) {
    auto data = sample();
    data["resolution"] = "480p";
    const auto job = bull_video_job("q:1", bull_video(data).value(), {});
    ASSERT_TRUE(job);
    EXPECT_EQ(job->outputs[0].resolution, "480p");
    EXPECT_EQ(job->outputs[0].bitrate, jobs::default_bitrate(480));
}

TEST(BullVideo, TheStoragePathIsTheKeyWhereNoObjectIsNamed) {
    auto data = sample();
    data.erase("objectName");
    EXPECT_EQ(bull_video(data)->object, "original-videos/v-1/My film.mov");
}

TEST(BullVideo, WhatIsMissingOrWrongIsNamed) {
    const auto reason = [](const char* field, const Json& value) {
        auto data = sample();
        if (value.is_null()) {
            data.erase(field);
        } else {
            data[field] = value;
        }
        const auto video = bull_video(data);
        return video ? std::string() : video.error().text();
    };
    EXPECT_NE(reason("videoId", nullptr).find("data.videoId"), std::string::npos);
    EXPECT_NE(reason("videoId", "").find("data.videoId"), std::string::npos);
    EXPECT_NE(reason("videoId", "../x").find("data.videoId"), std::string::npos);
    EXPECT_NE(reason("videoId", std::string(251, 'v')).find("data.videoId"), std::string::npos);
    EXPECT_NE(reason("resolution", 720).find("data.resolution"), std::string::npos);
    EXPECT_NE(reason("resolution", "a/b").find("data.resolution"), std::string::npos);
    EXPECT_NE(reason("objectName", 7).find("data.objectName"), std::string::npos);
    EXPECT_FALSE(bull_video(nullptr));
    EXPECT_FALSE(bull_video(Json::array()));

    auto data = sample();
    data["resolution"] = "large";
    const auto job = bull_video_job("q:1", bull_video(data).value(), {});
    ASSERT_FALSE(job);
    EXPECT_NE(job.error().text().find("data.resolution"), std::string::npos);
}

TEST(BullVideo, TheResultIsWhatClientsRead) {
    EXPECT_EQ(bull_output_url("s3://transcoded-videos/v/v_720p.mp4", "http://minio:9000/"),
              "http://minio:9000/transcoded-videos/v/v_720p.mp4");
    EXPECT_EQ(bull_output_url("s3://b/k", ""), "s3://b/k");
    EXPECT_EQ(base::dump_json(bull_video_result("v", "720p", "http://x/v", 123, 10.006)),
              R"({"duration":10.01,"outputUrl":"http://x/v","resolution":"720p","size":123,"videoId":"v"})");
}

} // namespace
} // namespace framehand::sources
