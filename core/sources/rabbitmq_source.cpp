// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_source.h"

#include "core/amqp/url.h"
#include "core/base/sha256.h"
#include "core/sources/rabbitmq_job.h"

#include <algorithm>
#include <utility>

namespace framehand::sources {

namespace {

constexpr base::Duration kSayProgress{8000}; ///< the original's service takes a job for stalled after a minute
constexpr std::size_t kMostTold = 100;
constexpr base::Duration kCopyWelcome{5000}; ///< a copy that is in the queue is there at once
constexpr base::Duration kSlack{5000};       ///< of a broker that counts missing heartbeats

/// A dead peer is one that has missed two heartbeats; a broker looks at each.
base::Duration copy_patience(base::Duration heartbeat) {
    return 3 * heartbeat + kSlack;
}

/// A word of a routing key: the bindings "<queue>.*" match exactly one.
std::string routing_word(std::string text) {
    std::ranges::replace(text, '.', '-');
    text.resize(std::min<std::size_t>(text.size(), 100));
    return text;
}

} // namespace

base::Result<std::unique_ptr<RabbitMqSource>> RabbitMqSource::make(const RabbitMqSourceOptions& options,
                                                                   ports::Timers& timers, const base::Clock& clock,
                                                                   base::Random random, base::Logger logger) {
    if (options.bucket.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "no S3 bucket is set for the jobs of RabbitMQ");
    }
    RabbitMqLink::Options link;
    FH_ASSIGN(link.connection.url, amqp::parse_url(options.url));
    if (options.password) {
        link.connection.url.password = *options.password;
    }
    auto complete = options;
    complete.copy_patience = options.copy_patience.value_or(
        copy_patience(link.connection.url.heartbeat.value_or(link.connection.heartbeat)));
    link.connection.name = options.worker_id;
    link.names = options.names;
    link.consumer_tag = "worker-" + base::sha256_hex(options.worker_id).substr(0, 5); // as the original's tags look
    return std::unique_ptr<RabbitMqSource>(new RabbitMqSource(std::move(link), std::move(complete), timers, clock,
                                                              std::move(random), logger.with("source", kRabbitMq)));
}

RabbitMqSource::RabbitMqSource(RabbitMqLink::Options link, RabbitMqSourceOptions options, ports::Timers& timers,
                               const base::Clock& clock, base::Random random, base::Logger logger)
    : m_options(std::move(options)), m_timers(timers), m_clock(clock), m_logger(std::move(logger)),
      m_link(std::move(link), timers, std::move(random), m_logger) {
    m_link.on_ready = [this] {
        answer_announcements({});
        if (m_hand && !m_hand->delivery && !m_hand->copy_due) {
            m_hand->copy_welcome = m_clock.steady() + kCopyWelcome;
        }
        if (m_hand) {
            claim();
        }
        steer_intake();
    };
    m_link.on_away = [this](const base::Error& error) { answer_announcements(error); };
    m_link.on_delivery = [this](const amqp::Delivery& delivery) { deliver(delivery); };
    m_link.on_deliveries_void = [this] { deliveries_void(); };
}

RabbitMqSource::~RabbitMqSource() = default;

SourceAbilities RabbitMqSource::abilities() const {
    return {.shows_progress = true, .cancels = false, .takes_back = true};
}

void RabbitMqSource::soon(std::function<void()> call) {
    m_soon.push_back(std::move(call));
    if (m_soon_timer == nullptr) {
        m_soon_timer = m_timers.after(base::Duration{0}, [this] {
            const auto timer = std::move(m_soon_timer);
            for (const auto& one : std::exchange(m_soon, {})) {
                one();
            }
        });
    }
}

void RabbitMqSource::announce(const jobs::Capabilities& /*capabilities*/, Done<void> done) {
    if (m_link.is_ready()) {
        soon([done = std::move(done)] { done({}); });
        return;
    }
    m_announcements.push_back(std::move(done));
    if (std::exchange(m_started, Started::Yes) == Started::No) {
        m_link.start();
    }
}

void RabbitMqSource::answer_announcements(const base::Status& answer) {
    for (const auto& done : std::exchange(m_announcements, {})) {
        done(answer);
    }
}

void RabbitMqSource::take_in_hand(const Lease& lease, const std::string& digest) {
    m_hand.emplace();
    m_hand->lease = lease;
    m_hand->digest = digest;
    std::erase(m_told, lease); // the client says the same once more
}

std::optional<RabbitMqSource::Hand> RabbitMqSource::drop_hand() {
    m_link.hold().let_go();
    return std::exchange(m_hand, std::nullopt);
}

bool RabbitMqSource::is_in_hand(const Lease& lease) const {
    return m_hand && m_hand->lease == lease;
}

bool RabbitMqSource::is_told(const Lease& lease) const {
    return std::ranges::find(m_told, lease) != m_told.end();
}

base::Status RabbitMqSource::adopt(const Lease& lease) {
    if (is_in_hand(lease) || is_told(lease)) {
        return {};
    }
    FH_ASSIGN(const auto ticket, rabbitmq_ticket_from(lease.ticket));
    const bool waits = m_stock && m_stock->digest == ticket.digest;
    take_in_hand(lease, ticket.digest);
    if (waits) { // it came back before the worker spoke of it
        m_hand->delivery = std::exchange(m_stock, std::nullopt)->delivery;
        m_stock_timer.reset();
    } else {
        return_stock();
        m_hand->copy_due = m_clock.steady() + *m_options.copy_patience;
    }
    claim();
    say_progress();
    return {};
}

void RabbitMqSource::keep_alive(const Lease& lease, const Heartbeat& /*heartbeat*/, Done<LeaseState> done) {
    if (!m_link.is_ready()) {
        soon([done = std::move(done), problem = m_link.problem()] { done(problem); });
        return;
    }
    auto state = LeaseState::Held;
    if (!adopt(lease)) { // its notes are broken: nobody can be told how it ends
        state = LeaseState::Cancelled;
    } else if (m_hand && m_hand->copy_due && m_clock.steady() >= *m_hand->copy_due) {
        m_logger.warning("the message of this job did not come back: another worker has it", {{"job", lease.job_id}});
        (void)drop_hand();
        state = LeaseState::Cancelled;
    }
    steer_intake();
    soon([done = std::move(done), state] { done(state); });
}

void RabbitMqSource::progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) {
    if (!m_link.is_ready()) {
        soon([done = std::move(done), problem = m_link.problem()] { done(problem); });
        return;
    }
    if (adopt(lease) && is_in_hand(lease) && m_hand->stage == Hand::Stage::Running) {
        m_hand->percent = std::clamp(progress.percent, 0.0, 100.0);
        say_progress();
    }
    soon([done = std::move(done)] { done(LeaseState::Held); });
}

void RabbitMqSource::say_progress() {
    m_hand->progress_timer = m_timers.after(kSayProgress, [this] { say_progress(); });
    if (m_hand->copy_due) {
        return; // another worker may have the job now, and speak of it
    }
    m_link.publish({m_options.names.progress_exchange,
                    m_options.names.progress + "." + routing_word(m_options.worker_id),
                    rabbitmq_progress(m_hand->lease.job_id, m_hand->percent, m_options.worker_id, m_clock.wall()),
                    amqp::Keeping::InMemory},
                   [](const base::Status&) {}); // the next one says it better
}

void RabbitMqSource::finish(const JobOutcome& outcome, Done<void> done) {
    if (const auto now = may_tell(outcome.lease); !now || is_told(outcome.lease)) {
        soon([done = std::move(done), now] { done(now); });
        return;
    }
    m_hand->stage = Hand::Stage::Ended;
    m_hand->progress_timer.reset(); // no progress may follow the result
    const auto ticket = rabbitmq_ticket_from(outcome.lease.ticket);
    auto published = [this, lease = outcome.lease, digest = ticket->digest,
                      settled = m_hand->delivery.has_value() ? Settled::Yes : Settled::No,
                      done = std::move(done)](const base::Status& confirmed) {
        if (!confirmed) {
            // Whatever the broker's reason is: the result must get there.
            done(base::fail(base::ErrorCode::Unavailable, "the result could not be published",
                            confirmed.error().text()));
            return;
        }
        told(lease, digest, settled);
        done({});
    };
    amqp::Publication result{
        m_options.names.results_exchange, m_options.names.results + "." + routing_word(m_options.worker_id),
        rabbitmq_result(outcome, *ticket, m_options.worker_id, m_clock.wall()), amqp::Keeping::OnDisk};
    if (m_hand->delivery) {
        m_link.publish_and_acknowledge(std::move(result), *m_hand->delivery, std::move(published));
    } else {
        m_link.publish(std::move(result), std::move(published));
    }
}

base::Status RabbitMqSource::may_tell(const Lease& lease) {
    FH_TRY(rabbitmq_ticket_from(lease.ticket));
    if (!m_link.is_ready()) {
        return m_link.problem();
    }
    if (is_told(lease)) {
        return {};
    }
    if (m_hand && !is_in_hand(lease)) {
        return base::fail(base::ErrorCode::Unavailable, "another job is in hand, and is ended first");
    }
    FH_TRY(adopt(lease));
    if (m_hand->copy_welcome && m_clock.steady() >= *m_hand->copy_welcome) {
        m_hand->copy_welcome.reset();
    }
    if (!m_hand->copy_due && !m_hand->copy_welcome) {
        return {};
    }
    m_hand->stage = Hand::Stage::Ended;
    m_hand->progress_timer.reset();
    steer_intake();
    if (m_hand->copy_welcome) {
        return base::fail(base::ErrorCode::Unavailable, "the message of the job may be about to come back");
    }
    // After a restart only who gets the message again may speak for it.
    if (m_clock.steady() < *m_hand->copy_due) {
        return base::fail(base::ErrorCode::Unavailable, "the message of the job has not come back yet");
    }
    m_logger.info("the message of an ended job did not come back: its result was told before, or is told by another "
                  "worker",
                  {{"job", lease.job_id}});
    (void)drop_hand();
    steer_intake();
    note_told(lease);
    return {};
}

void RabbitMqSource::note_told(const Lease& lease) {
    m_told.push_back(lease);
    if (m_told.size() > kMostTold) {
        m_told.pop_front();
    }
}

void RabbitMqSource::told(const Lease& lease, const std::string& digest, Settled settled) {
    note_told(lease);
    std::optional<amqp::DeliveryId> copy;
    if (m_hand && m_hand->digest == digest) {
        if (settled == Settled::No) {
            copy = m_hand->delivery; // it came back meanwhile
        }
        (void)drop_hand();
    }
    steer_intake();
    if (settled == Settled::Yes) {
        return;
    }
    m_ended.insert(digest);
    if (copy) {
        m_link.settle(*copy, amqp::Settlement::Ack, [this, digest](const base::Status& acknowledged) {
            if (acknowledged) {
                m_ended.erase(digest);
            }
        });
    }
}

void RabbitMqSource::give_back(const Lease& lease, Done<void> done) {
    if (!is_in_hand(lease)) {
        soon([done = std::move(done)] { done({}); });
        return;
    }
    const auto hand = drop_hand();
    m_accepts = false;
    steer_intake();
    if (hand->delivery) {
        requeue(*hand->delivery, [done = std::move(done)] { done({}); });
    } else {
        soon([done = std::move(done)] { done({}); }); // the broker has taken it back already
    }
}

} // namespace framehand::sources
