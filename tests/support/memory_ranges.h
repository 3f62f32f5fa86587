// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/range_reader.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace framehand::test {

/// A source in memory; fails on demand. One thread at a time.
class MemoryRanges final : public ports::RangeReader {
public:
    struct Asked {
        std::uint64_t offset = 0;
        std::size_t length = 0;

        bool operator==(const Asked&) const = default;
    };

    explicit MemoryRanges(std::string bytes, std::string name = "s3://films/film.mp4")
        : m_bytes(std::move(bytes)), m_name(std::move(name)) {}

    [[nodiscard]] std::string name() const override { return m_name; }

    [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }

    [[nodiscard]] std::string identity() const override { return "\"1\""; }

    [[nodiscard]] base::Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into,
                                                    const base::CancelToken& cancel) override {
        asked.push_back({offset, into.size()});
        if (on_read) {
            on_read(cancel);
        }
        if (cancel.cancelled()) {
            return base::fail(base::ErrorCode::Cancelled, "cancelled");
        }
        if (fails_from && offset + into.size() > *fails_from) {
            return base::fail(base::ErrorCode::Unavailable, "the source cannot be read: " + m_name, "no network");
        }
        if (offset >= m_bytes.size()) {
            return std::size_t{0};
        }
        const std::size_t bytes = std::min<std::uint64_t>(into.size(), m_bytes.size() - offset);
        std::copy_n(m_bytes.data() + offset, bytes, into.begin());
        return bytes;
    }

    std::vector<Asked> asked;
    std::optional<std::uint64_t> fails_from; ///< the first byte that cannot be read
    std::function<void(const base::CancelToken&)> on_read;

private:
    const std::string m_bytes;
    const std::string m_name;
};

} // namespace framehand::test
