// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_revoked.h"

#include "core/sources/celery_time.h"

namespace framehand::sources {

void CeleryRevoked::add(const std::string& task_id, base::WallTime now) {
    if (!m_times.emplace(task_id, now).second) {
        return;
    }
    m_order.push_back(task_id);
    if (m_order.size() > kMost) {
        m_times.erase(m_order.front());
        m_order.pop_front();
    }
}

base::Json CeleryRevoked::ids() const {
    return base::Json(m_order);
}

base::Json CeleryRevoked::times() const {
    auto json = base::Json::object();
    for (const auto& [id, time] : m_times) {
        json[id] = epoch_seconds(time);
    }
    return json;
}

} // namespace framehand::sources
