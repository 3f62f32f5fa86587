// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/celery_inspect.h"
#include "core/sources/celery_presence.h"
#include "core/sources/celery_queue.h"
#include "core/sources/celery_revoked.h"
#include "core/sources/celery_task.h"
#include "core/sources/celery_ticket.h"
#include "core/sources/celery_waiter.h"
#include "core/sources/celery_work_clock.h"
#include "core/sources/job_source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace framehand::sources {

inline constexpr const char* kCelery = "celery";

struct CelerySourceOptions {
    redis::Options redis; ///< broker and result backend in one
    CeleryQueueOptions queue;
    CeleryTaskRules rules;
    std::string node;    ///< "name@host"
    std::string version; ///< of the program
    int max_retries = 3; ///< what the original has in its task, not in the message
    base::Duration retry_countdown{60'000};
    base::Duration soft_limit{3'300'000}; ///< of time worked; a message's own goes before; 0 for none
    base::Duration hard_limit{3'600'000};
};

struct CelerySourceParts {
    ports::Timers& timers;
    const base::Clock& clock;
    base::Random random;
    base::Logger logger = {};
};

/// A worker of Celery's (protocol 2, JSON, Redis as broker and as result backend) for one task on one queue.
///
/// A message is in `unacked` from its taking to its end (late acknowledgement), its time there made new every minute,
/// also while the job stands still. Nothing is taken in advance, but messages with an `eta` wait here for their time,
/// as with any worker; one that falls due while there is other work goes back into the queue. Messages of other tasks,
/// and those of protocol 1, stay where they are; what nobody can read goes to `<queue>.rejected`.
///
/// Ends: SUCCESS; RETRY with a countdown up to max_retries times, then FAILURE (at once where the arguments are wrong,
/// or the video can never be done); REVOKED by remote control or because it has expired. A success is never
/// overwritten.
///
/// All references must outlive it. Owner's thread.
class CelerySource final : public JobSource {
public:
    CelerySource(CelerySourceOptions options, CelerySourceParts parts);
    ~CelerySource() override;
    CelerySource(const CelerySource&) = delete;
    CelerySource& operator=(const CelerySource&) = delete;

    [[nodiscard]] SourceAbilities abilities() const override;
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    /// Telling: the work is done, and its end is on its way to the server.
    enum class Stage { Working, Telling };

    struct InHand {
        CeleryTicket ticket;
        base::WallTime started;
        CeleryWorkClock clock;
        Stage stage = Stage::Working;
    };

    // Taking
    void next(Done<Taken> done);
    void judge(CeleryTicket ticket, Done<Taken> done);
    void judge_redelivered(CeleryTicket ticket, Done<Taken> done);
    void accept(CeleryTicket ticket, Done<Taken> done);
    void refuse(const CeleryGrip& grip, const std::string& reason);
    void never_run(const CeleryTicket& ticket, CeleryNeverRan why);
    void nothing_to_do(CeleryFind::Kind kind);
    void schedule(CeleryTicket ticket);
    void wait_for_due();
    void put_due_back();

    // In hand
    InHand& hold_in_hand(const std::string& job_id, CeleryTicket ticket);
    void renew();
    void sweep();
    void lost(const std::string& job_id, const std::string& tag);
    void watch_limits();
    void check_limits();
    [[nodiscard]] bool is_ending(const std::string& tag) const;

    // Ends
    [[nodiscard]] CeleryEnd failed(const CeleryTicket& ticket, const CeleryException& exception, Retry retry);
    [[nodiscard]] std::string result_text(const CeleryEnvelope& envelope, CeleryState state,
                                          const base::Json& result) const;
    void settle(CeleryEnd end);
    void try_end(std::uint64_t number);

    // Remote control
    enum class Revoke { Waiting, Running }; ///< Running: those in hand are stopped, too
    [[nodiscard]] base::Json answer(const CeleryRequest& request);
    [[nodiscard]] base::Json revoke(const base::Json& arguments, Revoke which);
    [[nodiscard]] bool terminate(const std::string& task_id);
    [[nodiscard]] CeleryFacts facts() const;
    [[nodiscard]] CeleryVitals vitals() const;

    void later(std::function<void()> call);

    CelerySourceOptions m_options;
    CelerySourceParts m_parts;
    base::SteadyTime m_begin;
    redis::Connection m_connection;
    CeleryQueue m_queue;
    CeleryWaiter m_waiter;
    CeleryPresence m_presence;
    CeleryRevoked m_revoked;
    std::map<std::string, InHand> m_hand;                    ///< by job
    std::multimap<base::WallTime, CeleryTicket> m_scheduled; ///< by their eta
    std::map<std::uint64_t, CeleryEnd> m_ends;               ///< that the server has not heard of yet
    std::uint64_t m_next = 0;
    std::int64_t m_processed = 0;
    double m_cpu_load = 0; ///< 0 to 1, of the last heartbeat
    bool m_accepts = false;
    bool m_told_of_others = false;
    std::unique_ptr<ports::Timer> m_renew_timer;
    std::unique_ptr<ports::Timer> m_sweep_timer;
    std::unique_ptr<ports::Timer> m_limit_timer;
    std::unique_ptr<ports::Timer> m_due_timer;
    std::map<std::uint64_t, std::unique_ptr<ports::Timer>> m_later;
    base::CallbackGuard m_guard;
};

} // namespace framehand::sources
