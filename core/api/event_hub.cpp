// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/event_hub.h"

#include <algorithm>
#include <utility>

namespace framehand::api {

EventHub::EventHub(base::Json initial) {
    m_latest.state = std::move(initial);
}

void EventHub::publish(base::Json state, EventKind kind) {
    m_latest = {kind, m_latest.sequence + 1, std::move(state)};
    std::erase_if(m_sinks, [](const auto& sink) { return sink.expired(); });
    const auto sinks = m_sinks; // a sink may end itself or others
    for (const auto& weak : sinks) {
        if (const auto sink = weak.lock()) {
            (*sink)(m_latest);
        }
    }
}

EventHub::Subscription EventHub::subscribe(Sink sink) {
    auto shared = std::make_shared<Sink>(std::move(sink));
    m_sinks.push_back(shared);
    return shared;
}

bool EventHub::watched() const {
    return std::ranges::any_of(m_sinks, [](const auto& sink) { return !sink.expired(); });
}

} // namespace framehand::api
