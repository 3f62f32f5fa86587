// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/callback_guard.h"
#include "core/redis/connection.h"
#include "core/sources/celery_scripts.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace framehand::sources {

/// A message in this worker's hands: all that is needed to speak of it.
struct CeleryGrip {
    std::string tag;       ///< its delivery tag
    std::int64_t mark = 0; ///< of this taking, see CeleryScripts
    std::string list;      ///< where it came from
    std::string message;   ///< its bytes
};

/// What take() found.
struct CeleryFind {
    enum class Kind {
        Nothing,
        Others, ///< only messages that are not for us; they stay where they are
        Bad,    ///< one that nobody can read, which was set aside: `reason`
        Message
    };

    Kind kind = Kind::Nothing;
    CeleryGrip grip;    ///< of a Message; of a Bad one only its bytes
    std::string reason; ///< of a Bad one
};

/// The end of a message's stay in this worker's hands.
struct CeleryEnd {
    /// Whether a result is also written when the message is another worker's by now.
    enum class Write { IfHeld, Always };
    /// What becomes of `message`. Next: it is taken first. Last: it is taken after all others. Aside: among the
    /// rejected.
    enum class Put { Nowhere, Next, Last, Aside };
    /// ForgetsProgress: the task waits again, as if nobody had begun it.
    enum class Story { Keeps, ForgetsProgress };

    CeleryGrip grip;
    std::string task_id;
    std::string result = {}; ///< "" for none
    Write write = Write::IfHeld;
    Put put = Put::Nowhere;
    std::string message = {};
    std::string list = {}; ///< for Next and Last
    Story story = Story::Keeps;
};

/// Answers of the server to what was said of a message.
enum class CeleryHold { Held, Lost };

struct CeleryQueueOptions {
    std::string queue = "celery";
    std::string task;
    base::Duration visibility{3'600'000};      ///< Celery's visibility_timeout, the same for all workers
    base::Duration result_expires{86'400'000}; ///< Celery's result_expires
};

/// One queue of Celery's on Redis: messages are taken, kept and given up as kombu does it, each step as one script.
/// Owner's thread; `done` as of redis::Connection, and never after the end of this object. Errors are those of the
/// connection.
class CeleryQueue {
public:
    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    enum class Etas { Take, Leave };

    /// All references must outlive it.
    CeleryQueue(redis::Connection& connection, const base::Clock& clock, base::Random random,
                CeleryQueueOptions options);

    /// The oldest message of our task, the most urgent first.
    void take(Etas etas, Done<CeleryFind> done);
    /// Keeps others from taking it for another visibility timeout.
    void hold(const CeleryGrip& grip, Done<CeleryHold> done);
    /// The same for a message that waits for its time: whoever finds it half a minute after `until` may take it.
    void hold_until(const CeleryGrip& grip, base::WallTime until, Done<CeleryHold> done);
    /// A result in between; "" only asks whether the message is still ours.
    void tell(const CeleryGrip& grip, const std::string& task_id, const std::string& result, Done<CeleryHold> done);
    /// Idempotent. Lost: the message was another worker's before.
    void end(const CeleryEnd& end, Done<CeleryHold> done);
    /// The text of a task's result, "" if there is none.
    void result(const std::string& task_id, Done<std::string> done);
    /// Puts the messages back whose workers are gone, those with tags in `ours` excepted. How many these were.
    void sweep(std::set<std::string> ours, Done<int> done);

    [[nodiscard]] std::string rejected_list() const { return m_options.queue + ".rejected"; }

    [[nodiscard]] const CeleryQueueOptions& options() const { return m_options; }

private:
    struct Sweep;

    void hold_with(const CeleryGrip& grip, base::WallTime time, Done<CeleryHold> done);
    [[nodiscard]] std::string score(base::WallTime time, std::int64_t mark) const;
    [[nodiscard]] std::string note_seconds() const;
    void look_for_lost(std::shared_ptr<Sweep> sweep);
    void restore(std::shared_ptr<Sweep> sweep, const redis::Reply& entries);
    void restored(std::shared_ptr<Sweep> sweep);

    redis::Connection& m_connection;
    const base::Clock& m_clock;
    base::Random m_random;
    CeleryQueueOptions m_options;
    CeleryScripts m_scripts;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources
