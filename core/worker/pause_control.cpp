// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/pause_control.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

using policy::OwnerPause;
using policy::PauseWhen;

namespace {

constexpr std::size_t kMaxBytes = 64 * 1024;
// Timers stand still while the machine sleeps, and civil time may be set: it is looked at again and again.
constexpr base::Duration kLook{30'000};

base::Status write_state(ports::FileSystem& files, const std::filesystem::path& folder,
                         const std::filesystem::path& file, const std::optional<OwnerPause>& state) {
    if (!state) {
        FH_TRY(files.remove(file));
        return files.sync_directory(folder);
    }
    FH_TRY(files.create_directories(folder));
    return files.write_file_atomic(file, base::dump_json(policy::to_json(*state)));
}

} // namespace

PauseControl::PauseControl(ports::FileSystem& file_system, std::filesystem::path data_dir, ports::Timers& timers,
                           ports::Background& background, const base::Clock& clock, base::Logger logger)
    : m_file_system(file_system), m_data_dir(std::move(data_dir)), m_path(m_data_dir / "pause.json"), m_timers(timers),
      m_background(background), m_clock(clock), m_logger(std::move(logger)) {
}

PauseControl::~PauseControl() {
    stop();
}

void PauseControl::stop() {
    m_timer.reset();
    if (m_write != nullptr) {
        m_write.reset();
        written(*m_write_result);
    }
    if (m_unsaved) {
        written(write_state(m_file_system, m_data_dir, m_path, m_current));
        m_unsaved = false;
    }
}

base::Result<std::optional<OwnerPause>> PauseControl::read() const {
    FH_ASSIGN(const auto kind, m_file_system.kind(m_path));
    if (kind == ports::FileSystem::Kind::Missing) {
        return std::optional<OwnerPause>{};
    }
    FH_ASSIGN(const auto text, m_file_system.read_file(m_path, kMaxBytes));
    FH_ASSIGN(const auto json, base::parse_json(text, m_path.string()));
    FH_ASSIGN(const auto pause, policy::owner_pause_from_json(json));
    return std::optional<OwnerPause>{pause};
}

void PauseControl::load() {
    auto found = read();
    if (!found) {
        m_logger.error("what is remembered of a pause cannot be read", {{"error", found.error().text()}});
        if (const auto moved = m_file_system.rename(m_path, m_data_dir / "pause.corrupt.json"); !moved) {
            m_logger.error("it cannot be set aside either", {{"error", moved.error().text()}});
        }
        return;
    }
    if (!*found) {
        return;
    }
    auto pause = **found;
    const auto now = m_clock.wall();
    if (pause.until && pause.since > now) { // the clock was set back
        pause.until = now + (*pause.until - pause.since);
        pause.since = now;
    }
    if (pause.until && *pause.until <= now) {
        save();
        return;
    }
    begin(pause);
}

void PauseControl::pause(PauseWhen when, std::optional<base::Duration> time) {
    OwnerPause pause{when, m_clock.wall(), {}};
    if (time) {
        pause.until = pause.since + *time;
    }
    begin(pause);
    if (on_change) {
        on_change();
    }
    save();
    m_logger.info(when == PauseWhen::Now ? "paused" : "pauses after the running job",
                  {{"until", pause.until ? base::to_rfc3339(*pause.until) : "resumed"}});
}

void PauseControl::resume() {
    m_timer.reset();
    if (!m_current) {
        return;
    }
    m_current.reset();
    if (on_change) {
        on_change();
    }
    save();
    m_logger.info("resumed");
}

void PauseControl::begin(OwnerPause pause) {
    m_latest_end.reset();
    if (pause.until) {
        m_latest_end = m_clock.steady() + (*pause.until - m_clock.wall());
    }
    m_current = pause;
    wait();
}

void PauseControl::wait() {
    m_timer.reset();
    if (!m_current || !m_current->until) {
        return;
    }
    const auto left = std::min<base::Duration>(*m_current->until - m_clock.wall(), *m_latest_end - m_clock.steady());
    if (left <= base::Duration{0}) {
        resume();
        return;
    }
    m_timer = m_timers.after(std::min(left, kLook), [this] { wait(); });
}

void PauseControl::save() {
    m_unsaved = true;
    if (m_write == nullptr) {
        write();
    }
}

void PauseControl::write() {
    m_unsaved = false;
    m_write_result = std::make_shared<base::Status>();
    m_write = m_background.run([result = m_write_result, &files = m_file_system, folder = m_data_dir, file = m_path,
                                state = m_current] { *result = write_state(files, folder, file, state); },
                               [this] {
                                   m_write.reset();
                                   const bool changed_since = m_unsaved;
                                   written(*m_write_result);
                                   if (changed_since) {
                                       write();
                                   }
                               });
}

void PauseControl::written(const base::Status& status) {
    if (!status) {
        m_unsaved = true;
        m_logger.warning("a pause cannot be remembered for the next start", {{"error", status.error().text()}});
    }
}

} // namespace framehand::worker
