// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/event_writer.h"

#include <algorithm>
#include <ostream>
#include <utility>
#include <variant>

namespace framehand::transcoder {

void EventWriter::write(const jobs::TranscodeEvent& event) {
    const std::scoped_lock lock(m_mutex);
    if (std::holds_alternative<jobs::TranscodePlanned>(event)) {
        m_last = {};
    }
    write_line(event);
}

void EventWriter::progress(jobs::TranscodeProgress progress) {
    const std::scoped_lock lock(m_mutex);
    const base::SteadyTime now = m_clock.steady();
    const bool is_due = !m_written_at || now - *m_written_at >= kInterval || progress.phase != m_last.phase;
    progress.percent = std::max(progress.percent, m_last.percent);
    m_last = std::move(progress);
    if (is_due) {
        m_written_at = now;
        write_line(m_last);
    }
}

jobs::TranscodeProgress EventWriter::last_progress() const {
    const std::scoped_lock lock(m_mutex);
    return m_last;
}

void EventWriter::write_line(const jobs::TranscodeEvent& event) {
    m_stream << base::dump_json(jobs::to_json(event)) << '\n' << std::flush;
}

} // namespace framehand::transcoder
