// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/callback_guard.h"
#include "core/base/log.h"
#include "core/ports/file_system.h"
#include "core/ports/timers.h"
#include "core/sources/job_source.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::worker {

/// Outcomes that the source has not acknowledged yet: one JSON file each in `<data_dir>/outbox`, sent again with
/// backoff until it does, across restarts. Sent oldest first; one that the source does not take now never holds up the
/// others.
///
/// Silence is borne without end. An answer that somebody may mend, "I do not know this job" (NotFound) or "I do not
/// know you" (PermissionDenied), is asked for again ever more seldom, down to once in kSeldom. A job that stays unknown
/// for `keep`, counted from the first such answer, and whatever the source refuses for good move to `outbox/refused`,
/// for people to look at.
///
/// One thread (timers and the source call back on it).
class Outbox {
public:
    static constexpr base::Duration kSeldom{900'000};

    /// All references must outlive this.
    Outbox(ports::FileSystem& file_system, std::filesystem::path data_dir, ports::Timers& timers,
           const base::Clock& clock, sources::JobSource& source, base::Backoff backoff, base::Duration keep,
           base::Logger logger);
    ~Outbox();

    /// Reads what earlier runs left. A file that is no outcome moves to `refused`. Sends nothing yet.
    [[nodiscard]] base::Status load();

    /// Durable once it returns success. Sends nothing yet.
    [[nodiscard]] base::Status add(const sources::JobOutcome& outcome);

    [[nodiscard]] bool contains(const std::string& job_id) const;

    [[nodiscard]] bool empty() const { return m_entries.empty(); }

    /// Offers everything that is due to the source now, and then again with backoff as long as something remains.
    /// `done` is called once this round is over, however it went; at once if there is nothing to send.
    void flush(std::function<void()> done);

    /// After each acknowledged or refused outcome. May be empty.
    std::function<void(const sources::JobOutcome&, const base::Status&)> on_settled;

private:
    struct Entry {
        std::string name; ///< of its file
        std::int64_t order = 0;
        sources::JobOutcome outcome;
        std::optional<base::WallTime> unknown_since; ///< the source's first NotFound in a row; also in the file
        base::Duration wait{0};                      ///< before it is due again
        base::SteadyTime due{};
    };

    [[nodiscard]] base::Status write(const Entry& entry);
    [[nodiscard]] base::Result<Entry> read(const std::string& name) const;
    void send(std::vector<std::string> names);
    void settle(const std::string& name, const base::Status& answer);
    /// True if it is to be offered again, and notes when.
    [[nodiscard]] bool keeps(Entry& entry, const base::Error& error);
    void refuse(const std::string& name);
    void end_round();

    ports::FileSystem& m_file_system;
    const std::filesystem::path m_dir;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    sources::JobSource& m_source;
    base::Backoff m_backoff;
    const base::Duration m_keep;
    base::Logger m_logger;
    std::vector<Entry> m_entries; ///< oldest first
    bool m_round_runs = false;
    std::vector<std::function<void()>> m_waiting; ///< `done`s of the running round
    std::unique_ptr<ports::Timer> m_retry;
    base::CallbackGuard m_guard;
};

} // namespace framehand::worker
