// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/connection.h"

#include "core/amqp/session.h"

#include <QObject>
#include <QThread>

#include <algorithm>
#include <utility>

namespace framehand::amqp {

namespace {

constexpr base::Duration kFirstRetry{500};

std::function<void(base::Result<Reply>)> without_value(Connection::Done<void> done) {
    return [done = std::move(done)](const base::Result<Reply>& reply) {
        done(reply ? base::Status{} : base::Status(reply.error()));
    };
}

base::Error no_connection() {
    return base::fail(base::ErrorCode::Unavailable, "there is no connection to the broker");
}

} // namespace

/// The thread and what lives in it. Only numbers of calls go there: what the owner waits with never leaves its thread.
struct Connection::Thread {
    /// Runs on the owner's thread, unless the connection is gone.
    template <typename Call>
    void tell_owner(Call call) {
        QMetaObject::invokeMethod(&owner, std::move(call), Qt::QueuedConnection);
    }

    /// Runs on the thread.
    template <typename Call>
    void post(Call call) {
        QMetaObject::invokeMethod(inside, std::move(call), Qt::QueuedConnection);
    }

    QObject owner;                    ///< lives in the owner's thread
    QObject* inside;                  ///< lives in the thread, which deletes it at its end
    std::unique_ptr<Session> session; ///< of the thread alone
    QThread thread;
};

Connection::Connection(Options options, ports::Timers& timers, base::Random random, base::Logger logger)
    : m_options(std::move(options)), m_timers(timers), m_logger(std::move(logger)),
      m_backoff(std::move(random), kFirstRetry, m_options.longest_retry), m_thread(std::make_unique<Thread>()) {
    auto& thread = *m_thread;
    thread.inside = new QObject; // goes with the thread
    thread.inside->moveToThread(&thread.thread);
    QObject::connect(&thread.thread, &QThread::finished, thread.inside, [&thread] { thread.session.reset(); });
    QObject::connect(&thread.thread, &QThread::finished, thread.inside, &QObject::deleteLater);
    thread.thread.setObjectName(QStringLiteral("amqp"));
    thread.thread.start();
}

Connection::~Connection() {
    m_thread->post([thread = m_thread.get()] {
        if (!thread->session) {
            thread->thread.quit();
            return;
        }
        thread->session->close([thread] { thread->thread.quit(); });
    });
    m_thread->thread.wait();
}

void Connection::start() {
    m_retry.reset();
    Session::Options options{m_options.url, m_options.name, m_options.url.heartbeat.value_or(m_options.heartbeat),
                             m_options.patience};
    m_thread->post([this, thread = m_thread.get(), options] {
        Session::Events events;
        events.ready = [this, thread](ServerFacts server) {
            thread->tell_owner([this, server = std::move(server)] { ready(server); });
        };
        events.lost = [this, thread](base::Error error) {
            thread->tell_owner([this, error = std::move(error)] { lost(error); });
        };
        events.delivered = [this, thread](Delivery delivery) {
            thread->tell_owner([this, delivery = std::move(delivery)] { on_delivery(delivery); });
        };
        events.channel_ended = [this, thread](const ChannelEnd& end) {
            thread->tell_owner([this, end] { on_channel_ended(end); });
        };
        thread->session = std::make_unique<Session>(options, std::move(events));
        thread->session->open();
    });
}

void Connection::ready(ServerFacts server) {
    m_logger.info("connected to the broker",
                  {{"broker", m_options.url.shown()}, {"version", server.product + " " + server.version}});
    m_server = std::move(server);
    m_backoff.reset();
    on_ready();
}

void Connection::lost(const base::Error& error) {
    m_server.reset();
    m_retry = m_timers.after(m_backoff.next(), [this] { start(); });
    for (const auto& [number, done] : std::exchange(m_calls, {})) {
        done(error);
    }
    on_lost(error);
}

std::uint64_t Connection::wait_for(Answer done) {
    m_calls.emplace(m_next_call, std::move(done));
    return m_next_call++;
}

void Connection::answered(std::uint64_t call, base::Result<Reply> reply) {
    if (const auto waiting = m_calls.extract(call)) { // else it was answered when the connection was lost
        waiting.mapped()(std::move(reply));
    }
}

void Connection::ask(Channel channel, base::Result<Request> request, Answer done) {
    const auto call = wait_for(std::move(done));
    m_thread->post([this, thread = m_thread.get(), channel, request = std::move(request), call] {
        const auto answer = [this, thread, call](base::Result<Reply> reply) {
            thread->tell_owner([this, call, reply = std::move(reply)] { answered(call, reply); });
        };
        if (!request) {
            answer(request.error());
        } else if (!thread->session) {
            answer(no_connection());
        } else {
            thread->session->request(channel, *request, answer);
        }
    });
}

void Connection::open_channel(Channel channel, Done<void> done) {
    const auto call = wait_for(without_value(std::move(done)));
    m_thread->post([this, thread = m_thread.get(), channel, call] {
        const auto answer = [this, thread, call](base::Result<Reply> reply) {
            thread->tell_owner([this, call, reply = std::move(reply)] { answered(call, reply); });
        };
        if (!thread->session) {
            answer(no_connection());
        } else {
            thread->session->open_channel(channel, answer);
        }
    });
}

void Connection::declare_queue(Channel channel, const std::string& name, Declaration kind, Done<QueueFacts> done) {
    ask(channel, declare_queue_request(name, kind), [done = std::move(done)](const base::Result<Reply>& reply) {
        done(reply ? base::Result<QueueFacts>(reply->queue) : base::Result<QueueFacts>(reply.error()));
    });
}

void Connection::delete_queue(Channel channel, const std::string& name, Done<void> done) {
    ask(channel, delete_queue_request(name), without_value(std::move(done)));
}

void Connection::declare_exchange(Channel channel, const std::string& name, Declaration kind, Done<void> done) {
    ask(channel, declare_exchange_request(name, kind), without_value(std::move(done)));
}

void Connection::bind(Channel channel, const std::string& queue, const std::string& exchange,
                      const std::string& pattern, Done<void> done) {
    ask(channel, bind_request(queue, exchange, pattern), without_value(std::move(done)));
}

void Connection::confirm(Channel channel, Done<void> done) {
    ask(channel, confirm_request(), without_value(std::move(done)));
}

void Connection::prefetch(Channel channel, std::uint16_t count, Done<void> done) {
    ask(channel, prefetch_request(count), without_value(std::move(done)));
}

void Connection::consume(Channel channel, const std::string& queue, const std::string& consumer_tag, Done<void> done) {
    ask(channel, consume_request(queue, consumer_tag), without_value(std::move(done)));
}

void Connection::cancel_consumer(Channel channel, const std::string& consumer_tag, Done<void> done) {
    ask(channel, cancel_consumer_request(consumer_tag), without_value(std::move(done)));
}

void Connection::publish(Channel channel, Publication publication, Done<void> done) {
    const auto call = wait_for(without_value(std::move(done)));
    m_thread->post([this, thread = m_thread.get(), channel, publication = std::move(publication), call] {
        const auto answer = [this, thread, call](const base::Status& status) {
            auto reply = status ? base::Result<Reply>(Reply{}) : base::Result<Reply>(status.error());
            thread->tell_owner([this, call, reply = std::move(reply)] { answered(call, reply); });
        };
        if (!thread->session) {
            answer(no_connection());
        } else {
            thread->session->publish(channel, publication, answer);
        }
    });
}

void Connection::begin_transactions(Channel channel, Done<void> done) {
    ask(channel, transactions_request(), without_value(std::move(done)));
}

void Connection::commit(Channel channel, Done<void> done) {
    ask(channel, commit_request(), without_value(std::move(done)));
}

void Connection::publish_and_acknowledge(Publication publication, const DeliveryId& delivery, Done<void> done) {
    const auto call = wait_for(without_value(std::move(done)));
    m_thread->post([this, thread = m_thread.get(), delivery, publication = std::move(publication), call] {
        const auto answer = [this, thread, call](base::Result<Reply> reply) {
            thread->tell_owner([this, call, reply = std::move(reply)] { answered(call, reply); });
        };
        if (!thread->session) {
            answer(no_connection());
        } else {
            thread->session->publish_and_acknowledge(publication, delivery, answer);
        }
    });
}

void Connection::settle(const DeliveryId& delivery, Settlement settlement) {
    m_thread->post([thread = m_thread.get(), delivery, settlement] {
        if (thread->session) {
            thread->session->settle(delivery, settlement);
        }
    });
}

} // namespace framehand::amqp
