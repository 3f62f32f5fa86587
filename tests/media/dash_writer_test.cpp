// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av.h"
#include "core/media/dash_writer.h"
#include "tests/media/transcode_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace framehand::media {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

RenditionRecord record_of(const std::vector<std::int64_t>& numbers, std::int64_t last) {
    RenditionRecord record;
    record.codecs = "avc1.640015";
    record.timescale = 1000;
    record.init_file = "init.mp4";
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        SegmentRecord segment;
        segment.file = "0000" + std::to_string(numbers[i]) + ".m4s";
        segment.start = static_cast<std::int64_t>(i) * 6000;
        segment.end = segment.start + (i + 1 == numbers.size() ? last : 6000);
        record.segments.push_back(segment);
    }
    return record;
}

DashPresentation presentation_of(const RenditionRecord& record) {
    DashPresentation dash;
    dash.target_duration_sec = 6;
    dash.video.push_back({"a b&c/v-0123456789ab", &record, 500'000, 640, 360, {30000, 1001}});
    return dash;
}

TEST(DashWriterTest, NamesNumberedSegmentsOnTheTimeline) {
    const RenditionRecord record = record_of({0, 1, 2, 3}, 1500);
    const std::string text = dash_manifest(presentation_of(record));
    EXPECT_THAT(text, HasSubstr("profile:isoff-live:2011"));
    EXPECT_THAT(text, HasSubstr("mediaPresentationDuration=\"PT19.500000S\""));
    EXPECT_THAT(text, HasSubstr("<S t=\"10000\" d=\"6000\" r=\"2\"/><S d=\"1500\"/>"));
    EXPECT_THAT(text, HasSubstr("presentationTimeOffset=\"10000\" startNumber=\"0\""));
    EXPECT_THAT(text, HasSubstr("frameRate=\"30000/1001\""));
}

TEST(DashWriterTest, ListsSegmentsWhoseNumbersHaveAGap) {
    const RenditionRecord record = record_of({0, 1, 4}, 6000);
    const std::string text = dash_manifest(presentation_of(record));
    EXPECT_THAT(text, HasSubstr("profile:isoff-main:2011"));
    EXPECT_THAT(text, HasSubstr("<SegmentURL media=\"00001.m4s\"/><SegmentURL media=\"00004.m4s\"/>"));
    EXPECT_THAT(text, Not(HasSubstr("$Number")));
}

TEST(DashWriterTest, EscapesNamesOfFoldersAndTracks) {
    const RenditionRecord record = record_of({0}, 6000);
    DashPresentation dash = presentation_of(record);
    DashAudio audio;
    audio.folder = "audio";
    audio.record = &record;
    audio.name = "Tom & <Jerry>";
    dash.audio.push_back(audio);
    const std::string text = dash_manifest(dash);
    EXPECT_THAT(text, HasSubstr("<BaseURL>a%20b%26c/v-0123456789ab/</BaseURL>"));
    EXPECT_THAT(text, HasSubstr("<Label>Tom &amp; &lt;Jerry&gt;</Label>"));
}

class DashPackageTest : public TranscodeFixture {
protected:
    /// Video packets that libav's own DASH reader finds, of its first video stream.
    [[nodiscard]] int packets_by_libav(AVMediaType type) const {
        const std::string path = spec.package_dir + "/manifest.mpd";
        AVFormatContext* raw = nullptr;
        if (avformat_open_input(&raw, path.c_str(), nullptr, nullptr) < 0) {
            return -1;
        }
        const UniqueInputContext input(raw);
        if (avformat_find_stream_info(input.get(), nullptr) < 0) {
            return -2;
        }
        const int index = av_find_best_stream(input.get(), type, -1, -1, nullptr, 0);
        const UniquePacket packet(av_packet_alloc());
        int count = 0;
        while (av_read_frame(input.get(), packet.get()) >= 0) {
            count += packet->stream_index == index ? 1 : 0;
            av_packet_unref(packet.get());
        }
        return count;
    }
};

TEST_F(DashPackageTest, IsReadByLibavWithAllItsFrames) {
    spec.job.deliverables = {jobs::Deliverable::Dash};
    prepare({.width = 320, .height = 180, .times_ms = test::regular_times(130, 25), .audio_ms = 5200},
            {"180p", "90p", "90p hevc"});
    const TranscodeOutput output = make_good_package();
    EXPECT_THAT(output.files, Contains("manifest.mpd"));
    EXPECT_EQ(files_on_disk(), std::set<std::string>(output.files.begin(), output.files.end()));
    EXPECT_EQ(packets_by_libav(AVMEDIA_TYPE_VIDEO), 130);
    // libav stops with the first stream that ends, here the video.
    EXPECT_GE(packets_by_libav(AVMEDIA_TYPE_AUDIO), output.renditions.back().frames - 2);
    const std::string text = text_of("manifest.mpd");
    EXPECT_LT(text.find("codecs=\"avc1"), text.find("codecs=\"hvc1"));
}

TEST_F(DashPackageTest, HasVariableTimestampsToo) {
    spec.job.deliverables = {jobs::Deliverable::Dash};
    std::vector<std::int64_t> times;
    for (std::int64_t i = 0, at = 0; i < 90; ++i, at += i % 5 == 0 ? 170 : 40) {
        times.push_back(at);
    }
    prepare({.times_ms = times}, {"90p"});
    make_good_package();
    EXPECT_EQ(packets_by_libav(AVMEDIA_TYPE_VIDEO), 90);
}

TEST_F(DashPackageTest, CanBeAudioAlone) {
    spec.job.deliverables = {jobs::Deliverable::Dash};
    prepare({.container = "wav", .audio_ms = 7000}, {"90p"});
    const TranscodeOutput output = make_good_package();
    EXPECT_EQ(packets_by_libav(AVMEDIA_TYPE_AUDIO), output.renditions[0].frames);
}

TEST_F(DashPackageTest, IsMadeOnlyWhenAskedFor) {
    prepare({.times_ms = test::regular_times(30, 25)}, {"90p"});
    EXPECT_THAT(make_good_package().files, Not(Contains("manifest.mpd")));
}

} // namespace
} // namespace framehand::media
