// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace framehand::ports {

/// What the service manager says of the daemon's service.
struct ServiceState {
    enum class Activity {
        Stopped,
        Starting,
        Running, ///< and the daemon has said that it is ready
        Stopping,
        Failed, ///< ended with a failure and is not started again
    };

    bool installed = false; ///< starts by itself
    Activity activity = Activity::Stopped;
    /// What the daemon said last ("waiting for jobs from http://nas.local:8787"), or why it failed ("exit code 2").
    /// Empty: nothing is known.
    std::string said;
    std::int64_t process_id = 0; ///< 0: none
    int restarts = 0;            ///< after crashes, by the service manager, since it was started last
    /// Whether it also runs while the user is not logged in. Only an administrator, or the user's own word to the OS,
    /// changes that; `advice` says how.
    bool runs_without_login = false;
    std::string advice;         ///< one sentence with what to type, or empty
    std::filesystem::path unit; ///< the file that describes the service; empty where there is none yet

    bool operator==(const ServiceState&) const = default;
};

/// Whom a service of the machine works for, where that is not who installs it.
struct ServiceOwner {
    std::string id;                    ///< as the system names people: "S-1-5-21-..." on Windows
    std::filesystem::path config_file; ///< absolute; need not exist
    std::filesystem::path data_folder; ///< absolute

    bool operator==(const ServiceOwner&) const = default;
};

/// framehandd as a background service: it starts by itself, without any window, and is started again after a crash.
///
/// Every call may wait for the service manager, seconds for start() and stop(), and may be made on any thread, one at a
/// time: a program with a window makes it on ports::Background. Unsupported, with a sentence for people, where this
/// machine or session has no service manager for users; Timeout where it does not answer.
class BackgroundService {
public:
    /// Whose service it is, which decides what it can reach.
    enum class Kind {
        /// A process of the user who runs this program: starts when they log in, and reaches what they reach.
        OfTheUser,
        /// A process of the machine's own, under another account: starts with the machine. It has no screen, no
        /// keyboard and no drive letters, and of the user's files only what was opened to it. An administrator must
        /// install it.
        OfTheMachine,
    };

    virtual ~BackgroundService() = default;

    /// What this system has. The same for ever; any thread at any time.
    [[nodiscard]] virtual Kind kind() const = 0;

    /// From now on it starts by itself, at each login or with the machine. Starts nothing now. Fine if it is installed:
    /// it is made anew, for the program files as they are now, and a running one takes notice at its next start.
    [[nodiscard]] virtual base::Status install() = 0;
    /// As install(), for somebody else: an installer does that, which runs as the system's administrator. Unsupported
    /// for a service OfTheUser, InvalidArgument for an owner that the system does not know.
    [[nodiscard]] virtual base::Status install_for(const ServiceOwner& owner) = 0;
    /// Stops it and forgets it: nothing of the service is left, settings and data stay. Fine if there is none.
    [[nodiscard]] virtual base::Status remove() = 0;
    /// Starts it now and waits until the daemon is ready. NotFound where it is not installed. The error of a daemon
    /// that could not start says what it wrote last. A daemon that was started in another way must have ended before.
    [[nodiscard]] virtual base::Status start() = 0;
    /// Stops it now, and keeps its unfinished work; at the next login, or with the machine, it starts again. Fine if it
    /// does not run.
    [[nodiscard]] virtual base::Status stop() = 0;
    [[nodiscard]] virtual base::Result<ServiceState> status() = 0;
};

} // namespace framehand::ports
