// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/file_system.h"
#include "core/ports/local_stream.h"
#include "core/ports/sandbox.h"

#include <memory>
#include <string>
#include <vector>

namespace framehand::transcoder {

/// What framehand-transcoder has of the operating system that it runs on. Each system has one source that implements
/// it, with make_machine(), and the build chooses. Main thread; each port is lent, and says itself who may call it.
class Machine {
public:
    virtual ~Machine() = default;

    /// What it was started with, in UTF-8, without the program's name.
    [[nodiscard]] virtual std::vector<std::string> arguments() const = 0;

    [[nodiscard]] virtual ports::FileSystem& files() = 0;
    [[nodiscard]] virtual ports::Sandbox& sandbox() = 0;
    /// They only connect.
    [[nodiscard]] virtual ports::LocalStreams& streams() = 0;

    /// The last call: all that was written to standard output reaches who reads it, also when this process ends now.
    virtual void hand_over_output() = 0;
};

/// Prepares this process for its work: before the first thread, and before a library looks at the environment. What
/// main() was called with must outlive it.
[[nodiscard]] std::unique_ptr<Machine> make_machine(int argc, char** argv);

} // namespace framehand::transcoder
