// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace framehand::media {

/// Concealment: a decoder says that it made up parts of a picture, which libav takes for mere information.
enum class LibavSeverity { Error, Warning, Concealment };

/// Takes libav's log lines for as long as it lives. libav has one callback for the whole process, so these objects
/// nest: the newest gets the lines, and its destruction gives them back to the one before. Made and destroyed on one
/// thread, in the order of a stack. Without any, libav writes to standard error.
class LibavLog {
public:
    /// Called from any thread, one at a time; the line has no line break. Must not log through libav itself.
    using Sink = std::function<void(LibavSeverity severity, std::string_view line)>;

    explicit LibavLog(Sink sink);
    LibavLog(const LibavLog&) = delete;
    LibavLog& operator=(const LibavLog&) = delete;
    ~LibavLog();

    struct Registry; ///< of the process; defined in the source

private:
    Sink m_sink;
    LibavLog* m_previous = nullptr;
};

/// "5.1.9-0+deb12u1, libavcodec 59.37.100": what measurements depend on.
[[nodiscard]] std::string_view libav_version();

} // namespace framehand::media
