// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_task.h"
#include "tests/sources/celery_messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::sources {
namespace {

using base::Json;
using test::CeleryMessage;
using testing::ElementsAre;
using testing::HasSubstr;

base::Result<CeleryCall> call(const Json& args, const Json& kwargs = Json::object(),
                              const CeleryTaskRules& rules = {}) {
    CeleryMessage message;
    message.args = args;
    message.kwargs = kwargs;
    return read_celery_call(*read_celery_envelope(message.text()), rules);
}

jobs::Job job(const Json& args) {
    const auto read = call(args);
    EXPECT_TRUE(read) << read.error().text();
    auto made = read ? celery_job(*read, {}, "job-1") : base::Result<jobs::Job>(read.error());
    EXPECT_TRUE(made) << made.error().text();
    return made ? *made : jobs::Job{};
}

std::string fault(const Json& args, const Json& kwargs = Json::object()) {
    const auto read = call(args, kwargs);
    return read ? "" : read.error().text();
}

TEST(CeleryTask, MakesOneFileOfAnMp4Call) {
    const auto made = job({"in/a.mov", "b.mp4", "1280:720", "mp4"});
    EXPECT_EQ(made.job_id, "job-1");
    EXPECT_EQ(made.work, jobs::Work::File);
    EXPECT_EQ(made.input.source_url, "s3://videobucket/in/a.mov");
    ASSERT_TRUE(made.file);
    EXPECT_EQ(made.file->path, "s3://videobucket/b.mp4");
    EXPECT_EQ(made.file->container, "mp4");
    ASSERT_EQ(made.outputs.size(), 1U);
    EXPECT_EQ(made.outputs[0].resolution, "1280x720");
    EXPECT_EQ(made.outputs[0].codec, "h264");
    EXPECT_EQ(made.outputs[0].quality, 23);
    EXPECT_EQ(made.effective_audio().codec, "aac");
    EXPECT_EQ(made.effective_audio().bitrate, 128000);
}

TEST(CeleryTask, MakesAFlatPackageOfHls) {
    const auto made = job({"a.mp4", "films/b.m3u8", "640:360", "hls"});
    EXPECT_EQ(made.work, jobs::Work::Package);
    EXPECT_EQ(made.destination, "s3://videobucket/films");
    EXPECT_EQ(made.flat_name, "b");
    EXPECT_EQ(made.hls.segment_time, 10);
    EXPECT_TRUE(made.deliverables.empty());
    EXPECT_FALSE(made.file);
}

TEST(CeleryTask, MakesAFlatPackageWithAManifestOfDash) {
    const auto made = job({"a.mp4", "b.mpd", "640:360", "dash"});
    EXPECT_EQ(made.destination, "s3://videobucket");
    EXPECT_EQ(made.flat_name, "b");
    EXPECT_TRUE(made.wants(jobs::Deliverable::Dash));
}

TEST(CeleryTask, RefusesAPlaylistThatDoesNotSayThatItIsOne) {
    for (const auto& [name, format] : {std::pair{"b.mp4", "hls"}, {".m3u8", "hls"}, {"b.m3u8", "dash"}}) {
        const auto call_made = call({"a.mp4", name, "640:360", format});
        ASSERT_TRUE(call_made) << name;
        const auto made = celery_job(*call_made, {}, "id");
        ASSERT_FALSE(made) << name;
        EXPECT_EQ(made.error().code, base::ErrorCode::InvalidArgument);
        EXPECT_NE(made.error().message.find("output_name"), std::string::npos);
    }
}

TEST(CeleryTask, TakesKeywordsAndDefaults) {
    const auto keywords = call(Json::array(), {{"input_name", "a"}, {"output_name", "b"}, {"format", "hls"}});
    ASSERT_TRUE(keywords);
    EXPECT_EQ(keywords->input_name, "a");
    EXPECT_EQ(keywords->kind, CeleryFormat::Hls);
    EXPECT_EQ(keywords->resolution, "");
    const auto mixed = call({"a", "b"}, {{"resolution", "1:2"}, {"something_else", 5}});
    ASSERT_TRUE(mixed);
    EXPECT_EQ(mixed->resolution, "1:2");
    EXPECT_EQ(mixed->format, "mp4");
}

TEST(CeleryTask, FollowsTheSettingsNamesAndOrder) {
    CeleryTaskRules rules;
    rules.parameters = *parse_celery_parameters("user_id, output_name=target, input_name = source,resolution, format");
    EXPECT_THAT(rules.parameters,
                ElementsAre("user_id", "output_name=target", "input_name = source", "resolution", "format"));
    const auto read = call({7, "out.mp4", "in.mp4"}, {{"resolution", "1:2"}}, rules);
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->input_name, "in.mp4");
    EXPECT_EQ(read->output_name, "out.mp4");
    const auto keywords = call(Json::array(), {{"source", "in.mp4"}, {"target", "out.mp4"}}, rules);
    ASSERT_TRUE(keywords) << keywords.error().text();
    EXPECT_EQ(keywords->input_name, "in.mp4");
}

TEST(CeleryTask, RefusesParametersThatCannotWork) {
    EXPECT_FALSE(parse_celery_parameters(""));
    EXPECT_FALSE(parse_celery_parameters("input_name"));
    EXPECT_FALSE(parse_celery_parameters("input_name, output_name, input_name"));
    EXPECT_FALSE(parse_celery_parameters("input_name, output_name=input_name"));
    EXPECT_FALSE(parse_celery_parameters("input_name, output_name, "));
    EXPECT_TRUE(parse_celery_parameters("input_name, output_name"));
}

TEST(CeleryTask, NamesTheArgumentThatIsWrong) {
    EXPECT_THAT(fault({"a"}), HasSubstr("output_name: is missing"));
    EXPECT_THAT(fault({5, "b"}), HasSubstr("input_name: must be a string"));
    EXPECT_THAT(fault({"", "b"}), HasSubstr("input_name"));
    EXPECT_THAT(fault({"a", "/b"}), HasSubstr("output_name"));
    EXPECT_THAT(fault({"a", "b\n"}), HasSubstr("output_name"));
    EXPECT_THAT(fault({"a", "b", 720}), HasSubstr("resolution: must be a string"));
    EXPECT_THAT(fault({"a", "b", "1:1", "avi"}), HasSubstr("none of mp4, hls, dash"));
    EXPECT_THAT(fault({"a", "b"}, {{"input_name", "c"}}), HasSubstr("by position and by keyword"));
}

TEST(CeleryTask, ReadsSizesAsFfmpegDoes) {
    EXPECT_EQ(*celery_resolution("1920:1080"), "1920x1080");
    EXPECT_EQ(*celery_resolution(" 640:360 "), "640x360");
    EXPECT_EQ(*celery_resolution("-2:720"), "720p");
    EXPECT_EQ(*celery_resolution("-1:720"), "720p");
    EXPECT_EQ(*celery_resolution("1280:-2"), "1280x8192");
    EXPECT_EQ(*celery_resolution("-1:-1"), "8k");
    EXPECT_EQ(*celery_resolution(""), "8k");
    EXPECT_EQ(*celery_resolution("1280x720"), "1280x720");
    EXPECT_EQ(*celery_resolution("720p"), "720p");
    for (const auto* text : {"big", "0:720", "1280:", ":720", "1280:iw/2", "-3:720", "99999:720", "8:8"}) {
        const auto size = celery_resolution(text);
        EXPECT_FALSE(size) << text;
        if (!size) {
            EXPECT_THAT(size.error().text(), HasSubstr("resolution")) << text;
        }
    }
}

} // namespace
} // namespace framehand::sources
