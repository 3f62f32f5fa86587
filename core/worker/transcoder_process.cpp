// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/transcoder_process.h"

#include "core/base/text.h"

#include <utility>

namespace framehand::worker {

namespace {

// The last event lists every segment of a film.
constexpr std::size_t kMaxLine = 64 * 1024 * 1024;
constexpr std::size_t kQuoted = 200;
constexpr int kFailed = 1; // of framehand-transcoder, which has told why before

bool has_moved(const jobs::TranscodeProgress& from, const jobs::TranscodeProgress& to) {
    return from.phase != to.phase || from.frames != to.frames || from.bytes_written != to.bytes_written ||
           from.percent != to.percent;
}

} // namespace

TranscoderOptions TranscoderOptions::from(const settings::Settings& settings, std::filesystem::path program) {
    using Priority = ports::ChildProcessRequest::Priority;
    const bool idle = settings.transcode_priority == settings::TranscodePriority::Idle;
    return {std::move(program), settings.transcode_stall_timeout, idle ? Priority::Idle : Priority::Normal,
            SpecLimits::from(settings)};
}

TranscoderProcess::TranscoderProcess(ports::ChildProcessLauncher& launcher, ports::Timers& timers,
                                     const base::Clock& clock, TranscoderOptions options, base::Logger logger,
                                     Callbacks callbacks)
    : m_launcher(launcher), m_timers(timers), m_clock(clock), m_options(std::move(options)),
      m_logger(std::move(logger)), m_callbacks(std::move(callbacks)) {
}

TranscoderProcess::~TranscoderProcess() = default;

void TranscoderProcess::start(const jobs::TranscodeSpec& spec) {
    ports::ChildProcessRequest request;
    request.program = m_options.program;
    request.arguments = {"run"};
    request.priority = m_options.priority;
    request.max_line_bytes = kMaxLine;
    request.on_line = [this](std::string_view line) { read_line(line); };
    request.on_stderr_line = [this](std::string_view line) {
        m_logger.debug("transcoder", {{"stderr", std::string(line)}});
    };
    request.on_exit = [this](const ports::ChildExit& exit) { end(exit); };
    m_child = m_launcher.start(std::move(request));
    jobs::TranscodeSpec limited = spec;
    m_options.limits.apply(limited);
    m_child->write(base::dump_json(jobs::to_json(limited)) + "\n");
    watch();
}

void TranscoderProcess::pause() {
    if (m_paused) {
        return;
    }
    m_paused = true;
    m_child->pause();
    m_watchdog.reset();
    m_patience = m_deadline - m_clock.steady();
}

void TranscoderProcess::resume() {
    if (!m_paused) {
        return;
    }
    m_paused = false;
    m_child->resume();
    watch_for(m_patience);
}

std::optional<std::int64_t> TranscoderProcess::process_id() const {
    const std::int64_t id = m_child == nullptr ? 0 : m_child->process_id();
    return id > 0 ? std::optional(id) : std::nullopt;
}

void TranscoderProcess::watch() {
    if (m_paused) { // its last words from before the pause
        m_patience = m_options.stall_timeout;
    } else {
        watch_for(m_options.stall_timeout);
    }
}

void TranscoderProcess::watch_for(base::Duration time) {
    m_deadline = m_clock.steady() + time;
    if (time >= observation()) {
        // To ask for the processor time is not cheap: only one that has been silent for long is asked.
        m_watchdog = m_timers.after(time - observation(), [this] { suspect(); });
    } else { // a pause interrupted the observation
        m_observed_since = m_deadline - observation();
        m_watchdog = m_timers.after(time, [this] { stalled(); });
    }
}

base::Duration TranscoderProcess::observation() const {
    return m_options.stall_timeout / 2;
}

void TranscoderProcess::suspect() {
    m_suspected = m_child->processor_time();
    m_observed_since = m_clock.steady();
    m_watchdog = m_timers.after(observation(), [this] { stalled(); });
}

void TranscoderProcess::stalled() {
    const auto now = m_child->processor_time();
    const auto observed = m_clock.steady() - m_observed_since;
    const bool starved = now.waited - m_suspected.waited > observed / 2 && now.used - m_suspected.used < observed / 10;
    if (starved) {
        m_logger.warning("the transcoder makes no progress, because other programs need the processor");
        watch();
        return;
    }
    kill_for(
        base::fail(base::ErrorCode::Timeout, "no progress for " + base::humanize_duration(m_options.stall_timeout)));
}

void TranscoderProcess::kill_for(base::Error reason) {
    if (!m_killed_for) {
        m_killed_for = std::move(reason);
        m_child->kill();
    }
}

void TranscoderProcess::read_line(std::string_view line) {
    if (m_killed_for || m_told) {
        return;
    }
    const auto json = base::parse_json(line, "event");
    auto event = json ? jobs::transcode_event_from_json(*json) : base::Result<jobs::TranscodeEvent>(json.error());
    if (!event) {
        kill_for(base::fail(base::ErrorCode::Internal, "the transcoder said something that is not an event",
                            event.error().text() + ": " + std::string(line.substr(0, kQuoted))));
        return;
    }
    if (auto* progress = std::get_if<jobs::TranscodeProgress>(&*event)) {
        take(std::move(*progress));
    } else if (const auto* planned = std::get_if<jobs::TranscodePlanned>(&*event)) {
        watch();
        if (m_callbacks.on_planned) {
            m_callbacks.on_planned(planned->plan);
        }
    } else if (auto* preview = std::get_if<jobs::TranscodePreview>(&*event)) {
        if (m_callbacks.on_preview) {
            m_callbacks.on_preview(std::move(*preview));
        }
    } else if (auto* done = std::get_if<jobs::TranscodeDone>(&*event)) {
        watch();
        m_told = std::move(done->manifest);
    } else if (const auto* failed = std::get_if<jobs::TranscodeFailed>(&*event)) {
        watch();
        m_told = failed->error;
    }
}

void TranscoderProcess::take(jobs::TranscodeProgress progress) {
    if (has_moved(m_last, progress)) {
        watch();
    }
    m_last = std::move(progress);
    if (m_callbacks.on_progress) {
        m_callbacks.on_progress(m_last);
    }
}

base::Result<jobs::PackageManifest> TranscoderProcess::result_of(const ports::ChildExit& exit) {
    // What it told outweighs how it went: a manifest is told only after everything is verified and on disk.
    if (m_told) {
        return std::move(*m_told);
    }
    if (m_killed_for) {
        return *m_killed_for;
    }
    if (exit.kind == ports::ChildExit::Kind::FailedToStart) {
        return base::fail(base::ErrorCode::Internal, "the transcoder " + exit.description);
    }
    const bool crashed = exit.kind == ports::ChildExit::Kind::Crashed;
    return base::fail(base::ErrorCode::Internal,
                      crashed ? "the transcoder crashed (" + exit.description + ")"
                              : "the transcoder ended without a result (" + exit.description + ")",
                      base::trim(exit.last_stderr));
}

void TranscoderProcess::end(const ports::ChildExit& exit) {
    m_watchdog.reset();
    using Kind = ports::ChildExit::Kind;
    // What people end with the Task Manager of Windows, or with taskkill, has that same code, and has told nothing.
    const bool ended_silently = exit.kind == Kind::Exited && exit.code == kFailed;
    if (!m_told && !m_killed_for && (exit.kind == Kind::Crashed || ended_silently)) {
        const bool by_others = ended_silently || exit.code == ports::ChildExit::kEndedByOthers;
        m_fall = by_others ? Fall::ByOthers : Fall::Own;
    }
    auto result = result_of(exit);
    const auto on_end = std::move(m_callbacks.on_end); // may destroy this
    on_end(std::move(result));
}

} // namespace framehand::worker
