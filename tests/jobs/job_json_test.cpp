// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"
#include "tests/support/sample_jobs.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::jobs {
namespace {

using base::Json;

/// The sample with the member at `pointer` ("/outputs/0/bitrate") set to `value`.
Json sample_with(const std::string& pointer, Json value) {
    Json json = test::sample_json();
    json[Json::json_pointer(pointer)] = std::move(value);
    return json;
}

Json sample_without(const std::string& pointer) {
    Json json = test::sample_json();
    const Json::json_pointer path(pointer);
    json[path.parent_pointer()].erase(path.back());
    return json;
}

std::string error_of(const Json& json) {
    const auto job = job_from_json(json);
    if (job) {
        return "no error";
    }
    EXPECT_EQ(job.error().code, base::ErrorCode::InvalidArgument);
    return job.error().message;
}

TEST(JobFromJson, ReadsTheSampleOfTheProtocol) {
    const auto job = job_from_json(test::sample_json());
    ASSERT_TRUE(job.has_value()) << job.error().text();
    EXPECT_EQ(job->job_id, "job-1767791635");
    EXPECT_EQ(job->movie_id, "movie-456");
    EXPECT_EQ(job->input, (InputRef{"movies/sample_3840x2160.mkv", "mkv"}));
    ASSERT_EQ(job->outputs.size(), 1U);
    const OutputRequest expected{"720p", 2'500'000, "h264_nvenc", "processed/sample/720p/", {}, {}};
    EXPECT_EQ(job->outputs[0], expected);
    EXPECT_EQ(job->hls, (HlsSettings{"index.m3u8", 6, SegmentFormat::Fmp4}));
    EXPECT_EQ(job->audio, std::nullopt);
}

TEST(JobFromJson, FillsInWhatIsOptional) {
    const Json json = base::parse_json(R"({"job_id": "j", "input": {"source_url": "a.mkv"},
                                           "outputs": [{"resolution": "1080p", "dest_path": "out"}]})",
                                       "x")
                          .value();
    const auto job = job_from_json(json);
    ASSERT_TRUE(job.has_value()) << job.error().text();
    EXPECT_EQ(job->movie_id, "");
    EXPECT_EQ(job->input.format, "");
    EXPECT_EQ(job->outputs[0].codec, "h264");
    EXPECT_EQ(job->outputs[0].bitrate, default_bitrate(1080));
    EXPECT_EQ(job->hls, HlsSettings{});
    EXPECT_EQ(job->effective_audio(), (AudioRequest{"aac", 128'000}));
}

TEST(JobFromJson, IgnoresFieldsThatItDoesNotKnow) {
    Json json = sample_with("/priority", 9);
    json["outputs"][0]["crf"] = 23;
    json["input"]["drm"] = Json::object();
    const auto job = job_from_json(json);
    ASSERT_TRUE(job.has_value()) << job.error().text();
    EXPECT_EQ(*job, job_from_json(test::sample_json()).value());
}

TEST(JobFromJson, ReadsBitRatesAsTextOrNumber) {
    EXPECT_EQ(job_from_json(sample_with("/outputs/0/bitrate", 2'500'000))->outputs[0].bitrate, 2'500'000);
    EXPECT_EQ(job_from_json(sample_with("/outputs/0/bitrate", "5M"))->outputs[0].bitrate, 5'000'000);
    EXPECT_EQ(job_from_json(sample_with("/outputs/0/bitrate", nullptr))->outputs[0].bitrate, default_bitrate(720));
}

TEST(JobFromJson, ReadsOurOwnSegmentFormat) {
    EXPECT_EQ(job_from_json(sample_with("/hls_settings/segment_format", "ts"))->hls.segment_format,
              SegmentFormat::MpegTs);
    EXPECT_EQ(job_from_json(sample_with("/hls_settings/segment_format", "fmp4"))->hls.segment_format,
              SegmentFormat::Fmp4);
}

TEST(JobFromJson, ReadsOurOwnVideoCopyField) {
    EXPECT_EQ(job_from_json(test::sample_json())->video_copy, VideoCopy::WhereItFits);
    EXPECT_EQ(job_from_json(sample_with("/video_copy", "auto"))->video_copy, VideoCopy::WhereItFits);
    EXPECT_EQ(job_from_json(sample_with("/video_copy", "never"))->video_copy, VideoCopy::Never);
    EXPECT_EQ(job_from_json(sample_with("/video_copy", "always")).error().message,
              "video_copy: must be \"auto\" or \"never\"");
    EXPECT_EQ(job_from_json(sample_with("/video_copy", false)).error().message, "video_copy: must be a string");
}

TEST(JobFromJson, ReadsOurOwnSurroundField) {
    const auto with = [](const Json& surround) {
        Json json = test::sample_json();
        json["audio_config"] = {{"codec", "aac"}, {"bitrate", "160k"}, {"surround", surround}};
        return job_from_json(json);
    };
    EXPECT_EQ(with("keep")->audio, (AudioRequest{"aac", 160'000, SurroundAudio::Keep}));
    EXPECT_EQ(with("stereo")->audio, (AudioRequest{"aac", 160'000, SurroundAudio::StereoOnly}));
    EXPECT_EQ(with("7.1").error().message, "audio_config.surround: must be \"stereo\" or \"keep\"");
    EXPECT_EQ(with(true).error().message, "audio_config.surround: must be a string");
}

TEST(JobFromJson, ReadsOurOwnQualityField) {
    EXPECT_EQ(job_from_json(sample_with("/outputs/0/quality", 23))->outputs[0].quality, 23);
    EXPECT_EQ(job_from_json(sample_with("/outputs/0/quality", nullptr))->outputs[0].quality, std::nullopt);
    EXPECT_EQ(job_from_json(test::sample_json())->outputs[0].quality, std::nullopt);
    Json av1 = sample_with("/outputs/0/codec", "libsvtav1");
    av1["outputs"][0]["quality"] = 63;
    EXPECT_EQ(job_from_json(av1)->outputs[0].quality, 63);
}

TEST(JobFromJson, EveryMissingFieldIsNamed) {
    EXPECT_EQ(error_of(sample_without("/job_id")), "job_id: is missing");
    EXPECT_EQ(error_of(sample_without("/input")), "input: is missing");
    EXPECT_EQ(error_of(sample_without("/input/source_url")), "input.source_url: is missing");
    EXPECT_EQ(error_of(sample_without("/outputs")), "outputs: is missing");
    EXPECT_EQ(error_of(sample_without("/outputs/0/resolution")), "outputs[0].resolution: is missing");
    EXPECT_EQ(error_of(sample_without("/outputs/0/dest_path")), "outputs[0].dest_path: is missing");
}

struct Rejection {
    std::string pointer;
    Json value;
    std::string message;
};

TEST(JobFromJson, EveryRejectionNamesItsField) {
    const std::string a_number = "must be a whole number";
    const std::vector<Rejection> rejections{
        {"/job_id", 5, "job_id: must be a string"},
        {"/job_id", "", "job_id: must not be empty"},
        {"/movie_id", 5, "movie_id: must be a string"},
        {"/input", "movies/a.mkv", "input: must be an object"},
        {"/input/source_url", "", "input.source_url: must not be empty"},
        {"/input/source_url", Json::array(), "input.source_url: must be a string"},
        {"/input/format", 1, "input.format: must be a string"},
        {"/outputs", Json::object(), "outputs: must be a list"},
        {"/outputs", Json::array(), "outputs: must list 1 to 16 outputs"},
        {"/outputs/0", "720p", "outputs[0]: must be an object"},
        {"/outputs/0/resolution", 720, "outputs[0].resolution: must be a string"},
        {"/outputs/0/resolution", "big",
         "outputs[0].resolution: \"big\" is not a resolution; write for example 720p, 1280x720 or 4k"},
        {"/outputs/0/bitrate", "fast", "outputs[0].bitrate: \"fast\" is not a bit rate; write for example 2500k or 5M"},
        {"/outputs/0/bitrate", true, "outputs[0].bitrate: " + a_number},
        {"/outputs/0/bitrate", "9k", "outputs[0].bitrate: must be from 10k to 400M"},
        {"/outputs/0/bitrate", "401M", "outputs[0].bitrate: must be from 10k to 400M"},
        {"/outputs/0/bitrate", -5, "outputs[0].bitrate: must be from 10k to 400M"},
        {"/outputs/0/codec", "", "outputs[0].codec: must not be empty"},
        {"/outputs/0/codec", 264, "outputs[0].codec: must be a string"},
        {"/outputs/0/dest_path", nullptr, "outputs[0].dest_path: is missing"},
        {"/outputs/0/audio_codec", 5, "outputs[0].audio_codec: must be a string"},
        {"/outputs/0/audio_codec", "mp3", "outputs[0].audio_codec: \"mp3\" cannot be made; only \"aac\" can"},
        {"/outputs/0/audio_bitrate", "loud",
         "outputs[0].audio_bitrate: \"loud\" is not a bit rate; write for example 2500k or 5M"},
        {"/outputs/0/audio_bitrate", "8k", "outputs[0].audio_bitrate: must be from 16k to 512k"},
        {"/outputs/0/quality", 0, "outputs[0].quality: must be from 1 (best) to 51 for this codec"},
        {"/outputs/0/quality", 52, "outputs[0].quality: must be from 1 (best) to 51 for this codec"},
        {"/outputs/0/quality", 23.5, "outputs[0].quality: " + a_number},
        {"/outputs/0/quality", "23", "outputs[0].quality: " + a_number},
        {"/hls_settings", Json::array(), "hls_settings: must be an object"},
        {"/hls_settings/master_playlist_name", 5, "hls_settings.master_playlist_name: must be a string"},
        {"/hls_settings/segment_time", "6", "hls_settings.segment_time: must be a number"},
        {"/hls_settings/segment_time", 0.5, "hls_settings.segment_time: must be from 1 to 60 seconds"},
        {"/hls_settings/segment_time", 61, "hls_settings.segment_time: must be from 1 to 60 seconds"},
        {"/hls_settings/segment_format", "mkv", "hls_settings.segment_format: must be \"fmp4\" or \"ts\""},
        {"/audio_config", "aac", "audio_config: must be an object"},
        {"/audio_config", {{"codec", "opus"}}, "audio_config.codec: \"opus\" cannot be made; only \"aac\" can"},
        {"/audio_config", {{"codec", 1}}, "audio_config.codec: must be a string"},
        {"/audio_config", {{"bitrate", "1M"}}, "audio_config.bitrate: must be from 16k to 512k"},
        {"/audio_config", {{"bitrate", Json::array()}}, "audio_config.bitrate: " + a_number},
    };
    for (const auto& rejection : rejections) {
        EXPECT_EQ(error_of(sample_with(rejection.pointer, rejection.value)), rejection.message)
            << rejection.pointer << " = " << rejection.value;
    }
}

TEST(JobFromJson, CountsOutputsInMessages) {
    Json json = test::sample_json();
    json["outputs"].push_back(json["outputs"][0]);
    json["outputs"].push_back(json["outputs"][0]);
    json["outputs"][2]["resolution"] = "0p";
    EXPECT_TRUE(error_of(json).starts_with("outputs[2].resolution: ")) << error_of(json);
}

TEST(JobFromJson, TakesSixteenOutputsAndNoMore) {
    Json json = test::sample_json();
    const Json output = json["outputs"][0];
    json["outputs"] = Json::array();
    for (int i = 0; i < 16; ++i) {
        json["outputs"].push_back(output);
    }
    EXPECT_TRUE(job_from_json(json).has_value());
    json["outputs"].push_back(output);
    EXPECT_EQ(error_of(json), "outputs: must list 1 to 16 outputs");
}

TEST(JobFromJson, RefusesWhatIsNotAnObject) {
    EXPECT_EQ(error_of(Json::array()), "document: must be an object");
    EXPECT_EQ(error_of(nullptr), "document: must be an object");
}

// audio_config overrides what the outputs say, so they are not a reason to refuse the job.
TEST(JobFromJson, ChecksTheAudioThatApplies) {
    Json json = sample_with("/outputs/0/audio_codec", "mp3");
    json["audio_config"] = {{"codec", "aac"}, {"bitrate", "192k"}};
    const auto job = job_from_json(json);
    ASSERT_TRUE(job.has_value()) << job.error().text();
    EXPECT_EQ(job->effective_audio(), (AudioRequest{"aac", 192'000}));
}

TEST(JobToJson, GoesThereAndBack) {
    Job job = job_from_json(test::sample_json()).value();
    EXPECT_EQ(job_from_json(to_json(job)).value(), job);

    job.outputs.push_back({"1920x1080", 1'234'567, "libx264", "processed/sample/1080p", "aac", 96'000, 21});
    job.hls = {"main.m3u8", 4.5, SegmentFormat::MpegTs};
    job.audio = AudioRequest{"aac", 160'500, SurroundAudio::Keep};
    job.video_copy = VideoCopy::Never;
    const auto back = job_from_json(to_json(job));
    ASSERT_TRUE(back.has_value()) << back.error().text();
    EXPECT_EQ(*back, job);
}

// Other workers of the protocol read a text and a whole number there; 2500000 and 6.0 would be refused.
TEST(JobToJson, WritesTheSampleOfTheProtocolAsItWas) {
    const Json sample = test::sample_json();
    Json written = to_json(job_from_json(sample).value());
    written["hls_settings"].erase("segment_format");
    EXPECT_EQ(base::dump_json(written), base::dump_json(sample));
}

TEST(JobToJson, WritesAudioBitRatesAsText) {
    Job job = test::job_with_dest_paths({"out"});
    job.outputs[0].audio_bitrate = 128'000;
    job.audio = AudioRequest{"aac", 96'000};
    const Json json = to_json(job);
    EXPECT_EQ(json["outputs"][0]["audio_bitrate"], "128k");
    EXPECT_EQ(json["audio_config"]["bitrate"], "96k");
    EXPECT_FALSE(json["outputs"][0].contains("quality"));
    EXPECT_FALSE(json.contains("video_copy"));
    EXPECT_FALSE(json["audio_config"].contains("surround")) << "what nobody asked for is not on the wire";
}

TEST(JobToJson, KeepsAFractionOfASecond) {
    Job job = test::job_with_dest_paths({"out"});
    job.hls.segment_time = 4.5;
    EXPECT_EQ(to_json(job)["hls_settings"]["segment_time"], 4.5);
}

TEST(JobFromJson, ReadsWhatElseIsToBeMade) {
    Json json = sample_with("/deliverables", {"hls", "dash", "mp4"});
    json["file_output"] = 0;
    const auto job = job_from_json(json);
    ASSERT_TRUE(job.has_value()) << job.error().text();
    EXPECT_EQ(job->deliverables, (std::set{Deliverable::Dash, Deliverable::Mp4}));
    EXPECT_EQ(job->file_output, 0U);
    EXPECT_EQ(job_from_json(to_json(*job)).value(), *job);
    EXPECT_EQ(to_json(*job)["deliverables"], (Json{"hls", "dash", "mp4"}));
}

TEST(JobFromJson, RefusesDeliverablesThatCannotBeMade) {
    EXPECT_NE(error_of(sample_with("/deliverables", {"avi"})).find("deliverables: \"avi\""), std::string::npos);
    EXPECT_NE(error_of(sample_with("/file_output", 1)).find("file_output"), std::string::npos);
    Json json = sample_with("/deliverables", {"dash"});
    json["hls_settings"]["segment_format"] = "ts";
    EXPECT_NE(error_of(json).find("deliverables: DASH"), std::string::npos);
}

TEST(JobToJson, SaysNothingOfDeliverablesWhereNoneIsAskedFor) {
    const Json json = to_json(job_from_json(test::sample_json()).value());
    EXPECT_FALSE(json.contains("deliverables"));
    EXPECT_FALSE(json.contains("file_output"));
}

} // namespace
} // namespace framehand::jobs
