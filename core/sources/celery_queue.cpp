// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_queue.h"

#include "core/base/json.h"
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_result.h"

#include <QUuid>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace framehand::sources {

namespace {

const std::string kIndex = "unacked_index";
const std::string kUnacked = "unacked";
const std::string kMutex = "unacked_mutex";
// kombu says 300 s; but a worker that dies with the mutex in its hands keeps all others from it so long, and our
// restoring is safe without one.
constexpr const char* kMutexMs = "10000";
constexpr const char* kMostLookedAt = "1024"; // messages of others are passed over, but not without end
constexpr const char* kMostRestored = "100";
constexpr std::int64_t kMarks = 1 << 20; // see CeleryScripts
constexpr base::Duration kGrace{30'000};

std::string note_key(const std::string& tag) {
    return "framehand.celery.lease." + tag;
}

std::string entry_of(const std::string& message, const std::string& queue) {
    return "[" + message + ", \"\", " + base::dump_json(queue) + "]";
}

std::string seconds(base::Duration duration) {
    return std::to_string(std::max<std::int64_t>(1, duration.count() / 1000));
}

base::Error strange(const std::string& what) {
    return base::fail(base::ErrorCode::Internal, "the Redis server answered " + what + " in an unknown way");
}

base::Result<CeleryFind> find_from(const redis::Reply& reply, std::int64_t mark) {
    const auto& parts = reply.elements;
    const std::string* kind = parts.empty() ? nullptr : parts[0].as_text();
    if (kind == nullptr) {
        return strange("the taking of a message");
    }
    CeleryFind find;
    if (*kind == "other") {
        find.kind = CeleryFind::Kind::Others;
    } else if (*kind == "bad" && parts.size() == 3) {
        find.kind = CeleryFind::Kind::Bad;
        find.reason = parts[1].text;
        find.grip.message = parts[2].text;
    } else if (*kind == "job" && parts.size() == 4) {
        find.kind = CeleryFind::Kind::Message;
        find.grip = {parts[2].text, mark, parts[3].text, parts[1].text};
    }
    return find;
}

/// Where a message goes back to, from its entry in `unacked`: [message, exchange, routing key]. Nothing for what only
/// the exchange's bindings could tell.
struct Entry {
    std::string message;
    std::string list;
};

std::optional<Entry> entry_from(const std::string& text, const std::string& our_queue) {
    const auto entry = base::parse_json(text, "entry");
    if (!entry || !entry->is_array() || entry->size() != 3 || !(*entry)[1].is_string() || !(*entry)[2].is_string()) {
        return std::nullopt;
    }
    const auto exchange = (*entry)[1].get<std::string>();
    const auto key = (*entry)[2].get<std::string>();
    if (!exchange.empty() && key != our_queue) {
        return std::nullopt;
    }
    auto message = redelivered_celery_message(base::dump_json((*entry)[0]));
    return message ? std::optional(Entry{std::move(*message), key}) : std::nullopt;
}

} // namespace

/// One look for lost messages.
struct CeleryQueue::Sweep {
    std::string token; ///< of the mutex
    std::set<std::string> ours;
    std::vector<std::pair<std::string, std::string>> lost; ///< tags with their scores
    std::size_t open = 0;                                  ///< restorations without an answer
    int restored = 0;
    Done<int> done;
};

CeleryQueue::CeleryQueue(redis::Connection& connection, const base::Clock& clock, base::Random random,
                         CeleryQueueOptions options)
    : m_connection(connection), m_clock(clock), m_random(std::move(random)), m_options(std::move(options)) {
}

std::string CeleryQueue::score(base::WallTime time, std::int64_t mark) const {
    const auto whole = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    char text[64];
    std::snprintf(text, sizeof text, "%.20f",
                  static_cast<double>(whole) + static_cast<double>(mark) / static_cast<double>(kMarks));
    return text;
}

std::string CeleryQueue::note_seconds() const {
    return seconds(std::max(2 * m_options.visibility, base::Duration{7 * 86'400'000LL}));
}

void CeleryQueue::take(Etas etas, Done<CeleryFind> done) {
    const auto mark = 1 + static_cast<std::int64_t>(m_random() * static_cast<double>(kMarks - 1));
    auto keys = celery_lists(m_options.queue);
    keys.insert(keys.end(), {kIndex, kUnacked, rejected_list()});
    m_connection.run(m_scripts.take, std::move(keys),
                     {m_options.task, score(m_clock.wall(), mark), m_options.queue, std::to_string(mark),
                      note_seconds(), etas == Etas::Leave ? "leave" : "take", kMostLookedAt},
                     m_guard.wrap([mark, done = std::move(done)](const base::Result<redis::Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else {
                             done(find_from(*reply, mark));
                         }
                     }));
}

void CeleryQueue::hold(const CeleryGrip& grip, Done<CeleryHold> done) {
    hold_with(grip, m_clock.wall(), std::move(done));
}

void CeleryQueue::hold_until(const CeleryGrip& grip, base::WallTime until, Done<CeleryHold> done) {
    hold_with(grip, until + kGrace - m_options.visibility, std::move(done));
}

void CeleryQueue::hold_with(const CeleryGrip& grip, base::WallTime time, Done<CeleryHold> done) {
    m_connection.run(m_scripts.hold, {kIndex, kUnacked, note_key(grip.tag)},
                     {grip.tag, std::to_string(grip.mark), score(time, grip.mark),
                      entry_of(grip.message, m_options.queue), note_seconds()},
                     m_guard.wrap([done = std::move(done)](const base::Result<redis::Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else {
                             done(reply->integer == 1 ? CeleryHold::Held : CeleryHold::Lost);
                         }
                     }));
}

void CeleryQueue::tell(const CeleryGrip& grip, const std::string& task_id, const std::string& result,
                       Done<CeleryHold> done) {
    m_connection.run(m_scripts.tell, {kIndex, note_key(grip.tag), celery_result_key(task_id)},
                     {grip.tag, std::to_string(grip.mark), result, seconds(m_options.result_expires)},
                     m_guard.wrap([this, grip, done = std::move(done)](const base::Result<redis::Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else if (reply->integer == 2) {
                             hold(grip, done);
                         } else {
                             done(reply->integer == 1 ? CeleryHold::Held : CeleryHold::Lost);
                         }
                     }));
}

void CeleryQueue::end(const CeleryEnd& end, Done<CeleryHold> done) {
    const auto side = [&]() -> std::string {
        switch (end.put) {
        case CeleryEnd::Put::Next:
            return "right";
        case CeleryEnd::Put::Last:
        case CeleryEnd::Put::Aside:
            return "left";
        case CeleryEnd::Put::Nowhere:
            break;
        }
        return "";
    }();
    const auto list = end.put == CeleryEnd::Put::Aside ? rejected_list() : end.list;
    m_connection.run(m_scripts.end, {kIndex, kUnacked, note_key(end.grip.tag), celery_result_key(end.task_id), list},
                     {end.grip.tag, std::to_string(end.grip.mark),
                      end.write == CeleryEnd::Write::Always ? "always" : "held", end.result,
                      seconds(m_options.result_expires), side, end.message,
                      end.story == CeleryEnd::Story::ForgetsProgress ? "forget" : ""},
                     m_guard.wrap([done = std::move(done)](const base::Result<redis::Reply>& reply) {
                         if (!reply) {
                             done(reply.error());
                         } else {
                             done(reply->integer == 0 ? CeleryHold::Lost : CeleryHold::Held);
                         }
                     }));
}

void CeleryQueue::result(const std::string& task_id, Done<std::string> done) {
    m_connection.call({"GET", celery_result_key(task_id)},
                      m_guard.wrap([done = std::move(done)](const base::Result<redis::Reply>& reply) {
                          if (!reply) {
                              done(reply.error());
                          } else {
                              done(reply->text);
                          }
                      }));
}

void CeleryQueue::sweep(std::set<std::string> ours, Done<int> done) {
    auto sweep = std::make_shared<Sweep>();
    sweep->token = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    sweep->ours = std::move(ours);
    sweep->done = std::move(done);
    m_connection.call({"SET", kMutex, sweep->token, "PX", kMutexMs, "NX"},
                      m_guard.wrap([this, sweep](const base::Result<redis::Reply>& reply) {
                          if (!reply) {
                              sweep->done(reply.error());
                          } else if (reply->is_nil()) {
                              sweep->done(0); // another worker does it
                          } else {
                              look_for_lost(sweep);
                          }
                      }));
}

void CeleryQueue::look_for_lost(std::shared_ptr<Sweep> sweep) {
    const auto latest = score(m_clock.wall() - m_options.visibility, 0);
    m_connection.call(
        {"ZREVRANGEBYSCORE", kIndex, latest, "0", "WITHSCORES", "LIMIT", "0", kMostRestored},
        m_guard.wrap([this, sweep](const base::Result<redis::Reply>& reply) {
            const auto found = reply ? reply->as_pairs() : std::vector<std::pair<std::string, std::string>>{};
            redis::Command fetch{"HMGET", kUnacked};
            for (const auto& [tag, score] : found) {
                if (!sweep->ours.contains(tag)) {
                    sweep->lost.emplace_back(tag, score);
                    fetch.push_back(tag);
                }
            }
            if (sweep->lost.empty()) {
                restored(sweep);
                return;
            }
            m_connection.call(std::move(fetch), m_guard.wrap([this, sweep](const base::Result<redis::Reply>& entries) {
                restore(sweep, entries ? *entries : redis::Reply{});
            }));
        }));
}

void CeleryQueue::restore(std::shared_ptr<Sweep> sweep, const redis::Reply& entries) {
    const auto count = std::min(entries.elements.size(), sweep->lost.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [tag, score] = sweep->lost[i];
        const std::string* text = entries.elements[i].as_text();
        if (text == nullptr) {
            m_connection.call({"ZREM", kIndex, tag}, [](const base::Result<redis::Reply>&) {});
            continue;
        }
        const auto entry = entry_from(*text, m_options.queue);
        if (!entry) {
            continue;
        }
        ++sweep->open;
        m_connection.run(m_scripts.restore, {kIndex, kUnacked, entry->list}, {tag, score, *text, entry->message},
                         m_guard.wrap([this, sweep](const base::Result<redis::Reply>& reply) {
                             sweep->restored += reply && reply->integer == 1 ? 1 : 0;
                             if (--sweep->open == 0) {
                                 restored(sweep);
                             }
                         }));
    }
    if (sweep->open == 0) {
        restored(sweep);
    }
}

void CeleryQueue::restored(std::shared_ptr<Sweep> sweep) {
    m_connection.run(m_scripts.release, {kMutex}, {sweep->token}, [](const base::Result<redis::Reply>&) {});
    sweep->done(sweep->restored);
}

} // namespace framehand::sources
