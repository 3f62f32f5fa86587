// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/sleep_guard.h"
#include "core/worker/worker_state.h"

#include <memory>

namespace framehand::worker {

/// Keeps the machine awake exactly while a worker really works: not while it waits, is paused or has no job. One
/// thread.
class AwakeKeeper {
public:
    /// `guard` must outlive this.
    explicit AwakeKeeper(ports::SleepGuard& guard) : m_guard(guard) {}

    /// With each state of the worker.
    void follow(const WorkerState& state);

private:
    ports::SleepGuard& m_guard;
    std::unique_ptr<ports::SleepGuard::Hold> m_hold;
};

} // namespace framehand::worker
