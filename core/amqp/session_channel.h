// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/messages.h"
#include "core/amqp/requests.h"
#include "core/base/result.h"

#include <amqp.h>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace framehand::amqp {

/// One channel from its opening to its end: requests in their order, publications that wait for the broker's word, the
/// delivery that is coming in. Speaks through `send`; the thread of the connection.
class SessionChannel {
public:
    using Replied = std::function<void(base::Result<Reply>)>;
    using Confirmed = std::function<void(base::Status)>;

    struct Out {
        std::function<void(const std::string& frames)> send;
        std::function<void(Delivery)> delivered;
        /// The broker ended the consumer of this channel.
        std::function<void()> consumer_ended;
    };

    SessionChannel(Channel channel, std::uint64_t run, std::size_t frame_max, Out out);

    /// One request is under way at a time; `done` once, also when the channel ends.
    void request(Request request, Replied done);
    /// `done` once the broker has taken it over (confirms must be on), or has refused it: Unavailable.
    void publish(const Publication& publication, Confirmed done);
    /// On a channel with transactions: both or neither; `done` once that is known. Unavailable if the delivery is one
    /// of an earlier run.
    void publish_and_acknowledge(const Publication& publication, const DeliveryId& delivery, Replied done);
    /// In the order of the requests. Nothing, if the delivery is one of an earlier run.
    void settle(const DeliveryId& delivery, Settlement settlement);

    /// A frame of this channel; channel.close is not for it. CorruptData if it cannot follow those before: an answer to
    /// what was not asked, more of a message than was announced.
    [[nodiscard]] base::Status handle(const amqp_frame_t& frame);

    /// Answers all that waits with `error`.
    void end(const base::Error& error);

private:
    struct Waiting {
        std::string frames;
        std::uint32_t reply = 0; ///< the method that answers it; 0: the broker says nothing to it
        Replied done;
    };

    [[nodiscard]] base::Status handle_method(const amqp_method_t& method);
    void enqueue(Waiting waiting);
    void send_first();
    void confirm(std::uint64_t tag, bool multiple, const base::Status& answer);
    [[nodiscard]] base::Status take_header(std::uint64_t body_size);
    [[nodiscard]] base::Status take_body(amqp_bytes_t piece);
    void deliver_if_whole();

    const Channel m_channel;
    const std::uint64_t m_run;
    const std::size_t m_frame_max;
    Out m_out;
    std::deque<Waiting> m_waiting; ///< the first is under way
    std::uint64_t m_published = 0;
    std::map<std::uint64_t, Confirmed> m_unconfirmed; ///< by their number
    std::optional<Delivery> m_incoming;
    std::uint64_t m_received = 0; ///< bytes of the body of m_incoming
    bool m_header_seen = false;
};

} // namespace framehand::amqp
