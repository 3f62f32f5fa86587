// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/link.h"

#include "core/base/text.h"
#include "core/redis/command_bytes.h"
#include "core/redis/server_error.h"
#include "core/redis/transport.h"

#include <utility>

namespace framehand::redis {

using base::Error;
using base::ErrorCode;
using base::fail;

Link::Link(Options options, Services services, Events events)
    : m_options(std::move(options)), m_timers(services.timers), m_logger(std::move(services.logger)),
      m_events(std::move(events)), m_backoff(std::move(services.random), m_options.first_retry, m_options.last_retry) {
    connect();
}

Link::~Link() = default;

void Link::connect() {
    m_state = State::Connecting;
    m_reader = std::make_unique<ReplyReader>(ReplyReader::Limits{m_options.largest_reply, m_options.most_elements});
    m_transport = std::make_unique<Transport>(m_options.url, m_options.ca_file,
                                              Transport::Events{[this] { introduce(); },
                                                                [this](std::string_view bytes) { received(bytes); },
                                                                [this](Error error) { give_up(std::move(error)); }});
    m_timer = m_timers.after(m_options.timeout, [this] {
        give_up(fail(ErrorCode::Unavailable, "the Redis server at " + m_options.url.text() + " does not answer",
                     "no connection in " + base::humanize_duration(m_options.timeout)));
    });
    m_transport->open();
}

void Link::introduce() {
    const auto say = [this](const Command& command, std::string name, std::function<bool(const Reply&)> ok) {
        m_steps.push_back({std::move(name), std::move(ok)});
        m_transport->write(command_bytes(command));
    };
    const auto must = [](const Reply& reply) { return !reply.is_error(); };
    if (m_options.url.password) {
        Command command{"AUTH"};
        if (!m_options.url.user.empty()) {
            command.push_back(m_options.url.user);
        }
        command.push_back(m_options.url.password->reveal());
        say(command, "the password", must);
    }
    // Without a password, or in protected mode, all is refused alike; without a right to INFO or CLIENT one can work.
    const auto may = [](const Reply& reply) {
        const auto word = error_word(reply.text);
        return !reply.is_error() || (word != "NOAUTH" && word != "DENIED");
    };
    if (!m_options.client_name.empty()) {
        say({"CLIENT", "SETNAME", m_options.client_name}, "CLIENT SETNAME", may);
    }
    if (m_options.url.database != 0) {
        say({"SELECT", std::to_string(m_options.url.database)}, "SELECT", must);
    }
    say({"INFO", "server"}, "INFO", [this, may](const Reply& reply) {
        const std::string* info = reply.as_text();
        m_version = info != nullptr ? version_from_info(*info) : std::nullopt;
        return may(reply);
    });
}

void Link::received(std::string_view bytes) {
    m_reader->feed(bytes);
    const auto alive = m_guard.watch();
    while (!alive.expired()) {
        auto reply = m_reader->next();
        if (!reply) {
            give_up(reply.error().wrapped("the connection to " + m_options.url.text() + " was ended"));
            return;
        }
        if (!*reply) {
            return;
        }
        take_reply(std::move(**reply));
    }
}

void Link::take_reply(Reply reply) {
    if (m_state == State::Ready) {
        m_events.replied(std::move(reply));
        return;
    }
    if (m_steps.empty()) {
        give_up(reply.is_error()
                    ? server_error(reply.text, "the connection")
                    : fail(ErrorCode::Unavailable, "what is at " + m_options.url.text() + " is no Redis server"));
        return;
    }
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    if (!step.ok(reply)) {
        give_up(server_error(reply.text, step.name));
        return;
    }
    if (m_steps.empty()) {
        introduced();
    }
}

void Link::introduced() {
    m_timer.reset();
    m_backoff.reset();
    m_state = State::Ready;
    m_logger.debug("connected to the Redis server",
                   {{"server", m_options.url.text()}, {"version", m_version ? to_string(*m_version) : "unknown"}});
    m_events.ready();
}

void Link::send(const Command& command) {
    if (m_state == State::Ready) {
        m_transport->write(command_bytes(command));
    }
}

void Link::give_up(Error error) {
    if (m_state == State::Waiting) {
        return;
    }
    m_guard.drop();
    m_steps.clear();
    m_transport.reset();
    const auto pause = m_backoff.next();
    m_state = State::Waiting;
    m_last_error = error;
    m_timer = m_timers.after(pause, [this] { connect(); });
    m_logger.debug("the connection to the Redis server is lost",
                   {{"server", m_options.url.text()}, {"error", error.text()}});
    m_events.down(error);
}

} // namespace framehand::redis
