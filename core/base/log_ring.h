// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace framehand::base {

/// The newest records in memory, for who looks at the log while it is written. Bounded by their number and by their
/// bytes; long texts are cut, and values of secret keys are masked, when they come in. All methods from any thread.
class LogRing final : public LogSink {
public:
    struct Limits {
        std::size_t records = 5'000;
        std::size_t bytes = 2 * 1024 * 1024; ///< of all texts
        std::size_t text_bytes = 4'096;      ///< of one message or value
    };

    /// One record with its number, which rises by one with each: 1, 2, ...
    struct Line {
        std::uint64_t seq = 0;
        LogRecord record;
    };

    struct Query {
        std::optional<std::uint64_t> after; ///< lines behind this number; absent: the newest there are
        LogLevel level = LogLevel::Debug;   ///< and above
        std::string job;                    ///< only of the job of this id, its field "job"; "": all
        std::size_t limit = 500;
        std::size_t most_bytes = 128 * 1024; ///< of all texts of the answer; one line at least
    };

    struct Tail {
        std::uint64_t next = 0; ///< what to ask for next: `after`
        std::uint64_t lost = 0; ///< records behind `after` that are gone
        std::vector<Line> lines;
    };

    LogRing() = default;

    explicit LogRing(Limits limits) : m_limits(limits) {}

    void write(const LogRecord& record) override;

    [[nodiscard]] Tail tail(const Query& query) const;

private:
    struct Kept {
        Line line;
        std::size_t bytes = 0;
    };

    [[nodiscard]] static bool fits(const Line& line, const Query& query);

    const Limits m_limits;
    mutable std::mutex m_mutex; ///< guards all below
    std::deque<Kept> m_kept;    ///< oldest first
    std::size_t m_bytes = 0;
    std::uint64_t m_next = 1;
};

} // namespace framehand::base
