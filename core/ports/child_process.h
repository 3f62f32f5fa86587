// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::ports {

/// How a child ended.
struct ChildExit {
    enum class Kind { Exited, Crashed, FailedToStart };

    /// The code of a child that crashed because somebody else ended it, as a system does that is short of memory:
    /// the number of SIGKILL.
    static constexpr int kEndedByOthers = 9;

    Kind kind = Kind::Exited;
    int code = 0;            ///< exit status, or the signal / exception number after a crash
    std::string last_stderr; ///< the last 4 KiB that it wrote to standard error
    /// "exit code 3", "killed by signal 9 (Killed)", "could not be started: ...".
    std::string description;
};

/// Of all threads of a child together, so far. One that hangs has neither; one that others leave no processor has much
/// of the second and hardly any of the first.
struct ProcessorTime {
    base::Duration used{0};
    base::Duration waited{0}; ///< ready to run, without a processor
};

/// One running child. Destroying it kills the child, with its own children, and waits for its end; also while it is
/// paused.
/// All calls and all callbacks on the thread that started it (which runs a Qt event loop).
class ChildProcess {
public:
    virtual ~ChildProcess() = default;
    /// Queues bytes for the child's standard input.
    virtual void write(std::string_view bytes) = 0;
    /// Ends the child's standard input.
    virtual void close_stdin() = 0;
    /// Ends it and its own children at once; on_exit follows.
    virtual void kill() = 0;
    /// Takes the processor from it and its own children, at any point of their work and without their help; returns at
    /// once, they stand still within milliseconds. What it has written can still be read. Twice is fine, and so is a
    /// child that has ended.
    virtual void pause() = 0;
    /// Lets it go on. Fine if it is not paused.
    virtual void resume() = 0;
    [[nodiscard]] virtual std::int64_t process_id() const = 0;
    /// Zero where the OS does not tell.
    [[nodiscard]] virtual ProcessorTime processor_time() const = 0;
};

struct ChildProcessRequest {
    enum class Priority { Normal, Idle };

    std::filesystem::path program;
    std::vector<std::string> arguments; ///< never secrets: other users can read them
    Priority priority = Priority::Normal;
    /// Each line of standard output without its end; a line longer than `max_line_bytes` ends the child as crashed. The
    /// last one may have no end, unless the child crashed: then it is only a part, and is dropped.
    std::function<void(std::string_view line)> on_line;
    std::size_t max_line_bytes = std::size_t{1} << 20;
    /// Each line of standard error.
    std::function<void(std::string_view line)> on_stderr_line;
    /// Exactly once, after the last line. The ChildProcess may be destroyed in it.
    std::function<void(const ChildExit&)> on_exit;
};

/// Starts children that die with this process, however it ends (Linux: parent-death signal).
class ChildProcessLauncher {
public:
    virtual ~ChildProcessLauncher() = default;
    /// A program that cannot be started reports FailedToStart through on_exit, never from inside start().
    [[nodiscard]] virtual std::unique_ptr<ChildProcess> start(ChildProcessRequest request) = 0;
};

} // namespace framehand::ports
