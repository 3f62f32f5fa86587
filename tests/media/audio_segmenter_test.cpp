// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_segmenter.h"

#include <gtest/gtest.h>

#include <vector>

namespace framehand::media {
namespace {

constexpr int kRate = 48000;
constexpr int kFrame = 1024;

/// A segmenter that is fed packets 0, 1, 2... and remembers at which ones segments began.
class Fixture {
public:
    explicit Fixture(AudioSegmenter::Ending ending = AudioSegmenter::Ending::TrimLastPacket)
        : segmenter(timeline, kRate, kFrame, kFrame, ending) {}

    PresentationTimeline timeline{kRate};
    AudioSegmenter segmenter;
    std::vector<std::int64_t> starts;
    std::vector<std::int64_t> durations;

    void feed(int count) {
        for (int i = 0; i < count; ++i) {
            EncodedPacket packet;
            packet.packet.reset(av_packet_alloc());
            packet.packet->pts = m_next++;
            packet.packet->duration = kFrame;
            ASSERT_TRUE(segmenter.add(std::move(packet), sink()));
        }
    }

    void finish(std::int64_t total) { ASSERT_TRUE(segmenter.finish(total, sink())); }

private:
    AudioSegmenter::Sink sink() {
        return [this](const EncodedPacket& packet) -> base::Status {
            if (packet.place.mark == Mark::SegmentStart) {
                starts.push_back(packet.packet->pts);
            }
            durations.push_back(packet.packet->duration);
            return {};
        };
    }

    std::int64_t m_next = 0;
};

TEST(AudioSegmenterTest, CutsAtThePacketNearestToEachBoundary) {
    Fixture audio;
    audio.timeline.add_boundary({6 * kRate, 1});         // 281.25 packets, 282.25 with the priming one
    audio.timeline.add_boundary({6 * kRate + 90000, 1}); // 370.14
    audio.feed(500);
    audio.finish(10 * kRate);
    EXPECT_EQ(audio.starts, (std::vector<std::int64_t>{0, 282, 370}));
    EXPECT_EQ(audio.durations.size(), 470U); // ceil((480000 + 1024) / 1024)
}

TEST(AudioSegmenterTest, TrimsTheLastPacketToTheEnd) {
    Fixture audio;
    audio.feed(200);
    audio.finish(100 * kFrame + 300);
    ASSERT_EQ(audio.durations.size(), 102U);
    EXPECT_EQ(audio.durations.back(), 300);
}

TEST(AudioSegmenterTest, LeavesOutALastPacketThatCannotBeTrimmed) {
    Fixture audio(AudioSegmenter::Ending::WholePackets);
    audio.feed(200);
    audio.finish(100 * kFrame + 300);
    ASSERT_EQ(audio.durations.size(), 101U);
    EXPECT_EQ(audio.durations.back(), kFrame);
}

TEST(AudioSegmenterTest, HoldsPacketsUntilTheBoundaryBehindThemIsKnown) {
    Fixture audio;
    audio.feed(400);
    EXPECT_TRUE(audio.durations.empty());
    audio.timeline.add_boundary({100 * kFrame, 1});
    audio.feed(1);
    EXPECT_EQ(audio.durations.size(), 101U);
}

TEST(AudioSegmenterTest, TwoBoundariesWithinOnePacketAreOne) {
    Fixture audio;
    audio.timeline.add_boundary({10 * kFrame, 1});
    audio.timeline.add_boundary({10 * kFrame + 10, 1});
    audio.feed(30);
    audio.finish(20 * kFrame);
    EXPECT_EQ(audio.starts, (std::vector<std::int64_t>{0, 11}));
}

TEST(AudioSegmenterTest, ABoundaryBehindTheLastPacketMakesNoEmptySegment) {
    Fixture audio;
    audio.feed(30);
    audio.timeline.add_boundary({20 * kFrame - 10, 1});
    audio.finish(20 * kFrame);
    EXPECT_EQ(audio.starts, (std::vector<std::int64_t>{0}));
}

} // namespace
} // namespace framehand::media
