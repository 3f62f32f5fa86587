// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/timestamp_repair.h"

#include <gtest/gtest.h>

namespace framehand::media {
namespace {

constexpr Rational kTicks{1, 90000};

AVInputFormat format(int flags) {
    AVInputFormat made{};
    made.flags = flags;
    return made;
}

std::int64_t repaired(TimestampRepair& repair, int stream, std::int64_t dts) {
    const UniquePacket packet(av_packet_alloc());
    packet->stream_index = stream;
    packet->dts = dts;
    packet->pts = dts + 3600;
    packet->duration = 3600;
    repair.apply(*packet, kTicks);
    EXPECT_EQ(packet->pts, packet->dts + 3600);
    return packet->dts;
}

TEST(TimestampRepairTest, JoinsThePiecesOfAStreamWhoseClockRestarts) {
    TimestampRepair repair(format(AVFMT_TS_DISCONT));
    EXPECT_EQ(repaired(repair, 0, 9'000'000), 9'000'000);
    EXPECT_EQ(repaired(repair, 1, 9'000'000), 9'000'000);
    EXPECT_EQ(repaired(repair, 0, 0), 9'003'600);
    EXPECT_EQ(repaired(repair, 1, 0), 9'003'600);
    EXPECT_EQ(repaired(repair, 0, 3600), 9'007'200);
    EXPECT_EQ(repair.jumps(), 1);
}

TEST(TimestampRepairTest, LeavesShortGapsAlone) {
    TimestampRepair repair(format(AVFMT_TS_DISCONT));
    EXPECT_EQ(repaired(repair, 0, 0), 0);
    EXPECT_EQ(repaired(repair, 0, 9 * 90000), 9 * 90000);
    EXPECT_EQ(repair.jumps(), 0);
}

TEST(TimestampRepairTest, LeavesFormatsAloneWhoseClockCannotJump) {
    TimestampRepair repair(format(0));
    EXPECT_EQ(repaired(repair, 0, 0), 0);
    EXPECT_EQ(repaired(repair, 0, 900'000'000), 900'000'000);
}

} // namespace
} // namespace framehand::media
