// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/held_pictures.h"

#include <utility>

namespace framehand::media {

bool HeldPictures::push(Picture picture, std::size_t bytes) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || m_bytes + bytes <= m_max_bytes || awaits_statistics(); });
    if (m_closed) {
        return false;
    }
    m_pictures.emplace_back(std::move(picture), bytes);
    m_bytes += bytes;
    m_changed.notify_all();
    return true;
}

void HeldPictures::finish() {
    const std::scoped_lock lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

void HeldPictures::bring(std::shared_ptr<const GopStatistics> statistics) {
    const std::scoped_lock lock(m_mutex);
    m_statistics.push_back(std::move(statistics));
    m_changed.notify_all();
}

void HeldPictures::finish_statistics() {
    const std::scoped_lock lock(m_mutex);
    m_no_more_statistics = true;
    m_changed.notify_all();
}

std::optional<Picture> HeldPictures::pop() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_closed || (m_pictures.empty() ? m_finished : !awaits_statistics()); });
    if (m_closed || m_pictures.empty()) {
        return std::nullopt;
    }
    auto [picture, bytes] = std::move(m_pictures.front());
    m_pictures.pop_front();
    m_bytes -= bytes;
    if (picture.place.mark != Mark::None && m_has_statistics(picture.place.segment) && !m_statistics.empty()) {
        picture.statistics = std::move(m_statistics.front());
        m_statistics.pop_front();
    }
    m_changed.notify_all();
    return std::move(picture);
}

void HeldPictures::close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_pictures.clear();
    m_statistics.clear();
    m_bytes = 0;
    m_changed.notify_all();
}

bool HeldPictures::awaits_statistics() const {
    if (m_pictures.empty() || !m_statistics.empty() || m_no_more_statistics) {
        return false;
    }
    const GridPlace& place = m_pictures.front().first.place;
    return place.mark != Mark::None && m_has_statistics(place.segment);
}

} // namespace framehand::media
