// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/media/av.h"
#include "core/media/copy_scan.h"
#include "core/media/input_file.h"
#include "core/media/source_identity.h"
#include "tests/media/h264_source.h"
#include "tests/media/transcode_fixture.h"
#include "tests/support/memory_ranges.h"

namespace framehand::media {
namespace {

using base::ErrorCode;

class RangedInput : public TranscodeFixture {
protected:
    void SetUp() override {
        test::write_source(file(), test::SyntheticSource{.container = "mov",
                                                         .width = 320,
                                                         .height = 180,
                                                         .times_ms = test::regular_times(150, 25),
                                                         .audio_ms = 6000,
                                                         .noise = 64});
        bytes = folder.read("source");
    }

    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "source"; }

    /// What all packets hold, or the error.
    static base::Result<std::string> packets_of(const MediaSource& source, const base::CancelToken& cancel = {}) {
        FH_ASSIGN(InputFile input, InputFile::open(source, cancel));
        base::Sha256 hash;
        const UniquePacket packet(av_packet_alloc());
        for (;;) {
            FH_ASSIGN(const bool more, input.read(*packet));
            if (!more) {
                return hash.hex();
            }
            hash.update(std::to_string(packet->stream_index) + "," + std::to_string(packet->pts) + ",");
            hash.update(
                std::string_view(reinterpret_cast<const char*>(packet->data), static_cast<std::size_t>(packet->size)));
            av_packet_unref(packet.get());
        }
    }

    std::string bytes;
};

TEST_F(RangedInput, GivesThePacketsAndTheIdentityOfTheFile) {
    test::MemoryRanges ranges(bytes);
    const auto of_file = packets_of(file());
    ASSERT_TRUE(of_file) << of_file.error().text();
    EXPECT_EQ(*packets_of(ranges), *of_file);
    EXPECT_EQ(*source_identity(ranges), *source_identity(file()));
    const auto info = inspect(MediaSource(ranges), {});
    ASSERT_TRUE(info) << info.error().text();
    EXPECT_EQ(info->bytes, bytes.size());
}

TEST_F(RangedInput, MakesThePackageOfTheFile) {
    prepare(file(), {"180p"});
    test::MemoryRanges ranges(bytes);
    spec.input_path = "s3://films/film.mp4";
    const auto made = Transcoder(disk, clock, {}, &ranges).run(spec, plan, {}, {});
    ASSERT_TRUE(made) << made.error().text();
    const auto report = verify::verify_package(spec.package_dir, "index.m3u8", {}, {}, {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok()) << base::dump_json(report->to_json());
}

TEST_F(RangedInput, NeverTakesAFailureOfTheNetworkForTheEndOfTheFilm) {
    for (const std::size_t from : {std::size_t{0}, bytes.size() / 4, bytes.size() / 2, bytes.size() - 1}) {
        test::MemoryRanges ranges(bytes);
        ranges.fails_from = from;
        const auto read = packets_of(ranges);
        ASSERT_FALSE(read) << from;
        EXPECT_EQ(read.error().code, ErrorCode::Unavailable) << read.error().text();
        EXPECT_EQ(read.error().text(), "the source cannot be read: s3://films/film.mp4: no network");
    }
}

TEST_F(RangedInput, FailsARunWhoseSourceGoesAway) {
    prepare(file(), {"180p"});
    test::MemoryRanges ranges(bytes);
    ranges.on_read = [&](const base::CancelToken&) {
        if (ranges.asked.size() > 2) { // after the source was identified
            ranges.fails_from = 0;
        }
    };
    const auto made = Transcoder(disk, clock, {}, &ranges).run(spec, plan, {}, {});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Unavailable) << made.error().text();
}

TEST_F(RangedInput, SaysNothingOfCopyingWhenTheNetworkFails) {
    test::write_source(file(), test::H264Source{.frames = 200});
    bytes = folder.read("source");
    jobs::Job job;
    job.outputs.resize(1);
    job.outputs[0].resolution = "180p";
    job.outputs[0].bitrate = 400'000;
    job.outputs[0].dest_path = "film";
    job.hls.segment_time = 2;
    auto info = inspect(file(), {});
    ASSERT_TRUE(info) << info.error().text();
    test::MemoryRanges ranges(bytes);
    ASSERT_TRUE(look_for_copy(*info, MediaSource(ranges), job, {}));
    ASSERT_TRUE(info->video->copy);
    ranges.fails_from = bytes.size() - 1;
    const auto looked = look_for_copy(*info, MediaSource(ranges), job, {});
    ASSERT_FALSE(looked);
    EXPECT_EQ(looked.error().code, ErrorCode::Unavailable);
}

TEST_F(RangedInput, EndsWhenCancelled) {
    base::CancelSource stop;
    stop.cancel();
    test::MemoryRanges ranges(bytes);
    EXPECT_EQ(packets_of(ranges, stop.token()).error().code, ErrorCode::Cancelled);
}

TEST_F(RangedInput, OpensNoPlaylistAndNothingThatIsNoVideo) {
    test::MemoryRanges playlist("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
                                "https://host/list.m3u8");
    EXPECT_EQ(packets_of(playlist).error().code, ErrorCode::Unsupported);
    test::MemoryRanges nothing(std::string(5000, 'x'));
    EXPECT_EQ(packets_of(nothing).error().code, ErrorCode::Unsupported);
    test::MemoryRanges empty("");
    EXPECT_FALSE(packets_of(empty));
}

} // namespace
} // namespace framehand::media
