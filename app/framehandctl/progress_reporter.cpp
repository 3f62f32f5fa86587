// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandctl/progress_reporter.h"

#include <cmath>

namespace framehand::cli {

namespace {

base::Json to_json(const ProgressView& view) {
    base::Json json{{"event", "progress"}, {"state", view.state}};
    if (view.percent >= 0) {
        json["percent"] = view.percent;
    }
    if (view.fps > 0) {
        json["fps"] = view.fps;
    }
    if (view.speed > 0) {
        json["speed"] = view.speed;
    }
    if (view.eta_sec >= 0) {
        json["eta_sec"] = view.eta_sec;
    }
    return json;
}

} // namespace

void ProgressReporter::show(const ProgressView& view) {
    if (m_last == view) {
        return;
    }
    if (m_console.mode() == OutputMode::JsonLines) {
        m_console.json(to_json(view));
    } else if (m_console.facts().error_is_terminal) {
        // One column stays free: a full line makes some terminals wrap.
        m_console.draw(progress_bar(view, m_console.facts().columns - 1));
    } else {
        show_line(view);
    }
    m_last = view;
}

void ProgressReporter::show_line(const ProgressView& view) {
    const int tenth = view.percent < 0 ? -1 : static_cast<int>(std::floor(view.percent / 10));
    if (!m_last || m_last->state != view.state || tenth > m_last_tenth) {
        m_console.note(progress_text(view));
        m_last_tenth = tenth;
    }
}

} // namespace framehand::cli
