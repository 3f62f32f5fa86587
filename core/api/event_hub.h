// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace framehand::api {

/// Whether a slow client may miss an event: progress is soon followed by newer progress, a state is not.
enum class EventKind { State, Progress };

/// The state that clients watch, and its numbered changes. Each event carries the whole new state, so that a client
/// that missed progress is right again with the next event. One thread.
class EventHub {
public:
    struct Event {
        EventKind kind = EventKind::State;
        std::uint64_t sequence = 0; ///< rises by one with each event; a gap is missed progress
        base::Json state;
    };

    using Sink = std::function<void(const Event&)>;

    /// Keeps a sink registered for as long as it lives; may outlive the hub.
    using Subscription = std::shared_ptr<Sink>;

    /// `initial` is the state before the first event.
    explicit EventHub(base::Json initial);

    void publish(base::Json state, EventKind kind);

    /// The newest event, which a new client takes as its first.
    [[nodiscard]] const Event& latest() const { return m_latest; }

    [[nodiscard]] Subscription subscribe(Sink sink);

    /// Whether anybody is subscribed.
    [[nodiscard]] bool watched() const;

private:
    Event m_latest;
    std::vector<std::weak_ptr<Sink>> m_sinks;
};

} // namespace framehand::api
