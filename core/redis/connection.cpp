// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/connection.h"

#include "core/redis/link.h"
#include "core/redis/server_error.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <iterator>
#include <utility>

namespace framehand::redis {

using base::Error;
using base::ErrorCode;
using base::fail;

Connection::Connection(Options options, Services services) : m_timers(services.timers), m_timeout(options.timeout) {
    m_link =
        std::make_unique<Link>(std::move(options), std::move(services),
                               Link::Events{[this] { went_up(); }, [this](Reply reply) { answered(std::move(reply)); },
                                            [this](const Error& error) { went_down(error); }});
}

Connection::~Connection() = default;

void Connection::call(Command command, Done<Reply> done) {
    call(std::move(command), m_timeout, std::move(done));
}

void Connection::call(Command command, base::Duration timeout, Done<Reply> done) {
    Pending pending{command.empty() ? "" : command.front(), timeout, std::move(done)};
    switch (m_link->state()) {
    case Link::State::Ready:
        send(command, std::move(pending));
        break;
    case Link::State::Connecting:
        m_waiting.emplace_back(std::move(command), std::move(pending));
        break;
    case Link::State::Waiting:
        later([done = std::move(pending.done), error = m_link->last_error()] { done(error); });
        break;
    }
}

void Connection::send(const Command& command, Pending pending) {
    m_pending.push_back(std::move(pending));
    if (m_pending.size() == 1) {
        watch_front();
    }
    m_link->send(command);
}

void Connection::watch_front() {
    if (m_pending.empty()) {
        m_deadline.reset();
        return;
    }
    m_deadline = m_timers.after(m_pending.front().timeout, [this] {
        const Pending late = std::move(m_pending.front());
        m_pending.pop_front();
        const auto alive = m_guard.watch();
        m_link->give_up(fail(ErrorCode::Unavailable, "the Redis server at " + url().text() + " does not answer"));
        if (!alive.expired()) {
            late.done(fail(ErrorCode::Timeout, "the Redis server did not answer " + late.name + " in time"));
        }
    });
}

void Connection::answered(Reply reply) {
    if (m_pending.empty()) {
        m_link->give_up(reply.is_error() ? server_error(reply.text, "the connection")
                                         : fail(ErrorCode::Unavailable, "the Redis server answered what nobody asked"));
        return;
    }
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    watch_front();
    if (reply.is_error()) {
        pending.done(server_error(reply.text, pending.name));
    } else {
        pending.done(std::move(reply));
    }
}

void Connection::went_up() {
    const auto alive = m_guard.watch();
    if (on_ready) {
        const auto tell = on_ready;
        tell();
    }
    while (!alive.expired() && !m_waiting.empty() && is_ready()) {
        auto [command, pending] = std::move(m_waiting.front());
        m_waiting.pop_front();
        send(command, std::move(pending));
    }
}

void Connection::went_down(const Error& error) {
    m_deadline.reset();
    std::vector<Done<Reply>> ended;
    for (Pending& pending : std::exchange(m_pending, {})) {
        ended.push_back(std::move(pending.done));
    }
    for (auto& [command, pending] : std::exchange(m_waiting, {})) {
        ended.push_back(std::move(pending.done));
    }
    const auto alive = m_guard.watch();
    for (const auto& done : ended) {
        done(error);
        if (alive.expired()) {
            return;
        }
    }
    if (on_down) {
        const auto tell = on_down;
        tell(error);
    }
}

void Connection::transaction(std::vector<Command> commands, Done<std::vector<Reply>> done) {
    struct Course {
        std::vector<std::string> names;
        std::optional<Error> refused; ///< the first one's reason
        Done<std::vector<Reply>> done;
    };

    const auto course = std::make_shared<Course>();
    course->done = std::move(done);
    const auto queued = [course](const base::Result<Reply>& reply) {
        if (!reply && !course->refused) {
            course->refused = reply.error();
        }
    };
    call({"MULTI"}, queued);
    for (Command& command : commands) {
        course->names.push_back(command.empty() ? "" : command.front());
        call(std::move(command), queued);
    }
    call({"EXEC"}, [course](base::Result<Reply> reply) {
        if (!reply) {
            course->done(course->refused ? *course->refused : reply.error());
            return;
        }
        if (reply->is_nil()) {
            course->done(fail(ErrorCode::Cancelled, "somebody else changed what the transaction watched"));
            return;
        }
        for (std::size_t i = 0; i < reply->elements.size() && i < course->names.size(); ++i) {
            if (reply->elements[i].is_error()) {
                course->done(server_error(reply->elements[i].text, course->names[i]));
                return;
            }
        }
        course->done(std::move(reply->elements));
    });
}

void Connection::run(const Script& script, std::vector<std::string> keys, std::vector<std::string> arguments,
                     Done<Reply> done) {
    const auto command = [&](std::string verb, std::string body) {
        Command whole{std::move(verb), std::move(body), std::to_string(keys.size())};
        whole.insert(whole.end(), keys.begin(), keys.end());
        whole.insert(whole.end(), arguments.begin(), arguments.end());
        return whole;
    };
    call(command("EVALSHA", script.sha1()), m_guard.wrap([this, whole = command("EVAL", script.text()),
                                                          done = std::move(done)](base::Result<Reply> reply) {
        if (!reply && has_error_word(reply.error(), "NOSCRIPT")) {
            call(whole, done);
        } else {
            done(std::move(reply));
        }
    }));
}

void Connection::later(std::function<void()> call) {
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [call = m_guard.wrap(std::move(call))] { call(); }, Qt::QueuedConnection);
}

bool Connection::is_ready() const {
    return m_link->state() == Link::State::Ready;
}

std::optional<Version> Connection::server_version() const {
    return m_link->version();
}

const Url& Connection::url() const {
    return m_link->options().url;
}

} // namespace framehand::redis
