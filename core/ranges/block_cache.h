// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/range_reader.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string>

namespace framehand::ranges {

/// A source read in blocks, of which the last used ones are kept, so that the many small reads of a demuxer are few
/// requests. Reading on makes the requests larger, up to kMostAhead; several places may be read on at once, as a film
/// whose sound lies far from its pictures asks for. One thread at a time.
class BlockCache final : public ports::RangeReader {
public:
    static constexpr std::size_t kBlock = 256U << 10;
    static constexpr std::size_t kBlocks = 32;   ///< 8 MiB
    static constexpr std::size_t kMostAhead = 8; ///< blocks in one request

    explicit BlockCache(std::unique_ptr<ports::RangeReader> source) : m_source(std::move(source)) {}

    [[nodiscard]] std::string name() const override { return m_source->name(); }

    [[nodiscard]] std::uint64_t size() const override { return m_source->size(); }

    [[nodiscard]] std::string identity() const override { return m_source->identity(); }

    /// Nothing is kept of a request that failed.
    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override;

private:
    struct Block {
        std::uint64_t number = 0;
        std::size_t run = 1; ///< blocks of the request that brought it
        std::string bytes;
    };

    [[nodiscard]] const Block* find(std::uint64_t number);
    [[nodiscard]] base::Result<const Block*> fetch(std::uint64_t number, const base::CancelToken& cancel);
    [[nodiscard]] std::size_t run_at(std::uint64_t number) const;

    const std::unique_ptr<ports::RangeReader> m_source;
    std::list<Block> m_blocks; ///< the last used one first
};

} // namespace framehand::ranges
