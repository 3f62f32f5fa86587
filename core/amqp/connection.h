// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/messages.h"
#include "core/amqp/requests.h"
#include "core/amqp/url.h"
#include "core/base/backoff.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"
#include "core/ports/timers.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace framehand::amqp {

/// A connection to a broker that comes back by itself. It lives in a thread of its own, so its heartbeats go on
/// whatever the owner does; the owner's calls go there, and answers and events come back to the owner's thread, which
/// runs a Qt event loop. No call blocks, and none answers from inside itself.
///
/// Whenever it is ready (again) no channel is open: the owner opens its channels, declares and consumes anew. What was
/// under way when the connection was lost answers with Unavailable; the broker puts unsettled deliveries back.
///
/// Requests of one channel are answered in their order; a channel that the broker closes answers those that wait with
/// NotFound (404), PermissionDenied (403), AlreadyExists (405: it is another connection's; 406: it is there in another
/// form) or Unavailable, and all later ones with NotFound.
class Connection {
public:
    struct Options {
        Url url;
        std::string name;                     ///< what the broker's pages call this connection
        base::Duration heartbeat{20'000};     ///< at most, unless the URL says another
        base::Duration patience{10'000};      ///< until the broker must have answered
        base::Duration longest_retry{30'000}; ///< between tries
    };

    template <typename T>
    using Done = std::function<void(base::Result<T>)>;

    /// `timers` and `random` are for the time between tries. `timers` must outlive this.
    Connection(Options options, ports::Timers& timers, base::Random random, base::Logger logger);
    /// Says good-bye to the broker; takes less than a second, also if the broker hangs. Nothing is called any more. Not
    /// from inside a callback.
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Connects, and again whenever the connection is lost. The callbacks below must be set by then.
    void start();

    [[nodiscard]] bool is_ready() const { return m_server.has_value(); }

    /// Of the broker that it is connected to.
    [[nodiscard]] const std::optional<ServerFacts>& server() const { return m_server; }

    /// Nothing new if it is open.
    void open_channel(Channel channel, Done<void> done);
    void declare_queue(Channel channel, const std::string& name, Declaration kind, Done<QueueFacts> done);
    /// Also one that is not there.
    void delete_queue(Channel channel, const std::string& name, Done<void> done);
    /// A topic exchange.
    void declare_exchange(Channel channel, const std::string& name, Declaration kind, Done<void> done);
    void bind(Channel channel, const std::string& queue, const std::string& exchange, const std::string& pattern,
              Done<void> done);
    /// From then on the broker confirms what is published on this channel.
    void confirm(Channel channel, Done<void> done);
    void prefetch(Channel channel, std::uint16_t count, Done<void> done);
    void consume(Channel channel, const std::string& queue, const std::string& consumer_tag, Done<void> done);
    /// No delivery begins after the answer; what is unsettled stays so.
    void cancel_consumer(Channel channel, const std::string& consumer_tag, Done<void> done);
    /// `done` once the broker has taken the message over. The channel must have confirms.
    void publish(Channel channel, Publication publication, Done<void> done);
    /// From then on what is published and settled on this channel counts only with the next commit(), all of it or
    /// nothing. Such a channel has no confirms.
    void begin_transactions(Channel channel, Done<void> done);
    void commit(Channel channel, Done<void> done);
    /// With transactions on the channel of the delivery: both in one step that no death of either side can part, unless
    /// the broker's falls into it; a commit of its own. An error before the connection is lost means neither.
    void publish_and_acknowledge(Publication publication, const DeliveryId& delivery, Done<void> done);
    /// In the order of the channel's requests; nothing if the channel is closed. The broker says nothing on success:
    /// the answer to a later request on the channel tells that it has been done.
    void settle(const DeliveryId& delivery, Settlement settlement);

    std::function<void()> on_ready;
    /// Also after a try to connect that failed; the next one comes by itself. PermissionDenied where the broker refuses
    /// the user or the virtual host.
    std::function<void(const base::Error&)> on_lost;
    std::function<void(Delivery)> on_delivery;
    /// Not when the connection is lost, which closes all channels.
    std::function<void(const ChannelEnd&)> on_channel_ended;

private:
    struct Thread;
    using Answer = std::function<void(base::Result<Reply>)>;

    void ask(Channel channel, base::Result<Request> request, Answer done);
    [[nodiscard]] std::uint64_t wait_for(Answer done);
    void answered(std::uint64_t call, base::Result<Reply> reply);
    void ready(ServerFacts server);
    void lost(const base::Error& error);

    const Options m_options;
    ports::Timers& m_timers;
    base::Logger m_logger;
    std::optional<ServerFacts> m_server;     ///< while it is ready
    std::map<std::uint64_t, Answer> m_calls; ///< under way, by their number
    std::uint64_t m_next_call = 0;
    base::Backoff m_backoff;
    std::unique_ptr<ports::Timer> m_retry;
    std::unique_ptr<Thread> m_thread;
};

} // namespace framehand::amqp
