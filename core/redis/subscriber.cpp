// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/subscriber.h"

#include "core/redis/link.h"
#include "core/redis/server_error.h"

#include <utility>

namespace framehand::redis {

using base::Error;
using base::ErrorCode;
using base::fail;

namespace {

constexpr base::Duration kSilence{30'000}; ///< after this long the server is asked for a sign of life

const std::string& text_at(const Reply& reply, std::size_t index) {
    static const std::string kNone;
    const std::string* text = index < reply.elements.size() ? reply.elements[index].as_text() : nullptr;
    return text != nullptr ? *text : kNone;
}

} // namespace

Subscriber::Subscriber(Options options, Services services) : m_timers(services.timers), m_timeout(options.timeout) {
    m_link =
        std::make_unique<Link>(std::move(options), std::move(services),
                               Link::Events{[this] { subscribe_all(); }, [this](const Reply& reply) { heard(reply); },
                                            [this](const Error& error) { went_down(error); }});
}

Subscriber::~Subscriber() = default;

bool Subscriber::is_ready() const {
    return m_link->state() == Link::State::Ready;
}

void Subscriber::subscribe(const std::string& channel) {
    if (m_channels.insert(channel).second) {
        send({"SUBSCRIBE", channel});
    }
}

void Subscriber::psubscribe(const std::string& pattern) {
    if (m_patterns.insert(pattern).second) {
        send({"PSUBSCRIBE", pattern});
    }
}

void Subscriber::unsubscribe(const std::string& channel) {
    if (m_channels.erase(channel) > 0) {
        send({"UNSUBSCRIBE", channel});
    }
}

void Subscriber::punsubscribe(const std::string& pattern) {
    if (m_patterns.erase(pattern) > 0) {
        send({"PUNSUBSCRIBE", pattern});
    }
}

/// What is not sent now goes with subscribe_all().
void Subscriber::send(const Command& command) {
    if (!is_ready()) {
        return;
    }
    ++m_unconfirmed;
    m_link->send(command);
}

void Subscriber::subscribe_all() {
    m_unconfirmed = 0;
    for (const std::string& channel : m_channels) {
        send({"SUBSCRIBE", channel});
    }
    for (const std::string& pattern : m_patterns) {
        send({"PSUBSCRIBE", pattern});
    }
    listen_for_life();
}

void Subscriber::listen_for_life() {
    m_life = m_timers.after(kSilence, [this] {
        m_link->send({"PING"});
        m_life = m_timers.after(m_timeout, [this] {
            m_link->give_up(fail(ErrorCode::Unavailable,
                                 "the Redis server at " + m_link->options().url.text() + " has gone silent"));
        });
    });
}

void Subscriber::heard(const Reply& reply) {
    listen_for_life();
    if (reply.is_error()) {
        m_link->give_up(server_error(reply.text, "a subscription"));
        return;
    }
    const std::string& kind = text_at(reply, 0);
    if (kind == "message" || kind == "pmessage") {
        const Message message = kind == "message" ? Message{text_at(reply, 1), text_at(reply, 2), ""}
                                                  : Message{text_at(reply, 2), text_at(reply, 3), text_at(reply, 1)};
        if (on_message) {
            const auto tell = on_message;
            tell(message);
        }
    } else if (kind.ends_with("subscribe") && --m_unconfirmed == 0 && on_subscribed) {
        const auto tell = on_subscribed;
        tell();
    }
}

void Subscriber::went_down(const Error& error) {
    m_life.reset();
    m_unconfirmed = 0;
    if (on_down) {
        const auto tell = on_down;
        tell(error);
    }
}

} // namespace framehand::redis
