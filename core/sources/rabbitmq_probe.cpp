// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/rabbitmq_probe.h"

#include "core/sources/queue_words.h"

#include <utility>

namespace framehand::sources {

using amqp::Declaration;
using base::ErrorCode;
using Health = SourceFinding::Health;

namespace {

/// It belongs to the probe alone.
constexpr amqp::Channel kChannel = 1;

std::string listeners(std::uint32_t count) {
    if (count == 0) {
        return "nobody takes them";
    }
    return counted(count, "consumer") + (count == 1 ? " takes them" : " take them");
}

} // namespace

RabbitMqProbe::RabbitMqProbe(amqp::Url url, RabbitMqNames queues, ports::Timers& timers, base::Random random,
                             ProbeNames names)
    : ServerProbe(timers, {"RabbitMQ broker", url.shown(), url.host, url.port, std::move(names)}),
      m_url(std::move(url)), m_random(std::move(random)), m_steps{{Step::Kind::Jobs, queues.jobs},
                                                                  {Step::Kind::Queue, queues.progress},
                                                                  {Step::Kind::Queue, queues.results},
                                                                  {Step::Kind::Exchange, queues.progress_exchange},
                                                                  {Step::Kind::Exchange, queues.results_exchange}} {
}

void RabbitMqProbe::begin() {
    reach([this] { connect(); });
}

void RabbitMqProbe::connect() {
    m_stage = Stage::Talking;
    amqp::Connection::Options options;
    options.url = m_url;
    options.name = "framehand: a look at the queues";
    options.patience = 2 * kPatience; // this probe's own patience ends before
    m_connection = std::make_unique<amqp::Connection>(std::move(options), timers(), m_random, base::Logger{});
    m_connection->on_lost = [this](const base::Error& error) { lost(error); };
    m_connection->on_delivery = [](const amqp::Delivery&) {};
    m_connection->on_channel_ended = [](const amqp::ChannelEnd&) {};
    m_connection->on_ready = [this] {
        if (std::exchange(m_stage, Stage::Ready) == Stage::Ready) {
            return; // it came back by itself, after the end
        }
        const auto& broker = *m_connection->server();
        add({"server", Health::Ok, broker.product + " " + broker.version + " answers at " + server().shown, "", ""});
        add({"rights", Health::Ok, "the user " + m_url.user + " may use the virtual host " + m_url.vhost, "", ""});
        look_at_next();
    };
    m_connection->start();
}

SourceFinding RabbitMqProbe::silence() const {
    if (m_stage == Stage::Reaching) {
        return no_connection_in_time(server());
    }
    const bool waits_for_tls = m_url.transport == amqp::Transport::Tls && m_stage == Stage::Talking;
    return waits_for_tls ? no_tls_in_time(server()) : no_answer_in_time(server());
}

void RabbitMqProbe::lost(const base::Error& error) {
    const auto& words = error.cause.empty() ? error.message : error.cause;
    if (m_stage == Stage::Ready) {
        add(connection_fell(server(), words));
    } else if (error.code == ErrorCode::PermissionDenied) {
        add(refusal(error));
    } else if (m_url.transport == amqp::Transport::Tls) {
        add(no_tls(server(), words));
    } else {
        add(no_such_server(server(), words));
    }
    finish();
}

SourceFinding RabbitMqProbe::refusal(const base::Error& error) const {
    if (error.cause.starts_with("NOT_ALLOWED")) {
        return {"server", Health::Problem,
                "the broker does not let the user " + m_url.user + " into the virtual host " + m_url.vhost + ": " +
                    error.cause,
                "correct the virtual host in " + server().names.url_setting +
                    "; or at the broker: rabbitmqctl set_permissions -p " + m_url.vhost + " " + m_url.user +
                    " '.*' '.*' '.*'",
                server().names.url_setting};
    }
    return {"server", Health::Problem,
            "the broker at " + server().shown + " refuses the user " + m_url.user + " or the password",
            "set the right one: framehandctl secret set " + server().names.secret + "; the user is named in " +
                server().names.url_setting +
                (m_url.user == "guest" ? ", and guest may come from the broker's own machine only" : ""),
            ""};
}

void RabbitMqProbe::look_at_next() {
    if (m_next == m_steps.size()) {
        add({"consumer_timeout", Health::Ok,
             "a broker does not tell it: a message is taken back after half an hour, unless its operator has set "
             "another "
             "time; the job goes on",
             "", ""});
        finish();
        return;
    }
    // What is missing has closed the channel.
    m_connection->open_channel(kChannel, [this](const base::Status& opened) {
        if (opened) {
            declare(m_steps[m_next]);
        } else if (m_connection->is_ready()) {
            add({m_steps[m_next].name, Health::Problem, "it cannot be looked at: " + opened.error().text(),
                 "see the log of the broker", ""});
            finish();
        }
    });
}

void RabbitMqProbe::declare(const Step& step) {
    if (step.kind == Step::Kind::Exchange) {
        m_connection->declare_exchange(
            kChannel, step.name, Declaration::Passive, [this, step](const base::Status& answer) {
                told(step, answer ? base::Result<amqp::QueueFacts>(amqp::QueueFacts{}) : answer.error());
            });
    } else {
        m_connection->declare_queue(kChannel, step.name, Declaration::Passive,
                                    [this, step](const base::Result<amqp::QueueFacts>& facts) { told(step, facts); });
    }
}

void RabbitMqProbe::told(const Step& step, const base::Result<amqp::QueueFacts>& facts) {
    if (!facts && !m_connection->is_ready()) {
        return; // lost() is the end
    }
    if (!facts && facts.error().code == ErrorCode::NotFound) {
        add({step.name, Health::Ok, "not there yet: the worker makes it", "", ""});
    } else if (!facts) {
        const bool denied = facts.error().code == ErrorCode::PermissionDenied;
        add({step.name, Health::Problem,
             (denied ? "the user " + m_url.user + " may not use it: " : "it cannot be looked at: ") +
                 facts.error().cause,
             denied ? "give the user the right to configure, write and read it" : "see the log of the broker", ""});
    } else if (step.kind == Step::Kind::Exchange) {
        add({step.name, Health::Ok, "the exchange is there", "", ""});
    } else if (step.kind == Step::Kind::Jobs) {
        add({step.name, Health::Ok,
             queue_words({.waiting = facts->messages}) + "; " + counted(facts->consumers, "worker") +
                 (facts->consumers == 1 ? " listens" : " listen"),
             "", ""});
    } else {
        add({step.name, Health::Ok,
             facts->messages == 0 ? "empty" : counted(facts->messages, "message") + "; " + listeners(facts->consumers),
             "", ""});
    }
    ++m_next;
    look_at_next();
}

} // namespace framehand::sources
