// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ranges/block_cache.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace framehand::ranges {

const BlockCache::Block* BlockCache::find(std::uint64_t number) {
    const auto found = std::ranges::find(m_blocks, number, &Block::number);
    if (found == m_blocks.end()) {
        return nullptr;
    }
    m_blocks.splice(m_blocks.begin(), m_blocks, found);
    return &m_blocks.front();
}

std::size_t BlockCache::run_at(std::uint64_t number) const {
    const auto before = std::ranges::find_if(m_blocks, [&](const Block& block) { return block.number + 1 == number; });
    const std::size_t wanted = before == m_blocks.end() ? 1 : std::min(before->run * 2, kMostAhead);
    // What is there already is not asked for again.
    std::size_t run = 1;
    while (run < wanted && std::ranges::find(m_blocks, number + run, &Block::number) == m_blocks.end()) {
        ++run;
    }
    return run;
}

base::Result<const BlockCache::Block*> BlockCache::fetch(std::uint64_t number, const base::CancelToken& cancel) {
    const std::uint64_t start = number * kBlock;
    const std::uint64_t wanted = std::min<std::uint64_t>(run_at(number) * kBlock, size() - start);
    std::string bytes(static_cast<std::size_t>(wanted), '\0');
    FH_ASSIGN(const std::size_t got, m_source->read_at(start, bytes, cancel));
    if (got != bytes.size()) {
        return base::fail(base::ErrorCode::CorruptData, "the source cannot be read: " + name(),
                          "it is shorter than it was");
    }
    const std::size_t run = (bytes.size() + kBlock - 1) / kBlock;
    for (std::size_t i = run; i-- > 0;) { // the one that was asked for becomes the last used one
        m_blocks.push_front({number + i, run, bytes.substr(i * kBlock, kBlock)});
    }
    while (m_blocks.size() > kBlocks) {
        m_blocks.pop_back();
    }
    return &m_blocks.front();
}

base::Result<std::size_t> BlockCache::read_at(std::uint64_t offset, std::span<char> into,
                                              const base::CancelToken& cancel) {
    std::size_t done = 0;
    while (done < into.size() && offset + done < size()) {
        const std::uint64_t at = offset + done;
        const Block* block = find(at / kBlock);
        if (block == nullptr) {
            FH_ASSIGN(block, fetch(at / kBlock, cancel));
        }
        const auto within = static_cast<std::size_t>(at % kBlock);
        const std::size_t bytes = std::min(into.size() - done, block->bytes.size() - within);
        std::memcpy(into.data() + done, block->bytes.data() + within, bytes);
        done += bytes;
    }
    return done;
}

} // namespace framehand::ranges
