// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/presentation_timeline.h"

namespace framehand::media {

void PresentationTimeline::set_start(Start start) {
    const std::scoped_lock lock(m_mutex);
    m_start = start;
    m_changed.notify_all();
}

void PresentationTimeline::add_boundary(Boundary boundary) {
    const std::scoped_lock lock(m_mutex);
    m_boundaries.push_back(boundary);
}

void PresentationTimeline::finish(End end) {
    const std::scoped_lock lock(m_mutex);
    m_end = end;
    m_changed.notify_all();
}

void PresentationTimeline::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

std::optional<PresentationTimeline::Start> PresentationTimeline::wait_start() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || m_start || m_end; });
    return m_closed ? std::nullopt : m_start;
}

std::optional<PresentationTimeline::End> PresentationTimeline::wait_end() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || m_end; });
    return m_closed ? std::nullopt : m_end;
}

std::optional<PresentationTimeline::End> PresentationTimeline::known_end() const {
    const std::scoped_lock lock(m_mutex);
    return m_end;
}

std::vector<PresentationTimeline::Boundary> PresentationTimeline::boundaries_from(std::size_t first) const {
    const std::scoped_lock lock(m_mutex);
    if (first >= m_boundaries.size()) {
        return {};
    }
    return {m_boundaries.begin() + static_cast<std::ptrdiff_t>(first), m_boundaries.end()};
}

} // namespace framehand::media
