// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/policy/owner_pause.h"
#include "core/ports/background.h"
#include "core/ports/file_system.h"
#include "core/ports/timers.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace framehand::worker {

/// The pause that somebody asked for: remembered in `<data_dir>/pause.json` across restarts, and ended when its time is
/// over.
///
/// A change is in force when the call returns; nobody waits for the disk. That is written to beside it, one write at a
/// time and the newest state last, and stop() sees to it that the last state is there. So a restart of the program
/// finds the state that was answered, while a kill or a power cut within the time of one write (less than a second on a
/// healthy disk) may bring back the one before. A state that the disk does not take holds until the program ends; it is
/// tried again at the next change and in stop().
///
/// Its time is civil time, as the person meant it; a clock that is set back never makes it longer than it was asked
/// for. One thread.
class PauseControl {
public:
    /// All references must outlive this.
    PauseControl(ports::FileSystem& file_system, std::filesystem::path data_dir, ports::Timers& timers,
                 ports::Background& background, const base::Clock& clock, base::Logger logger);
    ~PauseControl();
    PauseControl(const PauseControl&) = delete;
    PauseControl& operator=(const PauseControl&) = delete;

    /// Takes up the pause of an earlier run, if its time is not over. A file that cannot be read is moved to
    /// `pause.corrupt.json`. Does not call on_change.
    void load();

    /// Begins a pause now, or changes the one there is; for `time`, or until resume().
    void pause(policy::PauseWhen when, std::optional<base::Duration> time);
    /// Fine if there is no pause.
    void resume();

    /// Waits until the disk has the last state, or has refused it. No call may follow.
    void stop();

    [[nodiscard]] const std::optional<policy::OwnerPause>& current() const { return m_current; }

    /// After each change. May be empty.
    std::function<void()> on_change;

private:
    [[nodiscard]] base::Result<std::optional<policy::OwnerPause>> read() const;
    void save();
    void write();
    void written(const base::Status& status);
    void begin(policy::OwnerPause pause);
    void wait();

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_data_dir;
    const std::filesystem::path m_path;
    ports::Timers& m_timers;
    ports::Background& m_background;
    const base::Clock& m_clock;
    base::Logger m_logger;
    std::optional<policy::OwnerPause> m_current;
    std::optional<base::SteadyTime> m_latest_end; ///< of m_current, whatever is done to the civil time
    bool m_unsaved = false; ///< the disk has another state than m_current, and no write that runs brings it
    std::unique_ptr<ports::Timer> m_timer;
    std::shared_ptr<base::Status> m_write_result; ///< the write's own until it has ended
    std::unique_ptr<ports::BackgroundTask> m_write;
};

} // namespace framehand::worker
