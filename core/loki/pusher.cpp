// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loki/pusher.h"

#include "core/base/text.h"
#include "core/loki/push_body.h"

#include <utility>

namespace framehand::loki {

namespace {

constexpr std::size_t kShownAnswer = 300;

} // namespace

Pusher::Pusher(std::shared_ptr<LineBuffer> buffer, ports::HttpClient& http, ports::Timers& timers, base::Random random,
               base::Logger logger, PusherOptions options)
    : m_buffer(std::move(buffer)), m_http(http), m_timers(timers), m_backoff(std::move(random)),
      m_logger(std::move(logger)), m_options(std::move(options)) {
    push_after(m_options.interval);
}

void Pusher::finish(base::Duration within, std::function<void()> done) {
    m_done = std::move(done);
    m_deadline = m_timers.after(within, [this] { end(); });
    if (m_call == nullptr) {
        push_after(base::Duration{0});
    }
}

void Pusher::push_after(base::Duration delay) {
    m_next = m_timers.after(delay, [this] { push(); });
}

void Pusher::push() {
    if (m_body.empty()) {
        const auto batch = m_buffer->take(m_options.batch_lines, m_options.batch_bytes);
        if (batch.entries.empty()) {
            if (m_done) {
                end();
            } else {
                push_after(m_options.interval);
            }
            return;
        }
        m_body = push_body(batch.entries, m_options.worker);
        m_lines = batch.entries.size();
        m_more = batch.more;
    }
    send();
}

void Pusher::send() {
    ports::HttpRequest request;
    request.method = "POST";
    request.url = push_url(m_options.url);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = m_body;
    request.timeout = m_options.timeout;
    m_call = m_http.send(std::move(request), [this](const base::Result<ports::HttpResponse>& answer) {
        m_call.reset();
        answered(answer);
    });
}

void Pusher::answered(const base::Result<ports::HttpResponse>& answer) {
    constexpr int kTooManyRequests = 429;
    if (!answer) {
        failed(answer.error().text());
        return;
    }
    if (answer->status >= 200 && answer->status < 300) {
        taken();
        return;
    }
    const auto why =
        "HTTP status " + std::to_string(answer->status) + ": " + base::shortened(answer->body, kShownAnswer);
    if (answer->status != kTooManyRequests && answer->status < 500) {
        m_buffer->add_lost(m_lines);
        m_body.clear();
    }
    failed(why);
}

void Pusher::taken() {
    if (!std::exchange(m_trouble, {}).empty()) {
        m_logger.info("Loki takes the log again");
    }
    m_backoff.reset();
    m_body.clear();
    push_after(m_more || m_done ? base::Duration{0} : m_options.interval);
}

void Pusher::failed(const std::string& why) {
    if (std::exchange(m_trouble, why) != why) {
        m_logger.warning("Loki does not take the log", {{"url", m_options.url}, {"error", why}});
    }
    if (m_done) {
        end();
    } else {
        push_after(m_backoff.next());
    }
}

void Pusher::end() {
    m_next.reset();
    m_deadline.reset();
    m_call.reset();
    const auto done = std::exchange(m_done, {});
    done();
}

} // namespace framehand::loki
