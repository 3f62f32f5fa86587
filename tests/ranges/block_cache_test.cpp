// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/block_cache.h"
#include "tests/support/memory_ranges.h"

#include <gtest/gtest.h>

namespace framehand::ranges {
namespace {

using Asked = test::MemoryRanges::Asked;
constexpr std::size_t kBlock = BlockCache::kBlock;

std::string pattern(std::size_t bytes) {
    std::string made(bytes, 'x');
    for (std::size_t i = 0; i < made.size(); i += 16) {
        made[i] = static_cast<char>(i / 16 % 251);
    }
    return made;
}

class Cache : public ::testing::Test {
protected:
    explicit Cache(std::size_t size = 60 * kBlock + 100) : bytes(pattern(size)) {
        auto made = std::make_unique<test::MemoryRanges>(bytes);
        source = made.get();
        cache = std::make_unique<BlockCache>(std::move(made));
    }

    void expect_read(std::uint64_t offset, std::size_t length) {
        std::string into(length, ' ');
        const auto got = cache->read_at(offset, into, {});
        ASSERT_TRUE(got) << got.error().text();
        EXPECT_EQ(into.substr(0, *got), offset < bytes.size() ? bytes.substr(offset, length) : "") << offset;
    }

    const std::string bytes;
    test::MemoryRanges* source = nullptr;
    std::unique_ptr<BlockCache> cache;
};

TEST_F(Cache, MakesOneRequestOfManySmallReads) {
    for (std::size_t at = 0; at < kBlock; at += 1000) {
        expect_read(at, 10);
    }
    EXPECT_EQ(source->asked, (std::vector<Asked>{{0, kBlock}}));
}

TEST_F(Cache, AsksForMoreTheLongerItReadsOn) {
    for (std::size_t at = 0; at < 31 * kBlock; at += kBlock / 2) {
        expect_read(at, kBlock / 2);
    }
    EXPECT_EQ(source->asked, (std::vector<Asked>{{0, kBlock},
                                                 {kBlock, 2 * kBlock},
                                                 {3 * kBlock, 4 * kBlock},
                                                 {7 * kBlock, 8 * kBlock},
                                                 {15 * kBlock, 8 * kBlock},
                                                 {23 * kBlock, 8 * kBlock}}));
}

TEST_F(Cache, ReadsOnAtTwoPlacesWithoutFetchingAnythingTwice) {
    for (std::size_t at = 0; at < 20 * kBlock; at += kBlock) {
        expect_read(at, 100);
        expect_read(30 * kBlock + at, 100);
    }
    std::size_t fetched = 0;
    for (const Asked& asked : source->asked) {
        fetched += asked.length;
    }
    EXPECT_LE(fetched, 46 * kBlock + kBlock);
    EXPECT_LE(source->asked.size(), 12U);
}

TEST_F(Cache, ReadsAcrossBlocksAndToTheEnd) {
    expect_read(kBlock - 5, 2 * kBlock + 10);
    expect_read(bytes.size() - 50, 100);
    expect_read(bytes.size(), 10);
    expect_read(bytes.size() + 1000, 10);
    expect_read(3, 0);
}

TEST_F(Cache, ForgetsWhatWasUsedLongAgo) {
    expect_read(0, 10);
    for (std::size_t block = 2; block < 2 + 2 * BlockCache::kBlocks - 10; block += 2) {
        expect_read(block * kBlock, 10);
    }
    for (std::size_t block = 3; block < 33; block += 2) {
        expect_read(block * kBlock, 10);
    }
    const std::size_t before = source->asked.size();
    expect_read(0, 10);
    EXPECT_EQ(source->asked.size(), before + 1);
}

TEST_F(Cache, TriesAgainWhatFailed) {
    source->fails_from = 0;
    std::string into(10, ' ');
    EXPECT_EQ(cache->read_at(0, into, {}).error().code, base::ErrorCode::Unavailable);
    source->fails_from.reset();
    expect_read(0, 10);
}

} // namespace
} // namespace framehand::ranges
