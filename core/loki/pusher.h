// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/backoff.h"
#include "core/base/log.h"
#include "core/loki/line_buffer.h"
#include "core/ports/http_client.h"
#include "core/ports/timers.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace framehand::loki {

struct PusherOptions {
    std::string url;    ///< where Loki is (push_url())
    std::string worker; ///< the label
    base::Duration interval{1'000};
    std::size_t batch_lines = 1'000;
    std::size_t batch_bytes = std::size_t{512} * 1024; ///< of lines
    base::Duration timeout{10'000};                    ///< of one push
};

/// Sends what is in a LineBuffer to Loki: each `interval` what there is, and while there is more than a batch, one
/// batch after another. One push at a time, so that no line overtakes another.
///
/// A Loki that is away, has too much to do (429) or is broken (5xx) gets the same batch again, with backoff; the buffer
/// keeps what comes meanwhile. Any other refusal would not change by asking again: that batch is lost, and a line says
/// so to Loki. Trouble and its end are told once to `logger`, which must not lead back to the buffer.
///
/// Owner's thread, as the ports want it.
class Pusher {
public:
    /// The ports must outlive this.
    Pusher(std::shared_ptr<LineBuffer> buffer, ports::HttpClient& http, ports::Timers& timers, base::Random random,
           base::Logger logger, PusherOptions options);

    /// Sends what there is until now and stops: `done` comes once Loki has it all, has failed, or the time `within` is
    /// over, never from inside. It may destroy this. Once.
    void finish(base::Duration within, std::function<void()> done);

private:
    void push();
    void push_after(base::Duration delay);
    void send();
    void answered(const base::Result<ports::HttpResponse>& answer);
    void taken();
    void failed(const std::string& why);
    void end();

    const std::shared_ptr<LineBuffer> m_buffer;
    ports::HttpClient& m_http;
    ports::Timers& m_timers;
    base::Backoff m_backoff;
    const base::Logger m_logger;
    const PusherOptions m_options;
    std::string m_body;           ///< of the batch in hand, until Loki has it
    std::size_t m_lines = 0;      ///< in m_body
    bool m_more = false;          ///< were there when m_body was made
    std::string m_trouble;        ///< that was told last, and is not over
    std::function<void()> m_done; ///< of finish()
    std::unique_ptr<ports::Timer> m_next;
    std::unique_ptr<ports::Timer> m_deadline; ///< of finish()
    std::unique_ptr<ports::HttpCall> m_call;
};

} // namespace framehand::loki
