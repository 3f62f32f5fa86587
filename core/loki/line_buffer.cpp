// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loki/line_buffer.h"

#include "core/base/log_format.h"
#include "core/base/text.h"

#include <chrono>
#include <utility>

namespace framehand::loki {

namespace {

std::int64_t nanoseconds(base::WallTime time) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

base::WallTime wall_time(std::int64_t nanoseconds) {
    return base::WallTime(std::chrono::duration_cast<base::Duration>(std::chrono::nanoseconds(nanoseconds)));
}

Entry about_lost(std::size_t lines, std::int64_t time_ns) {
    const base::LogRecord record{wall_time(time_ns),
                                 base::LogLevel::Warning,
                                 "lines of the log were lost on their way to Loki",
                                 {{"lines", std::to_string(lines)}}};
    return {time_ns, record.level, base::format_json_line(record)};
}

} // namespace

void LineBuffer::write(const base::LogRecord& record) {
    base::LogRecord bounded{record.time, record.level, base::shortened(record.message, m_limits.text_bytes), {}};
    for (const auto& [key, value] : record.fields) {
        bounded.fields.emplace_back(key, base::shortened(value, m_limits.text_bytes));
    }
    Entry entry{nanoseconds(record.time), record.level, base::format_json_line(bounded)};
    const std::lock_guard lock(m_mutex);
    if (entry.time_ns <= m_last_time + 1 && m_last_time - entry.time_ns < kClockJitter) {
        entry.time_ns = m_last_time + 2; // one is left for a line about lost ones
    }
    m_last_time = entry.time_ns;
    m_bytes += entry.line.size();
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > 1 && (m_entries.size() > m_limits.lines || m_bytes > m_limits.bytes)) {
        m_bytes -= m_entries.front().line.size();
        m_entries.pop_front();
        ++m_lost;
    }
}

LineBuffer::Batch LineBuffer::take(std::size_t lines, std::size_t bytes) {
    Batch batch;
    auto& taken = batch.entries;
    const std::lock_guard lock(m_mutex);
    if (m_entries.empty()) {
        return batch;
    }
    if (const auto lost = std::exchange(m_lost, 0); lost > 0) {
        taken.push_back(about_lost(lost, m_entries.front().time_ns - 1));
        ++lines;
    }
    std::size_t size = 0;
    while (!m_entries.empty() && taken.size() < lines && (size == 0 || size + m_entries.front().line.size() <= bytes)) {
        size += m_entries.front().line.size();
        taken.push_back(std::move(m_entries.front()));
        m_entries.pop_front();
    }
    m_bytes -= size;
    batch.more = !m_entries.empty();
    return batch;
}

void LineBuffer::add_lost(std::size_t lines) {
    const std::lock_guard lock(m_mutex);
    m_lost += lines;
}

} // namespace framehand::loki
