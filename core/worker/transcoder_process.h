// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/jobs/transcode_protocol.h"
#include "core/ports/child_process.h"
#include "core/ports/timers.h"
#include "core/settings/settings.h"
#include "core/worker/spec_limits.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace framehand::worker {

struct TranscoderOptions {
    std::filesystem::path program;         ///< framehand-transcoder
    base::Duration stall_timeout{300'000}; ///< without progress for so long, it is ended
    ports::ChildProcessRequest::Priority priority = ports::ChildProcessRequest::Priority::Idle;
    SpecLimits limits{}; ///< written into every spec

    [[nodiscard]] static TranscoderOptions from(const settings::Settings& settings, std::filesystem::path program);
};

/// One run of framehand-transcoder: job spec in, events out. Destroying it kills the child.
///
/// It ends with the manifest, or with
/// - the child's own error, if it told one;
/// - Timeout "no progress for 5 min", if frames, bytes and phase stood still for `stall_timeout` although it could have
///   run: time while it is paused does not count, and a child that others left no processor most of that time gets as
///   long again;
/// - Internal, if it crashed, could not be started, ended without a result or said something that is no event: how it
///   ended is in the message, its last words on standard error are the cause.
///
/// One thread, which runs an event loop.
class TranscoderProcess {
public:
    struct Callbacks {
        std::function<void(const base::Json& plan)> on_planned;
        std::function<void(const jobs::TranscodeProgress&)> on_progress;
        std::function<void(jobs::TranscodePreview)> on_preview;
        /// Exactly once, after the child has ended. This object may be destroyed in it.
        std::function<void(base::Result<jobs::PackageManifest>)> on_end;
    };

    /// The references must outlive this.
    TranscoderProcess(ports::ChildProcessLauncher& launcher, ports::Timers& timers, const base::Clock& clock,
                      TranscoderOptions options, base::Logger logger, Callbacks callbacks);
    ~TranscoderProcess();
    TranscoderProcess(const TranscoderProcess&) = delete;
    TranscoderProcess& operator=(const TranscoderProcess&) = delete;

    /// Once.
    void start(const jobs::TranscodeSpec& spec);
    /// After start(): the child stands still within milliseconds, wherever it is. Twice is fine.
    void pause();
    /// The child goes on. Fine if it is not paused.
    void resume();

    /// Nothing before start(), and where the child could not be started.
    [[nodiscard]] std::optional<std::int64_t> process_id() const;

    /// From on_end on: whether it ended by a signal that this side did not send, without a result.
    [[nodiscard]] bool crashed() const { return m_crashed; }

private:
    void read_line(std::string_view line);
    void take(jobs::TranscodeProgress progress);
    void watch();
    void watch_for(base::Duration time);
    /// How long a silent child is looked at before it is judged.
    [[nodiscard]] base::Duration observation() const;
    void suspect();
    void stalled();
    void kill_for(base::Error reason);
    void end(const ports::ChildExit& exit);
    [[nodiscard]] base::Result<jobs::PackageManifest> result_of(const ports::ChildExit& exit);

    ports::ChildProcessLauncher& m_launcher;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    const TranscoderOptions m_options;
    base::Logger m_logger;
    Callbacks m_callbacks;
    std::unique_ptr<ports::ChildProcess> m_child;
    std::unique_ptr<ports::Timer> m_watchdog;
    base::SteadyTime m_deadline;  ///< of the watchdog while the child runs
    base::Duration m_patience{0}; ///< what was left of it when the child was paused
    bool m_paused = false;
    bool m_crashed = false;
    jobs::TranscodeProgress m_last;
    ports::ProcessorTime m_suspected;                          ///< the child's when its observation began
    base::SteadyTime m_observed_since;                         ///< the time of that
    std::optional<base::Error> m_killed_for;                   ///< why this side ended the child
    std::optional<base::Result<jobs::PackageManifest>> m_told; ///< the child's own last event
};

} // namespace framehand::worker
