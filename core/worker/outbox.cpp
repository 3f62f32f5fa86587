// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/outbox.h"

#include "core/storage/staging_area.h"
#include "core/worker/job_record.h"

#include <algorithm>
#include <utility>

namespace framehand::worker {

namespace {

constexpr std::size_t kMaxBytes = 16 * 1024 * 1024; // a lease's ticket of 1 MiB, however it must be escaped

constexpr base::Duration kFirstWait{10'000}; ///< after an answer that somebody may mend

} // namespace

Outbox::Outbox(ports::FileSystem& file_system, std::filesystem::path data_dir, ports::Timers& timers,
               const base::Clock& clock, sources::JobSource& source, base::Backoff backoff, base::Duration keep,
               base::Logger logger)
    : m_file_system(file_system), m_dir(std::move(data_dir) / "outbox"), m_timers(timers), m_clock(clock),
      m_source(source), m_backoff(std::move(backoff)), m_keep(keep), m_logger(std::move(logger)) {
}

Outbox::~Outbox() = default;

base::Status Outbox::load() {
    FH_TRY(m_file_system.create_directories(m_dir / "refused"));
    FH_ASSIGN(const auto names, m_file_system.list(m_dir));
    m_entries.clear();
    for (const auto& [name, kind] : names) {
        if (kind != ports::FileSystem::Kind::File || !name.ends_with(".json")) {
            continue;
        }
        auto entry = read(name);
        if (entry) {
            m_entries.push_back(std::move(*entry));
        } else {
            m_logger.error("an outcome in the outbox cannot be read",
                           {{"file", name}, {"error", entry.error().text()}});
            refuse(name);
        }
    }
    std::ranges::stable_sort(m_entries, {}, &Entry::order);
    return {};
}

base::Result<Outbox::Entry> Outbox::read(const std::string& name) const {
    FH_ASSIGN(const auto text, m_file_system.read_file(m_dir / name, kMaxBytes));
    FH_ASSIGN(const auto json, base::parse_json(text, name));
    Entry entry;
    entry.name = name;
    FH_ASSIGN(entry.outcome, outcome_from_json(json));
    base::JsonReader reader(json, "");
    entry.order = reader.integer_or("queued_at_ms", 0);
    if (const auto since = reader.integer_or("unknown_since_ms", 0); since > 0) {
        entry.unknown_since = base::WallTime{base::Duration{since}};
    }
    return entry;
}

base::Status Outbox::write(const Entry& entry) {
    auto json = to_json(entry.outcome);
    json["queued_at_ms"] = entry.order;
    if (entry.unknown_since) {
        json["unknown_since_ms"] = entry.unknown_since->time_since_epoch().count();
    }
    return m_file_system.write_file_atomic(m_dir / entry.name, base::dump_json(json));
}

base::Status Outbox::add(const sources::JobOutcome& outcome) {
    Entry entry;
    entry.name = storage::job_key(outcome.lease.job_id) + ".json";
    entry.order = m_clock.wall().time_since_epoch().count();
    entry.outcome = outcome;
    FH_TRY(m_file_system.create_directories(m_dir / "refused"));
    FH_TRY(write(entry));
    std::erase_if(m_entries, [&](const Entry& other) { return other.name == entry.name; });
    m_entries.push_back(std::move(entry));
    return {};
}

bool Outbox::contains(const std::string& job_id) const {
    return std::ranges::any_of(m_entries, [&](const Entry& entry) { return entry.outcome.lease.job_id == job_id; });
}

void Outbox::flush(std::function<void()> done) {
    m_waiting.push_back(std::move(done));
    if (m_round_runs) {
        return;
    }
    m_round_runs = true;
    m_retry.reset();
    std::vector<std::string> names;
    for (const auto& entry : m_entries) {
        if (entry.due <= m_clock.steady()) {
            names.push_back(entry.name);
        }
    }
    std::ranges::reverse(names);
    send(std::move(names));
}

void Outbox::send(std::vector<std::string> names) {
    while (!names.empty()) {
        const auto name = names.back();
        names.pop_back();
        const auto entry = std::ranges::find(m_entries, name, &Entry::name);
        if (entry == m_entries.end()) {
            continue;
        }
        m_source.finish(entry->outcome, m_guard.wrap([this, name, names](const base::Status& answer) {
            settle(name, answer);
            send(names);
        }));
        return;
    }
    end_round();
}

void Outbox::settle(const std::string& name, const base::Status& answer) {
    const auto entry = std::ranges::find(m_entries, name, &Entry::name);
    if (entry == m_entries.end()) {
        return;
    }
    const auto outcome = entry->outcome;
    const base::LogFields fields{{"job", outcome.lease.job_id}};
    if (!answer && keeps(*entry, answer.error())) {
        m_logger.with("job", outcome.lease.job_id)
            .warning("the outcome is not delivered yet", {{"error", answer.error().text()}});
        return;
    }
    m_entries.erase(entry);
    if (answer) {
        m_logger.info("outcome delivered", fields);
        if (const auto removed = m_file_system.remove(m_dir / name); !removed) {
            // Told again after a restart, which the source takes as the same outcome.
            m_logger.warning("a delivered outcome cannot be removed", {{"error", removed.error().text()}});
        }
    } else {
        const bool unknown = answer.error().code == base::ErrorCode::NotFound;
        m_logger.with("job", outcome.lease.job_id)
            .error(unknown ? "the orchestrator has not known this job for long; its outcome is kept in outbox/refused"
                           : "the orchestrator refuses this outcome for good; it is kept in outbox/refused",
                   {{"error", answer.error().text()}});
        refuse(name);
    }
    if (on_settled) {
        on_settled(outcome, answer);
    }
}

bool Outbox::keeps(Entry& entry, const base::Error& error) {
    if (error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout) {
        return true;
    }
    if (error.code != base::ErrorCode::NotFound && error.code != base::ErrorCode::PermissionDenied) {
        return false;
    }
    entry.wait = std::clamp(entry.wait * 2, kFirstWait, kSeldom);
    entry.due = m_clock.steady() + entry.wait;
    if (error.code == base::ErrorCode::PermissionDenied) {
        return true; // the worker's token, not this job: worth waiting for somebody to mend it
    }
    const auto now = m_clock.wall();
    if (entry.unknown_since) {
        return now - *entry.unknown_since < m_keep;
    }
    entry.unknown_since = now;
    if (const auto written = write(entry); !written) {
        m_logger.warning("an outcome in the outbox cannot be written", {{"error", written.error().text()}});
    }
    return true;
}

void Outbox::refuse(const std::string& name) {
    if (const auto moved = m_file_system.rename(m_dir / name, m_dir / "refused" / name); !moved) {
        m_logger.warning("a refused outcome cannot be set aside", {{"error", moved.error().text()}});
    }
}

void Outbox::end_round() {
    m_round_runs = false;
    if (m_entries.empty()) {
        m_backoff.reset();
    } else {
        const auto left = std::ranges::min(m_entries, {}, &Entry::due).due - m_clock.steady();
        const auto wait = left > base::Duration{0} ? left : m_backoff.next();
        m_retry = m_timers.after(wait, [this] { flush([] {}); });
    }
    for (const auto& done : std::exchange(m_waiting, {})) {
        done();
    }
}

} // namespace framehand::worker
