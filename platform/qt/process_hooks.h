// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/child_process.h"

#include <cstdint>

class QProcess;

namespace framehand::platform {

/// What an operating system adds to a child: priority, its end with the parent's, the end of its whole family.
class ProcessHooks {
public:
    virtual ~ProcessHooks() = default;
    /// Before the start.
    virtual void prepare(QProcess& process, ports::ChildProcessRequest::Priority priority) const = 0;
    /// Ends a running child and its own children at once.
    virtual void kill_family(std::int64_t process_id) const = 0;
    /// Takes the processor from a running child and its own children.
    virtual void stop_family(std::int64_t process_id) const = 0;
    /// Gives it back.
    virtual void continue_family(std::int64_t process_id) const = 0;
    [[nodiscard]] virtual ports::ProcessorTime processor_time(std::int64_t process_id) const = 0;
    /// "killed by signal 9 (Killed)": for people.
    [[nodiscard]] virtual std::string describe_crash(int code) const = 0;
};

} // namespace framehand::platform
