// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_video_records.h"

#include <utility>

namespace framehand::sources {

BullVideoRecords::BullVideoRecords(std::unique_ptr<BullVideoTable> table, Services services)
    : m_table(std::move(table)), m_services(std::move(services)), m_backoff(m_services.random) {
}

BullVideoRecords::~BullVideoRecords() {
    m_task.reset(); // before what it uses
}

void BullVideoRecords::add(BullVideoRow row) {
    if (m_rows.size() >= kMost) {
        // The first may be under way.
        const auto oldest = m_rows.begin() + 1;
        m_services.logger.error("the table of the videos takes nothing; what became of a video is not in it",
                                {{"video", oldest->video_id}, {"resolution", oldest->resolution}});
        m_rows.erase(oldest);
    }
    m_rows.push_back(std::move(row));
    if (!m_retry) {
        write_next();
    }
}

void BullVideoRecords::write_next() {
    if (m_task || m_rows.empty()) {
        return;
    }
    m_task = m_services.background.run([this, row = m_rows.front()] { m_answer = m_table->write(row); },
                                       [this] { written(); });
}

void BullVideoRecords::written() {
    m_task.reset();
    const auto& row = m_rows.front();
    if (!m_answer &&
        (m_answer.error().code == base::ErrorCode::Unavailable || m_answer.error().code == base::ErrorCode::Timeout)) {
        const auto wait = m_backoff.next();
        m_services.logger.warning("the table of the videos is away, trying again: " + m_answer.error().text(),
                                  {{"video", row.video_id}, {"resolution", row.resolution}});
        m_retry = m_services.timers.after(wait, [this] {
            const auto fired = std::move(m_retry);
            write_next();
        });
        return;
    }
    if (!m_answer) {
        m_services.logger.error("what became of a video is not in the table of the videos: " + m_answer.error().text(),
                                {{"video", row.video_id}, {"resolution", row.resolution}});
    }
    m_backoff.reset();
    m_rows.pop_front();
    write_next();
}

} // namespace framehand::sources
