// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ports/child_process.h"
#include "core/ports/timers.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::worker {

/// What to ask framehand-transcoder.
struct TranscoderQuestion {
    std::filesystem::path program;
    std::vector<std::string> arguments; ///< {"probe"}, {"plan"}, {"--version"}
    std::string input;                  ///< written to its standard input, which then stays open as its lifeline
    base::Duration timeout{120'000};
    ports::ChildProcessRequest::Priority priority = ports::ChildProcessRequest::Priority::Normal;
    /// Sees each line of the output first; true takes it out of the answer. May be empty.
    std::function<bool(std::string_view line)> take_line = {};
};

/// One question to framehand-transcoder, one answer. Destroying it kills the child and drops the callback.
///
/// Errors: the child's own, if it said one (a `failed` event); Timeout; Internal if it crashed, could not be started
/// or ended with another status than 0.
///
/// One thread, which runs an event loop.
class TranscoderTool {
public:
    /// Starts at once. `done` gets the whole standard output, without its last line's end; never from inside the
    /// constructor. This object may be destroyed in it.
    TranscoderTool(ports::ChildProcessLauncher& launcher, ports::Timers& timers, TranscoderQuestion question,
                   std::function<void(base::Result<std::string>)> done);
    ~TranscoderTool();
    TranscoderTool(const TranscoderTool&) = delete;
    TranscoderTool& operator=(const TranscoderTool&) = delete;

private:
    void read_line(std::string_view line);
    void end(const ports::ChildExit& exit);
    [[nodiscard]] base::Result<std::string> result_of(const ports::ChildExit& exit);

    std::function<void(base::Result<std::string>)> m_done;
    std::function<bool(std::string_view)> m_take_line;
    std::string m_name; ///< for messages: "framehand-transcoder probe"
    std::string m_output;
    std::optional<base::Error> m_failed;
    std::unique_ptr<ports::Timer> m_deadline;
    std::unique_ptr<ports::ChildProcess> m_child;
};

} // namespace framehand::worker
