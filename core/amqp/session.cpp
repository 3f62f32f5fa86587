// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amqp/session.h"

#include "core/amqp/frame_writer.h"

#include <QSslConfiguration>

#include <algorithm>
#include <array>
#include <utility>

namespace framehand::amqp {

namespace {

constexpr std::uint32_t kMaxFrame = 131'072;
constexpr int kGoodByeMs = 500;

amqp_table_entry_t entry(std::string_view key, std::string_view value) {
    amqp_table_entry_t entry{};
    entry.key = bytes_of(key);
    entry.value.kind = AMQP_FIELD_KIND_UTF8;
    entry.value.value.bytes = bytes_of(value);
    return entry;
}

amqp_table_entry_t yes(std::string_view key) {
    amqp_table_entry_t entry{};
    entry.key = bytes_of(key);
    entry.value.kind = AMQP_FIELD_KIND_BOOLEAN;
    entry.value.value.boolean = 1;
    return entry;
}

std::string property(const amqp_table_t& table, std::string_view key) {
    for (int i = 0; i < table.num_entries; ++i) {
        const auto& entry = table.entries[i];
        if (text_of(entry.key) == key && entry.value.kind == AMQP_FIELD_KIND_UTF8) {
            return text_of(entry.value.value.bytes);
        }
    }
    return {};
}

base::Error gone(const Url& url, const std::string& cause) {
    return base::fail(base::ErrorCode::Unavailable, "the connection to the broker " + url.shown() + " is lost", cause);
}

} // namespace

base::Error error_of_reply_code(int code, const std::string& text) {
    const auto words = text.empty() ? "AMQP code " + std::to_string(code) : text;
    switch (code) {
    case AMQP_ACCESS_REFUSED:
        return base::fail(base::ErrorCode::PermissionDenied, "the broker does not permit it", words);
    case AMQP_NOT_ALLOWED: // also: there is no such virtual host
        return base::fail(base::ErrorCode::PermissionDenied, "the broker does not allow it", words);
    case AMQP_NOT_FOUND:
        return base::fail(base::ErrorCode::NotFound, "the broker does not have it", words);
    case AMQP_RESOURCE_LOCKED:
        return base::fail(base::ErrorCode::AlreadyExists, "another connection has it for itself", words);
    case AMQP_PRECONDITION_FAILED:
        return base::fail(base::ErrorCode::AlreadyExists, "the broker has it in another form", words);
    default:
        return base::fail(base::ErrorCode::Unavailable, "the broker gave up", words);
    }
}

Session::Session(Options options, Events events)
    : m_options(std::move(options)), m_events(std::move(events)), m_frame_max(kMaxFrame) {
    m_deadline.setSingleShot(true);
}

Session::~Session() {
    m_socket.abort();
}

void Session::open() {
    const auto& url = m_options.url;
    const auto host = QString::fromStdString(url.host);
    const auto begin = [this] { write(std::string(kProtocolHeader)); };
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_context, [this] { read(); });
    QObject::connect(
        &m_socket, &QSslSocket::errorOccurred, &m_context,
        [this] { lose(gone(m_options.url, m_socket.errorString().toStdString())); },
        Qt::QueuedConnection); // never from inside a call of the socket's
    QObject::connect(&m_beat, &QTimer::timeout, &m_context, [this] { beat(); });
    QObject::connect(&m_deadline, &QTimer::timeout, &m_context,
                     [this] { lose(gone(m_options.url, "it does not answer")); });
    m_deadline.start(m_options.patience);
    if (url.transport == Transport::Plain) {
        QObject::connect(&m_socket, &QSslSocket::connected, &m_context, begin);
        m_socket.connectToHost(host, url.port);
        return;
    }
    QObject::connect(&m_socket, &QSslSocket::encrypted, &m_context, begin);
    if (!url.ca_file.empty()) {
        auto configuration = m_socket.sslConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(QString::fromStdString(url.ca_file)));
        m_socket.setSslConfiguration(configuration);
    }
    m_socket.connectToHostEncrypted(host, url.port);
}

void Session::write(const std::string& bytes) {
    if (!m_over) {
        m_wrote = true;
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
}

base::Status Session::write_method(Channel channel, std::uint32_t id, void* method) {
    FH_ASSIGN(const auto payload, method_payload(id, method));
    write(method_frame(channel, payload));
    return {};
}

void Session::read() {
    const auto bytes = m_socket.readAll();
    m_heard.start();
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto fed =
        m_reader.feed(text, [this](const amqp_frame_t& frame) { return m_over ? base::Status{} : handle(frame); });
    if (!fed && !m_over) {
        lose(fed.error());
    }
}

base::Status Session::handle(const amqp_frame_t& frame) {
    if (frame.channel == 0) {
        return frame.frame_type == AMQP_FRAME_METHOD ? handle_connection(frame.payload.method) : base::Status{};
    }
    const auto found = m_channels.find(frame.channel);
    if (found == m_channels.end()) {
        return {}; // what was on its way when the channel ended
    }
    if (frame.frame_type == AMQP_FRAME_METHOD && frame.payload.method.id == AMQP_CHANNEL_CLOSE_METHOD) {
        end_channel(frame.channel, *static_cast<const amqp_channel_close_t*>(frame.payload.method.decoded));
        return {};
    }
    return found->second->handle(frame);
}

base::Status Session::handle_connection(const amqp_method_t& method) {
    switch (method.id) {
    case AMQP_CONNECTION_START_METHOD:
        return answer_start(*static_cast<const amqp_connection_start_t*>(method.decoded));
    case AMQP_CONNECTION_TUNE_METHOD:
        return answer_tune(*static_cast<const amqp_connection_tune_t*>(method.decoded));
    case AMQP_CONNECTION_OPEN_OK_METHOD:
        m_deadline.stop();
        m_events.ready(m_server);
        return {};
    case AMQP_CONNECTION_CLOSE_METHOD: {
        const auto* close = static_cast<const amqp_connection_close_t*>(method.decoded);
        const auto error = error_of_reply_code(close->reply_code, text_of(close->reply_text));
        amqp_connection_close_ok_t ok{};
        FH_TRY(write_method(0, AMQP_CONNECTION_CLOSE_OK_METHOD, &ok));
        m_socket.flush();
        return error;
    }
    case AMQP_CONNECTION_CLOSE_OK_METHOD:
        finish_close();
        return {};
    default:
        return {};
    }
}

base::Status Session::answer_start(const amqp_connection_start_t& start) {
    m_server = {property(start.server_properties, "product"), property(start.server_properties, "version")};
    std::array capabilities{yes("publisher_confirms"), yes("consumer_cancel_notify"), yes("basic.nack"),
                            yes("authentication_failure_close")};
    amqp_table_entry_t abilities{};
    abilities.key = bytes_of("capabilities");
    abilities.value.kind = AMQP_FIELD_KIND_TABLE;
    abilities.value.value.table = {static_cast<int>(capabilities.size()), capabilities.data()};
    std::array properties{entry("product", "Framehand"), entry("connection_name", m_options.name), abilities};

    const auto response = std::string(1, '\0') + m_options.url.user + '\0' + m_options.url.password.reveal();
    amqp_connection_start_ok_t ok{};
    ok.client_properties = {static_cast<int>(properties.size()), properties.data()};
    ok.mechanism = bytes_of("PLAIN");
    ok.response = bytes_of(response);
    ok.locale = bytes_of("en_US");
    return write_method(0, AMQP_CONNECTION_START_OK_METHOD, &ok);
}

base::Status Session::answer_tune(const amqp_connection_tune_t& tune) {
    // 0 is "no limit" of the broker's.
    m_frame_max = tune.frame_max == 0 ? kMaxFrame : std::clamp<std::uint32_t>(tune.frame_max, 4096, kMaxFrame);
    FH_TRY(m_reader.set_frame_max(m_frame_max));
    const auto ours = std::clamp<std::int64_t>(m_options.heartbeat.count() / 1000, 1, 3600);
    const auto seconds = tune.heartbeat == 0 ? ours : std::min<std::int64_t>(ours, tune.heartbeat);
    amqp_connection_tune_ok_t ok{tune.channel_max, static_cast<std::uint32_t>(m_frame_max),
                                 static_cast<std::uint16_t>(seconds)};
    FH_TRY(write_method(0, AMQP_CONNECTION_TUNE_OK_METHOD, &ok));
    m_options.heartbeat = base::Duration{seconds * 1000};
    m_beat.start(m_options.heartbeat / 2);

    amqp_connection_open_t open{};
    open.virtual_host = bytes_of(m_options.url.vhost);
    return write_method(0, AMQP_CONNECTION_OPEN_METHOD, &open);
}

void Session::beat() {
    // AMQP 0-9-1, section 4.2.7: two heartbeats missed are a dead peer; any byte counts as one.
    if (m_heard.isValid() && m_heard.elapsed() > 2 * m_options.heartbeat.count()) {
        lose(gone(m_options.url, "no heartbeat for " + std::to_string(m_heard.elapsed() / 1000) + " s"));
        return;
    }
    if (!std::exchange(m_wrote, false)) {
        write(heartbeat_frame());
        m_wrote = false;
    }
}

void Session::open_channel(Channel channel, SessionChannel::Replied done) {
    auto opening = open_channel_request();
    if (!opening) {
        done(opening.error());
        return;
    }
    if (m_channels.contains(channel)) {
        done(Reply{});
        return;
    }
    SessionChannel::Out out;
    out.send = [this](const std::string& frames) { write(frames); };
    out.delivered = [this](Delivery delivery) { m_events.delivered(std::move(delivery)); };
    out.consumer_ended = [this, channel] { m_events.channel_ended({channel, 0, "the queue of the consumer is gone"}); };
    auto& opened = m_channels[channel];
    opened = std::make_unique<SessionChannel>(channel, ++m_runs, m_frame_max, std::move(out));
    opened->request(std::move(*opening), std::move(done));
}

void Session::end_channel(Channel channel, const amqp_channel_close_t& close) {
    const ChannelEnd end{channel, close.reply_code, text_of(close.reply_text)};
    const auto ended = m_channels.extract(channel);
    amqp_channel_close_ok_t ok{};
    if (const auto written = write_method(channel, AMQP_CHANNEL_CLOSE_OK_METHOD, &ok); !written) {
        lose(written.error());
        return;
    }
    ended.mapped()->end(error_of_reply_code(end.code, end.text));
    m_events.channel_ended(end);
}

base::Error Session::no_channel() const {
    return m_over ? gone(m_options.url, {}) : base::fail(base::ErrorCode::NotFound, "the channel is closed");
}

void Session::request(Channel channel, Request request, SessionChannel::Replied done) {
    const auto found = m_channels.find(channel);
    if (found == m_channels.end()) {
        done(no_channel());
        return;
    }
    found->second->request(std::move(request), std::move(done));
}

void Session::publish(Channel channel, const Publication& publication, SessionChannel::Confirmed done) {
    const auto found = m_channels.find(channel);
    if (found == m_channels.end()) {
        done(no_channel());
        return;
    }
    found->second->publish(publication, std::move(done));
}

void Session::publish_and_acknowledge(const Publication& publication, const DeliveryId& delivery,
                                      SessionChannel::Replied done) {
    const auto found = m_channels.find(delivery.channel);
    if (found == m_channels.end()) {
        done(no_channel());
        return;
    }
    found->second->publish_and_acknowledge(publication, delivery, std::move(done));
}

void Session::settle(const DeliveryId& delivery, Settlement settlement) {
    if (const auto found = m_channels.find(delivery.channel); found != m_channels.end()) {
        found->second->settle(delivery, settlement);
    }
}

void Session::close(std::function<void()> done) {
    m_closed = std::move(done);
    amqp_connection_close_t close{};
    close.reply_code = AMQP_REPLY_SUCCESS;
    const bool open = m_socket.state() == QAbstractSocket::ConnectedState && m_beat.isActive();
    if (m_over || !open || !write_method(0, AMQP_CONNECTION_CLOSE_METHOD, &close)) {
        finish_close();
        return;
    }
    m_deadline.start(kGoodByeMs);
}

void Session::finish_close() {
    m_over = true;
    m_deadline.stop();
    if (const auto closed = std::exchange(m_closed, {})) {
        closed();
    }
}

void Session::lose(base::Error error) {
    if (m_closed) {
        finish_close();
        return;
    }
    if (std::exchange(m_over, true)) {
        return;
    }
    m_beat.stop();
    m_deadline.stop();
    m_socket.abort();
    for (const auto& [number, channel] : std::exchange(m_channels, {})) {
        channel->end(error);
    }
    m_events.lost(std::move(error));
}

} // namespace framehand::amqp
