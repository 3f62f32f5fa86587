// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_queue.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <utility>

namespace framehand::sources {

namespace {

using base::ErrorCode;

/// As the libraries wait: producers of BullMQ 3 and 4 give no sign, and their jobs are found by looking.
constexpr base::Duration kLongestWait{5'000};
/// What a server and a network may take beyond that.
constexpr base::Duration kSlack{15'000};

redis::Options waiting_options(const BullQueue::Options& options) {
    auto server = options.server;
    server.client_name = bull_client_name(options.prefix, options.name, options.worker);
    return server;
}

std::int64_t element(const redis::Reply& reply, std::size_t index) {
    return index < reply.elements.size() ? reply.elements[index].as_integer().value_or(0) : 0;
}

} // namespace

std::string bull_client_name(const std::string& prefix, const std::string& queue, const std::string& worker) {
    auto name = prefix + ":" + QByteArray::fromStdString(queue).toBase64().toStdString() + ":w:" + worker;
    // The server allows no blanks and nothing beyond ASCII in such names.
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c < '!' || c > '~'; }, '-');
    return name;
}

BullQueue::BullQueue(Options options, Services services)
    : m_options(std::move(options)), m_services(std::move(services)), m_keys(m_options.prefix, m_options.name),
      m_waiter(waiting_options(m_options), m_services.redis) {
}

const BullDialect& BullQueue::dialect() const {
    return m_services.dialects.of(kind());
}

void BullQueue::find_kind(Done<std::optional<BullKind>> done) {
    if (m_kind) {
        done(m_kind);
        return;
    }
    find_bull_kind(m_services.commands, m_options.prefix, m_options.name, m_options.expected,
                   m_guard.wrap([this, done = std::move(done)](base::Result<std::optional<BullKind>> kind) {
                       if (kind) {
                           m_kind = *kind;
                       }
                       done(std::move(kind));
                   }));
}

void BullQueue::take(const std::string& token, Done<std::optional<BullJob>> done) {
    find_kind([this, token, done = std::move(done)](const base::Result<std::optional<BullKind>>& kind) {
        if (!kind) {
            done(kind.error());
        } else if (!*kind) {
            done(std::optional<BullJob>{});
        } else {
            take_now(token, done);
        }
    });
}

void BullQueue::take_now(const std::string& token, Done<std::optional<BullJob>> done) {
    if (kind() == BullKind::BullMq) {
        take_next(token, std::move(done));
        return;
    }
    const auto call = m_services.dialects.bull().promote_delayed(m_keys, token, m_services.clock.wall());
    m_services.commands.run(call.script, call.keys, call.arguments,
                            m_guard.wrap([this, token, done = std::move(done)](const base::Result<redis::Reply>& next) {
                                if (!next) {
                                    done(next.error());
                                    return;
                                }
                                // A score is a floating-point number to the server, and may be written as one.
                                if (const auto* text = next->as_text()) {
                                    const double score = QByteArray::fromStdString(*text).toDouble();
                                    wake_in(Bull4Dialect::delayed_until(score) - m_services.clock.wall());
                                }
                                take_next(token, done);
                            }));
}

void BullQueue::take_next(const std::string& token, Done<std::optional<BullJob>> done) {
    const auto call = dialect().take(m_keys, token, m_options.worker, m_services.clock.wall());
    m_services.commands.run(call.script, call.keys, call.arguments,
                            m_guard.wrap([this, done = std::move(done)](const base::Result<redis::Reply>& reply) {
                                if (!reply) {
                                    done(reply.error());
                                } else {
                                    read_taken(*reply, done);
                                }
                            }));
}

void BullQueue::read_taken(const redis::Reply& reply, const Done<std::optional<BullJob>>& done) {
    if (reply.is_array() && reply.elements.size() > 1 && reply.elements[0].is_array()) {
        if (const auto* id = reply.elements[1].as_text()) {
            done(std::optional(bull_job(*id, reply.elements[0].as_pairs())));
            return;
        }
    }
    if (const auto limited = element(reply, 2); limited > 0) {
        wake_in(base::Duration{limited});
    } else if (const auto next = element(reply, 3); next > 0) {
        wake_in(base::WallTime{base::Duration{next}} - m_services.clock.wall());
    }
    done(std::optional<BullJob>{});
}

void BullQueue::wait() {
    m_wanted = true;
    if (m_in_flight) {
        return;
    }
    const auto version = m_services.commands.server_version();
    const bool can_wait = m_kind && (*m_kind == BullKind::BullMq || (version && *version >= redis::Version{6, 2, 0}));
    if (can_wait) {
        begin_wait();
    } else {
        wake_in(kLongestWait);
    }
}

void BullQueue::begin_wait() {
    m_in_flight = true;
    m_waiter.call(dialect().wait(m_keys, kLongestWait), kLongestWait + kSlack,
                  m_guard.wrap([this](const base::Result<redis::Reply>& reply) {
                      m_in_flight = false;
                      waited(reply);
                  }));
}

void BullQueue::waited(const base::Result<redis::Reply>& reply) {
    if (!reply) {
        wake_in(kLongestWait);
        return;
    }
    // BZPOPMIN: key, member, score. The score of a delayed job's marker is its time.
    const bool marker = reply->is_array() && reply->elements.size() == 3;
    const auto due = marker ? base::WallTime{base::Duration{element(*reply, 2)}} : base::WallTime{};
    const auto now = m_services.clock.wall();
    if (!m_wanted) {
        if (marker) { // whoever still waits needs it
            m_services.commands.call(
                {"ZADD", m_keys("marker"), std::to_string(due.time_since_epoch().count()), reply->elements[1].text},
                [](const base::Result<redis::Reply>&) {});
        }
        return;
    }
    if (due > now) {
        wake_in(due - now);
        begin_wait();
    } else {
        sign_of_work();
    }
}

void BullQueue::wake_in(base::Duration delay) {
    constexpr base::Duration kSoonest{1};
    const auto wait = std::clamp(delay, kSoonest, kLongestWait);
    const auto at = m_services.clock.steady() + wait;
    if (m_wake && m_wake_at <= at) {
        return;
    }
    m_wake_at = at;
    m_wake = m_services.redis.timers.after(wait, [this] {
        m_wake.reset();
        sign_of_work();
    });
}

void BullQueue::sign_of_work() {
    if (std::exchange(m_wanted, false)) {
        m_wake.reset();
        if (on_work) {
            on_work();
        }
    }
}

void BullQueue::stop_waiting() {
    m_wanted = false;
    m_wake.reset();
}

void BullQueue::recover_stalled() {
    find_kind([this](const base::Result<std::optional<BullKind>>& kind) {
        if (!kind || !*kind) {
            return; // take() says why
        }
        const auto call = dialect().recover_stalled(m_keys, m_services.clock.wall());
        m_services.commands.run(
            call.script, call.keys, call.arguments, m_guard.wrap([this](const base::Result<redis::Reply>& reply) {
                if (!reply) {
                    m_services.redis.logger.debug("the check for stalled jobs failed: " + reply.error().text());
                }
            }));
    });
}

} // namespace framehand::sources
