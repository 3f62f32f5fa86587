// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/lead_statistics.h"
#include "tests/platform/this_system.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace framehand::media {
namespace {

constexpr std::int64_t kTimescale = 1000;
constexpr const char* kOptions = "#options: 32x16 timebase=1/25 bitdepth=8\n";

std::string line(int in, int out, char type) {
    return "in:" + std::to_string(in) + " out:" + std::to_string(out) + " type:" + type +
           " dur:2 cpbdur:2 q:20.00 aq:20.00 tex:1 mv:1 misc:1 imb:1 pmb:0 smb:0 d:- ref:0 ;\n";
}

/// Of one picture of two macroblocks.
std::string tree(char type) {
    return std::string(1, type) + std::string(4, '\1');
}

class LeadStatisticsTest : public testing::Test {
protected:
    test::TempFolder folder;
    const test::Disk disk;
    std::vector<std::shared_ptr<const GopStatistics>> taken;
    LeadStatistics lead{disk, folder.path(), {32, 16, 8000, kTimescale}, [this](auto item) { taken.push_back(item); }};
    std::string file;

    /// As x264 writes them.
    void write(const std::string& frames, const std::string& trees) {
        folder.write(file + ".temp", frames);
        folder.write(file + ".mbtree.temp", trees);
    }

    void SetUp() override { file = lead.begin().filename().string(); }

    void packets(int count, Mark first, int bytes = 100, std::int64_t ticks = 100) {
        for (int i = 0; i < count; ++i) {
            EncodedPacket packet;
            packet.packet.reset(av_packet_alloc());
            ASSERT_EQ(av_new_packet(packet.packet.get(), bytes), 0);
            packet.packet->duration = ticks;
            packet.place.mark = i == 0 ? first : Mark::None;
            lead.take(packet);
        }
    }

    [[nodiscard]] std::string text_of(const GopStatistics& gop, const char* tail = "") const {
        return folder.read(std::filesystem::path(gop.file().string() + tail).filename());
    }
};

TEST_F(LeadStatisticsTest, CutsAGopOnceTheNextBegins) {
    write(kOptions + line(0, 0, 'I') + line(2, 1, 'P') + line(1, 2, 'b') + line(3, 3, 'I') + line(4, 4, 'P'),
          tree('i') + tree('p') + tree('I') + tree('P'));
    packets(3, Mark::SegmentStart);
    EXPECT_TRUE(taken.empty());
    packets(2, Mark::GopStart);
    ASSERT_EQ(taken.size(), 1U);
    lead.end();
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(text_of(*taken[0]), kOptions + line(0, 0, 'I') + line(2, 1, 'P') + line(1, 2, 'b'));
    EXPECT_EQ(text_of(*taken[0], ".mbtree"), tree('i') + tree('p')) << "nobody refers to the b";
    EXPECT_EQ(text_of(*taken[1]), kOptions + line(0, 0, 'I') + line(1, 1, 'P')) << "counted from the GOP's first frame";
    EXPECT_EQ(text_of(*taken[1], ".mbtree"), tree('I') + tree('P'));
}

TEST_F(LeadStatisticsTest, SaysWhatAGopCost) {
    write(kOptions + line(0, 0, 'I') + line(1, 1, 'I'), tree('I') + tree('I'));
    packets(1, Mark::SegmentStart, 1000, 1000);
    packets(1, Mark::GopStart, 3000, 1000);
    lead.end();
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_DOUBLE_EQ(taken[0]->cost().share, 1);
    EXPECT_DOUBLE_EQ(taken[1]->cost().share, 3);
    EXPECT_DOUBLE_EQ(taken[1]->cost().film_share, 2);
    EXPECT_DOUBLE_EQ(taken[1]->cost().seconds, 1);
}

TEST_F(LeadStatisticsTest, NothingStaysBehind) {
    write(kOptions + line(0, 0, 'I'), tree('I'));
    packets(1, Mark::SegmentStart);
    lead.end();
    const std::string second = lead.begin().filename().string();
    EXPECT_NE(second, file);
    ASSERT_EQ(taken.size(), 1U);
    taken.clear();
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(LeadStatisticsTest, WhereTheyCannotBeWrittenThereAreNone) {
    write(kOptions + line(0, 0, 'I') + line(1, 1, 'I'), tree('I') + tree('I'));
    std::filesystem::create_directories(folder.path() / "gop-1/in-the-way");
    packets(1, Mark::SegmentStart);
    packets(1, Mark::GopStart);
    lead.end();
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[0], nullptr);
    EXPECT_NE(taken[1], nullptr);
}

TEST_F(LeadStatisticsTest, AGopWithoutADurationHasNone) {
    write(kOptions + line(0, 0, 'I'), tree('I'));
    packets(1, Mark::SegmentStart, 100, 0);
    lead.end();
    ASSERT_EQ(taken.size(), 1U);
    EXPECT_EQ(taken[0], nullptr);
}

TEST_F(LeadStatisticsTest, FilesThatAreNotAsExpectedGiveNoStatistics) {
    const std::string good = kOptions + line(0, 0, 'I');
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"", tree('I')},
        {line(0, 0, 'I'), tree('I')},
        {kOptions, tree('I')},
        {good.substr(0, good.size() - 2), tree('I')},
        {kOptions + std::string("in:x out:0 type:I ;\n"), tree('I')},
        {kOptions + std::string("in:0 type:I ;\n"), tree('I')},
        {kOptions + std::string("in:0 out:0 kind:I ;\n"), tree('I')},
        {kOptions + std::string("in:99999999999999999999 out:0 type:I ;\n"), tree('I')},
        {good, tree('I').substr(1)},
        {good, ""},
    };
    for (const auto& [frames, trees] : wrong) {
        file = lead.begin().filename().string();
        write(frames, trees);
        taken.clear();
        packets(1, Mark::SegmentStart);
        lead.end();
        ASSERT_EQ(taken.size(), 1U) << frames;
        EXPECT_EQ(taken[0], nullptr) << frames;
    }
}

} // namespace
} // namespace framehand::media
