// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehand/daemon_program.h"
#include "core/base/result.h"
#include "core/ports/timers.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QProcess;

namespace framehand::desktop {

/// The framehandd that this program started. It outlives a crash of this program, and a crash of its own is mended by
/// starting it again. Main thread.
class OwnDaemon {
public:
    /// Between the end of one and the start of the next: doubled each time, from the first to the last.
    static constexpr base::Duration kFirstRestart{1'000};
    static constexpr base::Duration kLastRestart{60'000};
    /// One that ran for so long was well: the next wait is the first again.
    static constexpr base::Duration kWell{120'000};
    /// For its end when it is asked to; then it is killed, and its unfinished work stays for the next one.
    static constexpr base::Duration kPatience{10'000};

    /// Asked at each start, so that it sees changed settings.
    using Find = std::function<base::Result<DaemonProgram>()>;

    /// How this operating system starts a program without a window, and asks one to end.
    struct Ways {
        std::function<void(QProcess&)> prepare;    ///< before its start
        std::function<void(QProcess&)> ask_to_end; ///< while it runs; it ends later, if it does
    };

    /// Qt's own.
    [[nodiscard]] static Ways plain_ways();

    /// `timers` must outlive it.
    OwnDaemon(Find find, ports::Timers& timers, Ways ways = plain_ways());
    /// Kills what stop() did not end.
    ~OwnDaemon();
    OwnDaemon(const OwnDaemon&) = delete;
    OwnDaemon& operator=(const OwnDaemon&) = delete;

    /// Fine if it runs. While it ends: it is started again as soon as it has ended, unless stop() is called once more.
    void start();
    /// Ends it; `done` is called once it has ended, at once if it does not run, and in the order of the calls. It is
    /// not started again by itself.
    void stop(std::function<void()> done);

    /// Starts it no more where it does not run: another one has been found. Does not call on_change.
    void let_go();

    /// Whether it was started here and has not been given up.
    [[nodiscard]] bool wanted() const { return m_wanted; }

    /// What runs now as it was started, or null.
    [[nodiscard]] const DaemonProgram* program() const { return m_process == nullptr ? nullptr : &m_program; }

    /// Why the last one ended or could not be started; none while all is well.
    [[nodiscard]] const std::optional<base::Error>& failure() const { return m_failure; }

    /// After each change of wanted() and failure(). May be empty.
    std::function<void()> on_change;

private:
    void launch();
    void ended(int exit_code, bool crashed);
    void tell_stopped();
    void give_up(base::Error why);
    void start_again(base::Error why);
    void changed() const;

    Find m_find;
    ports::Timers& m_timers;
    const Ways m_ways;
    DaemonProgram m_program;
    std::unique_ptr<QProcess> m_process;
    bool m_wanted = false;
    std::optional<base::Error> m_failure;
    std::vector<std::function<void()>> m_stopped; ///< whom to tell of the end; empty unless it was asked to end
    base::Duration m_delay = kFirstRestart;
    std::unique_ptr<ports::Timer> m_timer; ///< of the next start, of "well", or of the kill
};

} // namespace framehand::desktop
