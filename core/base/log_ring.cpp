// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log_ring.h"

#include "core/base/log_format.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace framehand::base {

void LogRing::write(const LogRecord& record) {
    Kept kept;
    kept.line.record.time = record.time;
    kept.line.record.level = record.level;
    kept.line.record.message = shortened(record.message, m_limits.text_bytes);
    kept.bytes = kept.line.record.message.size();
    for (const auto& [key, value] : record.fields) {
        kept.line.record.fields.emplace_back(key, is_secret_key(key) ? "***" : shortened(value, m_limits.text_bytes));
        kept.bytes += key.size() + kept.line.record.fields.back().second.size();
    }
    const std::lock_guard lock(m_mutex);
    kept.line.seq = m_next++;
    m_bytes += kept.bytes;
    m_kept.push_back(std::move(kept));
    while (m_kept.size() > 1 && (m_kept.size() > m_limits.records || m_bytes > m_limits.bytes)) {
        m_bytes -= m_kept.front().bytes;
        m_kept.pop_front();
    }
}

bool LogRing::fits(const Line& line, const Query& query) {
    if (line.record.level < query.level) {
        return false;
    }
    return query.job.empty() || std::ranges::any_of(line.record.fields, [&](const auto& field) {
               return field.first == "job" && field.second == query.job;
           });
}

LogRing::Tail LogRing::tail(const Query& query) const {
    const std::lock_guard lock(m_mutex);
    Tail tail;
    tail.next = m_next - 1;
    // A number from before a restart of the program is behind all that there is: everything is new then.
    const std::uint64_t after = query.after && *query.after < m_next ? *query.after : 0;
    const std::uint64_t oldest = m_kept.empty() ? m_next : m_kept.front().line.seq;
    if (query.after && oldest > after + 1) {
        tail.lost = oldest - after - 1;
    }
    std::size_t bytes = 0;
    const auto take = [&](const Kept& kept) {
        if (!fits(kept.line, query)) {
            return true;
        }
        if (!tail.lines.empty() && (tail.lines.size() >= query.limit || bytes + kept.bytes > query.most_bytes)) {
            return false;
        }
        bytes += kept.bytes;
        tail.lines.push_back(kept.line);
        return true;
    };
    if (!query.after) {
        static_cast<void>(std::all_of(m_kept.rbegin(), m_kept.rend(), take));
        std::ranges::reverse(tail.lines);
        return tail;
    }
    for (const Kept& kept : m_kept) {
        if (kept.line.seq > after && !take(kept)) {
            tail.next = tail.lines.back().seq;
            break;
        }
    }
    return tail;
}

} // namespace framehand::base
