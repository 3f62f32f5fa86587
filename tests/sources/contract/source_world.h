// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/job_source.h"

#include <functional>
#include <memory>
#include <ostream>
#include <string>

namespace framehand::test {

/// A queueing system with a source that joins it: what the contract test suite (source_contract_test.cpp) needs of it.
///
/// To have a source tested, add its world:
///  1. A class `<Kind>World final : public SourceWorld` in <kind>_world.cpp in this folder, which starts the real
///  broker
///     on a free port of loopback (kept over restart_broker(), with what was answered on disk), speaks as the
///     original producer and client do, and makes sources with short leases (about a second) and short pauses
///     between tries.
///  2. In the same file:
///         INSTANTIATE_TEST_SUITE_P(<Kind>, SourceContract,
///                                  testing::Values(WorldMaker{"<Kind>", [] { return std::make_unique<<Kind>World>();
///                                  }}), testing::PrintToStringParamName());
///  3. The file in CMakeLists.txt of this folder.
/// What a system does not have is said by abilities() of its source and by the answers below; those tests are skipped.
///
/// Jobs are known by a name, "film-1", that the producer puts into the input's file name ("film-1.mkv") and by which
/// the client finds its job again. Everything on the test's thread; calls may run the event loop until they are done.
class SourceWorld {
public:
    /// What the original client sees of a job.
    struct View {
        enum class State { Unknown, Waiting, Running, Completed, Failed, Cancelled };

        State state = State::Unknown;
        double percent = -1; ///< of the progress that it was told last, -1 for none
        int ends = 0;        ///< how many ends it was told: handed-on messages, results, entries on lists of failures
    };

    virtual ~SourceWorld() = default;

    /// A worker as its program makes it when it starts. Destroying the source is the program's sudden death. A second
    /// one of the same name, later, is the program's next life.
    virtual std::unique_ptr<sources::JobSource> worker(const std::string& name) = 0;

    virtual void submit(const std::string& film) = 0;
    /// A message that no worker can read.
    virtual void submit_poison() = 0;
    /// The poison is out of the way, and somebody can find it with its reason (a list of failures, the client's result,
    /// or only the log where the original does no more).
    virtual bool poison_is_set_aside() = 0;
    virtual View view(const std::string& film) = 0;

    /// As the client does it. Only where the source's abilities say so.
    virtual void cancel(const std::string& /*film*/) {}

    virtual void stop_broker() = 0;
    virtual void start_broker() = 0;

    void restart_broker() {
        stop_broker();
        start_broker();
    }

    /// Comes back when the lease of a worker that has said nothing since the call would be over for sure, and others
    /// have had the time to look. A condition at the broker is waited for, not a time.
    virtual void outlive_leases() = 0;

    /// Makes the lease of this living worker run out, as if its machine had slept; another worker may take its job
    /// then. False where that cannot happen in this system.
    virtual bool lose_lease(const std::string& /*worker*/) { return false; }

    /// True where a failed job may be given out again by the system itself before it counts as failed.
    virtual bool retries() const { return false; }
};

/// How a world is made, with the name that its tests carry.
struct WorldMaker {
    std::string name;
    std::function<std::unique_ptr<SourceWorld>()> make;
};

inline std::ostream& operator<<(std::ostream& out, const WorldMaker& maker) {
    return out << maker.name;
}

} // namespace framehand::test
