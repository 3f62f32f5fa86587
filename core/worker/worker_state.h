// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/worker/pause.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framehand::worker {

enum class WorkerPhase {
    Starting,   ///< reads what an earlier run left
    Connecting, ///< the orchestrator has not accepted the registration yet
    Idle,       ///< asks for jobs
    NotReady,   ///< accepts no jobs; `reason` says why (the share is away, ...)
    Paused,     ///< leaves the machine alone; `pause` says why
    Preparing,  ///< looks for the input, the destination and free space
    Transcoding,
    Committing, ///< copies the package to the share and swaps it in
    Reporting,  ///< tells the orchestrator how the job ended
    Stopped,
};

/// "starting", "connecting", ...: part of the local API.
[[nodiscard]] std::string_view to_string(WorkerPhase phase);

/// The job in hand, as people see it.
struct WorkerJob {
    std::string job_id;
    std::string movie_id;
    std::string input; ///< source_url
    base::WallTime started_at;
    double percent = 0;
    double fps = 0;
    double speed = 0;
    double eta_sec = -1; ///< -1 while unknown
    std::uint64_t bytes_written = 0;
    std::vector<std::string> rungs;
    std::map<std::string, std::uint64_t> rung_bytes; ///< of bytes_written, by the names in `rungs`

    bool operator==(const WorkerJob&) const = default;
};

/// The pause that holds, or that waits for the end of a job or of a commit.
struct WorkerPause {
    Pause pause;
    /// Why the paused transcoder was ended, so that it uses no memory; "" if it was not. The job goes on all the same.
    std::string released;

    bool operator==(const WorkerPause&) const = default;
};

/// All that there is to know of the worker now.
struct WorkerState {
    WorkerPhase phase = WorkerPhase::Starting;
    base::WallTime since; ///< of this phase
    std::string reason;   ///< what it waits for, "" if for nothing
    std::optional<WorkerJob> job;
    std::optional<WorkerPause> pause;
    bool orchestrator_reachable = false;
    std::string last_error; ///< of the worker or of its last failed job; "" if there was none
    std::optional<base::WallTime> last_error_at;
    std::uint64_t jobs_completed = 0; ///< since the start of the program
    std::uint64_t jobs_failed = 0;

    bool operator==(const WorkerState&) const = default;
};

[[nodiscard]] base::Json to_json(const WorkerState& state);

/// Whether observers may miss a change: progress is soon followed by newer progress, a state is not.
enum class StateChange { State, Progress };

/// Tells observers of each change. One thread.
class StateFeed {
public:
    using Observer = std::function<void(const WorkerState&, StateChange)>;

    /// Keeps an observer registered for as long as it lives; may outlive the feed, and may end inside its own call.
    class Subscription {
    public:
        Subscription() = default;

    private:
        friend class StateFeed;

        explicit Subscription(std::shared_ptr<Observer> observer) : m_observer(std::move(observer)) {}

        std::shared_ptr<Observer> m_observer;
    };

    [[nodiscard]] const WorkerState& current() const { return m_state; }

    [[nodiscard]] Subscription subscribe(Observer observer);
    /// Tells nobody if nothing has changed.
    void publish(WorkerState state, StateChange change);

private:
    WorkerState m_state;
    std::vector<std::weak_ptr<Observer>> m_observers;
};

} // namespace framehand::worker
