// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/callback_guard.h"
#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/sources/job_source.h"
#include "core/sources/rabbitmq_link.h"
#include "core/sources/rabbitmq_messages.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace framehand::sources {

struct RabbitMqSourceOptions {
    std::string url;                      ///< "amqp://..." or "amqps://...", see amqp::parse_url()
    std::optional<base::Secret> password; ///< in place of the one in the URL
    std::string bucket;                   ///< the S3 bucket of all inputs and outputs
    std::string worker_id;                ///< as results name it
    RabbitMqNames names;
    /// How long after a restart the message of a job may take to come back. Nothing: longer than a broker needs to find
    /// out that the connection of the earlier run is dead, as the heartbeat says.
    std::optional<base::Duration> copy_patience;
};

/// Jobs that are messages in a queue of RabbitMQ, each a GStreamer pipeline from one object of a bucket to another.
///
///     take       a consumer with prefetch 1 while jobs are accepted; one message waits for the worker, at most
///     progress   to the exchange of progress, at least every ten seconds as long as the job is in hand
///     finish     the result to the exchange of results and the acknowledgement, in one transaction
///     give_back  back into the queue, where it was
///
/// A message is held without acknowledgement until its job has ended, so whatever happens to this program, it comes
/// back to the queue. The broker may take it back by itself: when the connection is lost, and when it was held for
/// longer than `consumer_timeout`. The job goes on all the same, the queue is asked for the copy, and the copy is held
/// in its place, or acknowledged if its job has ended meanwhile; it is known by its digest, and nothing runs twice
/// here. After a restart of this program only who gets the copy may go on and tell the result: one that does not come
/// back is another worker's, or its result was told before. Where only the connection was lost, a result waits for
/// some seconds for the copy, so that it goes with its acknowledgement: a broker that was killed has forgotten which
/// messages it had delivered before.
///
/// While a job is in hand, a queue of its own in the broker says so (RabbitMqHold): another worker that gets its copy
/// first sees that, and leaves it alone.
///
/// A message that cannot be read is answered as failed where it has a job_id, and acknowledged; one without is logged
/// and acknowledged, as there is nobody to answer. There are no cancellations in this system.
class RabbitMqSource final : public JobSource {
public:
    /// InvalidArgument: the URL, or there is no bucket. `timers` and `clock` must outlive the source.
    [[nodiscard]] static base::Result<std::unique_ptr<RabbitMqSource>> make(const RabbitMqSourceOptions& options,
                                                                            ports::Timers& timers,
                                                                            const base::Clock& clock,
                                                                            base::Random random, base::Logger logger);
    ~RabbitMqSource() override;

    [[nodiscard]] SourceAbilities abilities() const override;
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    /// A message that waits for the worker.
    struct Stock {
        enum class Stage {
            Asked, ///< whether another worker has its job
            Ready,
        };

        amqp::DeliveryId delivery;
        std::string digest;
        Taken taken;
        Stage stage;
    };

    /// The job of the worker.
    struct Hand {
        enum class Stage {
            Running,
            Ended, ///< its result is on its way
        };

        Lease lease;
        std::string digest;
        std::optional<amqp::DeliveryId> delivery; ///< nothing: the broker has taken it back
        Stage stage = Stage::Running;
        double percent = 0;
        std::unique_ptr<ports::Timer> progress_timer;
        /// Of a job of an earlier run, and of one that another connection has: until then its copy must have come back.
        std::optional<base::SteadyTime> copy_due;
        /// Of a job whose message the broker has taken back: until then the result waits for the copy.
        std::optional<base::SteadyTime> copy_welcome;
    };

    enum class Settled { No, Yes }; ///< whether the message was acknowledged with the result

    RabbitMqSource(RabbitMqLink::Options link, RabbitMqSourceOptions options, ports::Timers& timers,
                   const base::Clock& clock, base::Random random, base::Logger logger);

    void answer_announcements(const base::Status& answer);
    void deliver(const amqp::Delivery& delivery);
    void deliver_beside_a_job(const amqp::Delivery& delivery, const std::string& digest);
    void put_into_stock(const amqp::Delivery& delivery, const std::string& digest);
    void return_stock();
    /// Puts back the message that another worker waits for, and takes nothing for a moment.
    void stand_back();
    /// Lets other workers see that the job in hand is here. If another one has it, its message must come back in time.
    void claim();
    void set_aside(const amqp::Delivery& delivery, const std::string& why);
    void deliveries_void();
    void take_in_hand(const Lease& lease, const std::string& digest);
    std::optional<Hand> drop_hand();
    /// CorruptData if the lease's notes cannot be read.
    [[nodiscard]] base::Status adopt(const Lease& lease);
    /// Whether the result of this job may be published now.
    [[nodiscard]] base::Status may_tell(const Lease& lease);
    [[nodiscard]] bool is_told(const Lease& lease) const;
    void note_told(const Lease& lease);
    [[nodiscard]] bool is_in_hand(const Lease& lease) const;
    /// Now, and from then on whenever nothing was said for a while.
    void say_progress();
    /// The broker has the result.
    void told(const Lease& lease, const std::string& digest, Settled settled);
    void requeue(const amqp::DeliveryId& delivery, std::function<void()> done = {});
    void steer_intake();
    void soon(std::function<void()> call);

    const RabbitMqSourceOptions m_options;
    ports::Timers& m_timers;
    const base::Clock& m_clock;
    base::Logger m_logger;
    enum class Started { No, Yes } m_started = Started::No;
    bool m_accepts = false; ///< the worker wants a job
    std::optional<Stock> m_stock;
    std::unique_ptr<ports::Timer> m_stock_timer;
    std::unique_ptr<ports::Timer> m_standing_back;
    std::optional<Hand> m_hand;
    std::deque<Lease> m_told; ///< whose result is out, the last ones; the worker may still speak of them
    /// Digests of messages whose job has ended and whose acknowledgement the broker has not seen.
    std::set<std::string> m_ended;
    std::vector<Done<void>> m_announcements;
    std::deque<std::function<void()>> m_soon;
    std::unique_ptr<ports::Timer> m_soon_timer;
    RabbitMqLink m_link;
};

} // namespace framehand::sources
