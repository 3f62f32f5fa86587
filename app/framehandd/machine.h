// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/policy/senses.h"
#include "core/ports/child_process.h"
#include "core/ports/file_system.h"
#include "core/ports/host_stats.h"
#include "core/ports/local_stream.h"
#include "core/ports/peer_identity.h"
#include "core/ports/process_meter.h"
#include "core/ports/sandbox.h"
#include "core/ports/supervisor.h"
#include "core/settings/settings.h"
#include "core/settings/settings_loader.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace framehand::daemon {

/// What framehandd has of the operating system that it runs on. Each system has one source that implements it, with
/// run_on_machine(), and the build chooses. One thread, which has a QCoreApplication.
class Machine {
public:
    /// The machine lends them; they live as long as it does.
    struct Ports {
        ports::FileSystem& files;
        ports::ChildProcessLauncher& children;
        ports::LocalStreams& streams;
        ports::HostStats& host;
        ports::ProcessMeter& processes;
        policy::Senses senses;
        const ports::PeerIdentity& identity;
        const ports::Sandbox& sandbox;
    };

    virtual ~Machine() = default;

    [[nodiscard]] virtual settings::LoadRequest load_request() const = 0;

    /// Who started this process and watches it.
    [[nodiscard]] virtual ports::Supervisor& supervisor() = 0;

    /// Where the log goes by these settings: what settings::make_log_sink() makes, with what only this system has. An
    /// error if a file cannot be opened.
    [[nodiscard]] virtual base::Result<std::shared_ptr<base::LogSink>>
    make_log_sink(const settings::Settings& settings) const = 0;

    /// Once, when there is a log to write to. From then on the calling thread gets the processor soon after it wakes
    /// up, so it makes the threads that shall not be as prompt later.
    [[nodiscard]] virtual Ports connect(const base::Logger& logger) = 0;

    /// What the person or the system wants of this process. Called from its event loop.
    struct Wishes {
        std::function<void()> stop;   ///< once; asked twice, the process ends at once
        std::function<void()> pause;  ///< do no work until resume; where service managers know such a thing
        std::function<void()> resume; ///< after pause
    };

    /// Hears of wishes as long as what is returned is kept.
    [[nodiscard]] virtual std::shared_ptr<void> listen(Wishes wishes) = 0;

    /// Right before an end without a return from main(), with its exit status.
    virtual void leaving(int status) = 0;
};

/// What main() does: with the arguments in UTF-8, without the program's name; returns the exit status.
using Body = std::function<int(const std::vector<std::string>& arguments, Machine& machine)>;

/// Calls `body` once, with the machine and a QCoreApplication ready; returns what main() shall return.
[[nodiscard]] int run_on_machine(int argc, char** argv, const Body& body);

} // namespace framehand::daemon
