// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/log.h"
#include "core/policy/owner_pause.h"
#include "core/ports/file_system.h"
#include "core/ports/timers.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace framehand::worker {

/// The pause that somebody asked for: remembered in `<data_dir>/pause.json` across restarts, and ended when its time is
/// over. A pause that the disk does not take holds until the program ends.
///
/// Its time is civil time, as the person meant it; a clock that is set back never makes it longer than it was asked
/// for. One thread.
class PauseControl {
public:
    /// All references must outlive this.
    PauseControl(ports::FileSystem& file_system, std::filesystem::path data_dir, ports::Timers& timers,
                 const base::Clock& clock, base::Logger logger);

    /// Takes up the pause of an earlier run, if its time is not over. A file that cannot be read is moved to
    /// `pause.corrupt.json`. Does not call on_change.
    void load();

    /// Begins a pause now, or changes the one there is; for `time`, or until resume().
    void pause(policy::PauseWhen when, std::optional<base::Duration> time);
    /// Fine if there is no pause.
    void resume();

    [[nodiscard]] const std::optional<policy::OwnerPause>& current() const { return m_current; }

    /// After each change. May be empty.
    std::function<void()> on_change;

private:
    [[nodiscard]] base::Result<std::optional<policy::OwnerPause>> read() const;
    void save();
    void begin(policy::OwnerPause pause);
    void wait();

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_data_dir;
    const std::filesystem::path m_path;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    base::Logger m_logger;
    std::optional<policy::OwnerPause> m_current;
    std::optional<base::SteadyTime> m_latest_end; ///< of m_current, whatever is done to the civil time
    std::unique_ptr<ports::Timer> m_timer;
};

} // namespace framehand::worker
