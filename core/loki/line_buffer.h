// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace framehand::loki {

/// A line of the log as Loki gets it.
struct Entry {
    std::int64_t time_ns = 0; ///< since 1970
    base::LogLevel level = base::LogLevel::Info;
    std::string line; ///< as base::format_json_line() writes it: values of secret keys are masked
};

/// Lines that wait for Loki, in memory. Whoever writes never waits for anything but a short lock; where the bounds are
/// reached, the oldest lines go, and a line in their place says how many.
///
/// Loki sorts by time and takes two equal lines of one time for the same (its HTTP API, "ingest logs"), while our clock
/// counts milliseconds: each line gets a time of its own, later than that of the line before it. A clock that is set
/// back by more than kClockJitter is followed. All methods from any thread.
class LineBuffer final : public base::LogSink {
public:
    static constexpr std::int64_t kClockJitter = 60'000'000'000; ///< ns

    struct Limits {
        std::size_t lines = 10'000;
        std::size_t bytes = std::size_t{2} * 1024 * 1024; ///< of all lines
        std::size_t text_bytes =
            std::size_t{16} * 1024; ///< of one message or value; Loki refuses lines of more than 256 KiB
    };

    LineBuffer() = default;

    explicit LineBuffer(Limits limits) : m_limits(limits) {}

    void write(const base::LogRecord& record) override;

    struct Batch {
        std::vector<Entry> entries;
        bool more = false; ///< left where they were
    };

    /// The oldest lines, in order: `lines` at most, and one more that says how many were lost before them; at most
    /// `bytes`, but one line at least. Nothing if there are none.
    [[nodiscard]] Batch take(std::size_t lines, std::size_t bytes);

    /// So many of those that were taken last.
    void add_lost(std::size_t lines);

private:
    const Limits m_limits;
    std::mutex m_mutex; ///< guards all below
    std::deque<Entry> m_entries;
    std::size_t m_bytes = 0;
    std::size_t m_lost = 0; ///< lines before m_entries of which nothing was said yet
    std::int64_t m_last_time = 0;
};

} // namespace framehand::loki
