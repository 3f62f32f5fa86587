// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amqp/frame_reader.h"
#include "core/amqp/messages.h"
#include "core/amqp/requests.h"
#include "core/amqp/session_channel.h"
#include "core/amqp/url.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace framehand::amqp {

/// One connection to a broker from its first byte to its last; never opened again. Nothing of it blocks: it lives in
/// the event loop of one thread, which alone calls it and is called by it.
///
/// The bytes are encoded and decoded by librabbitmq; the socket is Qt's, because it can be left at any time and trusts
/// the certificates of the system.
class Session {
public:
    struct Options {
        Url url;
        std::string name;                 ///< what the broker's pages call this connection
        base::Duration heartbeat{20'000}; ///< at most; the broker may want a shorter one
        base::Duration patience{10'000};  ///< for the whole way from the first byte until it is ready
    };

    struct Events {
        std::function<void(ServerFacts)> ready;
        /// Once; nothing is called after it. Unavailable, or PermissionDenied where the broker refuses the user.
        std::function<void(base::Error)> lost;
        std::function<void(Delivery)> delivered;
        std::function<void(ChannelEnd)> channel_ended;
    };

    Session(Options options, Events events);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void open();
    /// Opens the channel (again), unless it is open.
    void open_channel(Channel channel, SessionChannel::Replied done);
    /// A closed channel answers NotFound, as all that follows does.
    void request(Channel channel, Request request, SessionChannel::Replied done);
    void publish(Channel channel, const Publication& publication, SessionChannel::Confirmed done);
    void publish_and_acknowledge(const Publication& publication, const DeliveryId& delivery,
                                 SessionChannel::Replied done);
    void settle(const DeliveryId& delivery, Settlement settlement);
    /// Says good-bye; `done` when the broker has answered, or at the latest after half a second. No event follows.
    void close(std::function<void()> done);

private:
    [[nodiscard]] base::Status handle(const amqp_frame_t& frame);
    [[nodiscard]] base::Status handle_connection(const amqp_method_t& method);
    [[nodiscard]] base::Status answer_start(const amqp_connection_start_t& start);
    [[nodiscard]] base::Status answer_tune(const amqp_connection_tune_t& tune);
    [[nodiscard]] base::Error no_channel() const;
    void end_channel(Channel channel, const amqp_channel_close_t& close);
    void write(const std::string& bytes);
    [[nodiscard]] base::Status write_method(Channel channel, std::uint32_t id, void* method);
    void read();
    void beat();
    void lose(base::Error error);
    void finish_close();

    Options m_options;
    Events m_events;
    FrameReader m_reader;
    std::map<Channel, std::unique_ptr<SessionChannel>> m_channels;
    std::uint64_t m_runs = 0;
    std::size_t m_frame_max;
    ServerFacts m_server;
    std::function<void()> m_closed; ///< set while it says good-bye
    bool m_over = false;
    QElapsedTimer m_heard; ///< since the broker's last byte
    bool m_wrote = false;  ///< since the last beat
    QTimer m_beat;         ///< at half the heartbeat
    QTimer m_deadline;     ///< of opening, or of closing
    QSslSocket m_socket;
    QObject m_context; ///< of the calls from the members above: the first to go
};

/// The failure that an AMQP reply code means, with the broker's words.
[[nodiscard]] base::Error error_of_reply_code(int code, const std::string& text);

} // namespace framehand::amqp
