// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/disk_tasks.h"
#include "core/base/clock.h"
#include "core/base/log_gate.h"
#include "core/base/log_ring.h"
#include "core/policy/senses.h"
#include "core/ports/background.h"
#include "core/ports/child_process.h"
#include "core/ports/file_system.h"
#include "core/ports/host_stats.h"
#include "core/ports/http_client.h"
#include "core/ports/local_stream.h"
#include "core/ports/peer_identity.h"
#include "core/ports/process_meter.h"
#include "core/ports/sandbox.h"
#include "core/ports/timers.h"

#include <filesystem>
#include <functional>

namespace framehand::daemon {

/// What the daemon needs of the machine. Everything outlives the daemon.
struct Services {
    const base::Clock& clock;
    ports::Timers& timers;
    ports::Background& background;
    ports::FileSystem& files;
    ports::ChildProcessLauncher& children;
    ports::HttpClient& http;
    ports::LocalStreams& streams;
    ports::HostStats& host;
    ports::ProcessMeter& processes;
    policy::Senses senses;
    const ports::PeerIdentity& identity;
    const ports::Sandbox& sandbox;
    DiskTasks& disks;
    const base::LogRing& log;          ///< what the daemon's loggers write
    base::LogGate& log_gate;           ///< before all loggers
    std::function<double()> random;    ///< from 0 up to but not including 1
    std::filesystem::path program_dir; ///< folder of this very program
};

} // namespace framehand::daemon
