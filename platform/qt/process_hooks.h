// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/child_process.h"

#include <cstdint>
#include <memory>

class QProcess;

namespace framehand::platform {

/// One child and its own children, as the operating system holds them together. It outlives the child's QProcess, and
/// is asked only while that runs. The thread that starts the child.
class ProcessFamily {
public:
    virtual ~ProcessFamily() = default;
    /// Once, right after a start that succeeded, before all below.
    virtual void started(std::int64_t process_id) = 0;
    /// Ends all of them at once.
    virtual void kill() = 0;
    /// Takes the processor from all of them. Twice is fine.
    virtual void stop() = 0;
    /// Gives it back.
    virtual void go_on() = 0;
    [[nodiscard]] virtual ports::ProcessorTime processor_time() const = 0;
};

/// What an operating system adds to a child: priority, its end with the parent's, the end of its whole family.
class ProcessHooks {
public:
    virtual ~ProcessHooks() = default;
    /// Before the start.
    [[nodiscard]] virtual std::unique_ptr<ProcessFamily>
    prepare(QProcess& process, ports::ChildProcessRequest::Priority priority) const = 0;
    /// Kind, code and description of a child that has run and ended.
    [[nodiscard]] virtual ports::ChildExit how_it_ended(const QProcess& process) const = 0;
};

} // namespace framehand::platform
