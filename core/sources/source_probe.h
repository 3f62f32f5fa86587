// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/timers.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::sources {

/// One thing that a probe has looked at.
struct SourceFinding {
    enum class Health { Ok, Warning, Problem };

    std::string what; ///< "server", "rights", or the name of a queue
    Health health = Health::Ok;
    std::string sentence; ///< what was seen
    std::string advice;   ///< what to do about it; "" if all is well
    std::string setting;  ///< the key whose other value may mend it; "" for none

    bool operator==(const SourceFinding&) const = default;
};

/// How settings and secrets call what a probe asks with, for its advice.
struct ProbeNames {
    std::string url_setting; ///< "redis_url"
    std::string secret;      ///< "redis-password"
};

/// Looks whether a source of jobs could be worked for, as a source with the same options would: is the server there,
/// may this user do what a worker does, how long are the queues. Nothing is taken, declared or changed. No finding has
/// a password in it.
///
/// Asynchronous, on the thread of its owner, which runs a Qt event loop. Its end cancels it. Not to be destroyed from
/// inside of anything but `done`.
class SourceProbe {
public:
    /// A server that has not answered all by then hangs: what was found so far is the answer, and a problem behind it.
    static constexpr base::Duration kPatience{10'000};

    /// Called once, from the event loop; may destroy the probe.
    using Done = std::function<void(std::vector<SourceFinding>)>;

    /// `timers` must outlive it.
    explicit SourceProbe(ports::Timers& timers) : m_timers(timers) {}

    virtual ~SourceProbe() = default;
    SourceProbe(const SourceProbe&) = delete;
    SourceProbe& operator=(const SourceProbe&) = delete;

    /// Once.
    void run(Done done);

protected:
    virtual void begin() = 0;
    /// What there is to say if nothing more is heard.
    [[nodiscard]] virtual SourceFinding silence() const = 0;

    /// The next finding. Nothing once it is finished.
    void add(SourceFinding finding);
    /// That was the last one. `done` follows soon, never from inside.
    void finish();

    [[nodiscard]] ports::Timers& timers() const { return m_timers; }

private:
    enum class State { Open, Finished };

    void answer();

    ports::Timers& m_timers;
    State m_state = State::Open;
    Done m_done;
    std::vector<SourceFinding> m_findings;
    std::unique_ptr<ports::Timer> m_timer; ///< the end of patience, or the way to `done`
};

} // namespace framehand::sources
