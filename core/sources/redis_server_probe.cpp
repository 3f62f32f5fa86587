// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_server_probe.h"

#include "core/redis/server_error.h"

#include <algorithm>
#include <utility>

namespace framehand::sources {

using base::ErrorCode;
using Health = SourceFinding::Health;

namespace {

ProbedServer server_of(const redis::Options& options, ProbeNames names) {
    return {"Redis server", options.url.text(), options.url.host, options.url.port, std::move(names)};
}

/// The value of "name:value" in an answer to INFO; "" if it is not there.
std::string info_value(const std::string& info, const std::string& name) {
    const auto begin = info.find(name + ":");
    if (begin == std::string::npos) {
        return {};
    }
    const auto value = begin + name.size() + 1;
    return info.substr(value, info.find_first_of("\r\n", value) - value);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

void add_once(std::vector<std::string>& words, const std::string& word) {
    if (std::ranges::find(words, word) == words.end()) {
        words.push_back(word);
    }
}

} // namespace

RedisServerProbe::RedisServerProbe(redis::Options server, redis::Services services, ProbeNames names, Needs needs)
    : ServerProbe(services.timers, server_of(server, std::move(names))), m_options(std::move(server)),
      m_services(std::move(services)), m_needs(std::move(needs)) {
}

std::string RedisServerProbe::user() const {
    return m_options.url.user.empty() ? "default" : m_options.url.user;
}

void RedisServerProbe::begin() {
    if (m_options.url.transport == redis::Url::Transport::Unix) {
        connect();
        return;
    }
    reach([this] { connect(); });
}

void RedisServerProbe::connect() {
    m_stage = Stage::Talking;
    auto options = m_options;
    options.timeout = 2 * kPatience; // this probe's own patience ends before
    m_connection = std::make_unique<redis::Connection>(std::move(options), m_services);
    m_connection->on_down = [this](const base::Error& error) { lost(error); };
    m_connection->on_ready = [this] {
        if (!std::exchange(m_was_ready, true)) {
            look_at_server();
        }
    };
}

SourceFinding RedisServerProbe::silence() const {
    if (m_stage == Stage::Reaching) {
        return no_connection_in_time(server());
    }
    // A server without TLS waits for the rest of what it takes for a command.
    const bool waits_for_tls = m_options.url.transport == redis::Url::Transport::Tls && !m_was_ready;
    return waits_for_tls ? no_tls_in_time(server()) : no_answer_in_time(server());
}

void RedisServerProbe::lost(const base::Error& error) {
    if (m_was_ready) {
        add(connection_fell(server(), error.cause.empty() ? error.message : error.cause));
    } else if (redis::is_server_error(error)) {
        add(refusal(error));
    } else if (m_options.url.transport == redis::Url::Transport::Tls) {
        add(no_tls(server(), error.cause.empty() ? error.message : error.cause));
    } else if (m_options.url.transport == redis::Url::Transport::Unix) {
        add({"server", Health::Problem, error.text(),
             "start the Redis server, or correct " + server().names.url_setting, server().names.url_setting});
    } else {
        add(no_such_server(server(), error.cause.empty() ? error.message : error.cause));
    }
    finish();
}

SourceFinding RedisServerProbe::refusal(const base::Error& error) const {
    const auto& words = error.cause;
    if (error.code != ErrorCode::PermissionDenied) {
        return {"server", Health::Problem, server().shown + " refuses to be worked with: " + words,
                "correct " + server().names.url_setting + ", or see the log of the Redis server",
                server().names.url_setting};
    }
    const std::string set_it = "framehandctl secret set " + server().names.secret;
    if (words.starts_with("DENIED")) {
        return {"server", Health::Problem,
                server().shown +
                    " takes no connections from other machines: it is in protected mode, without a password",
                "at the server: set requirepass in redis.conf; then here: " + set_it, ""};
    }
    if (words.starts_with("NOAUTH")) {
        return {"server", Health::Problem, server().shown + " wants a password, and none is set", "set it: " + set_it,
                ""};
    }
    if (words.starts_with("ERR AUTH")) {
        return {"server", Health::Problem, server().shown + " has no password, but one is set here",
                "take it away: framehandctl secret forget " + server().names.secret, ""};
    }
    if (words.starts_with("NOPERM")) {
        return {"server", Health::Problem, "the user " + user() + " may not work at " + server().shown + ": " + words,
                "give this user more rights at the server: " + m_needs.rights, ""};
    }
    return {"server", Health::Problem, server().shown + " refuses the password of the user " + user(),
            "set the right one: " + set_it + "; the user is named in " + server().names.url_setting, ""};
}

void RedisServerProbe::ask(redis::Command command, Answered answered) {
    m_connection->call(std::move(command),
                       [this, answered = std::move(answered)](const base::Result<redis::Reply>& reply) {
                           if (reply || m_connection->is_ready()) { // else lost() is the end
                               answered(reply);
                           }
                       });
}

void RedisServerProbe::look_at_server() {
    const auto version = m_connection->server_version();
    if (!version) {
        add({"server", Health::Ok, "a Redis server answers at " + server().shown + "; its version is not known", "",
             ""});
    } else if (*version < m_needs.oldest) {
        add({"server", m_needs.if_older,
             "Redis " + redis::to_string(*version) + " answers at " + server().shown + "; " + m_needs.why,
             "install a newer Redis server", ""});
    } else {
        add({"server", Health::Ok, "Redis " + redis::to_string(*version) + " answers at " + server().shown, "", ""});
    }
    ask({"INFO", "memory"}, [this](const base::Result<redis::Reply>& info) {
        look_at_memory(info);
        look_at_rights();
    });
}

void RedisServerProbe::look_at_memory(const base::Result<redis::Reply>& info) {
    const std::string* text = info ? info->as_text() : nullptr;
    const std::string policy = text != nullptr ? info_value(*text, "maxmemory_policy") : "";
    if (policy.empty()) {
        m_memory = {"memory", Health::Warning,
                    "the user " + user() + " may not ask for the version, nor for what is done when the memory is full",
                    "give this user the right to ask: ACL SETUSER " + user() + " +info", ""};
    } else if (policy != "noeviction") {
        m_memory = {"memory", Health::Warning,
                    "maxmemory-policy is " + policy +
                        ": when its memory is full the server throws keys away, and jobs and locks are lost with them",
                    "at the server: redis-cli CONFIG SET maxmemory-policy noeviction, and the same in redis.conf", ""};
    } else {
        m_memory = {"memory", Health::Ok, "maxmemory-policy is noeviction: nothing is thrown away", "", ""};
    }
}

void RedisServerProbe::look_at_rights() {
    ask({"MULTI"}, [this](const base::Result<redis::Reply>& reply) {
        if (reply) {
            ask_for_rights();
        } else {
            // Without it the commands would be run.
            m_denied.emplace_back("MULTI");
            tell_rights();
        }
    });
}

void RedisServerProbe::ask_for_rights() {
    // All at once, so that they go to the connection that has said MULTI, or nowhere.
    for (const auto& command : m_needs.commands) {
        ask(command, [this, name = command.front()](const base::Result<redis::Reply>& queued) {
            if (queued) {
                return;
            }
            if (queued.error().code == ErrorCode::PermissionDenied) {
                add_once(m_denied, name);
            } else if (queued.error().code == ErrorCode::Unsupported) {
                add_once(m_unknown, name);
            } else if (!m_unwilling) {
                m_unwilling = queued.error();
            }
        });
    }
    ask({"DISCARD"}, [this](const base::Result<redis::Reply>& discarded) {
        if (!discarded) {
            add_once(m_denied, "DISCARD");
        }
        tell_rights();
    });
}

void RedisServerProbe::tell_rights() {
    if (!m_denied.empty()) {
        add({"rights", Health::Problem,
             "the user " + user() + " may not do with the keys of this source what a worker does: " + joined(m_denied),
             "at the server: redis-cli ACL SETUSER " + user() + " " + m_needs.rights, ""});
    }
    if (!m_unknown.empty()) {
        add({"rights", m_needs.if_older, "the server does not know " + joined(m_unknown),
             "a Redis server of version 6.2 or later knows all that is needed", ""});
    }
    if (m_unwilling && redis::has_error_word(*m_unwilling, "READONLY")) {
        add({"rights", Health::Problem, server().shown + " is a replica, which can only be read",
             "name the master's address", server().names.url_setting});
    } else if (m_unwilling) {
        add({"rights", Health::Problem, "the server does not want to be written to: " + m_unwilling->cause,
             "see the log and the memory of the Redis server", ""});
    }
    if (m_denied.empty() && m_unknown.empty() && !m_unwilling) {
        add({"rights", Health::Ok, "the user " + user() + " may do all that a worker does", "", ""});
    }
    look_at_queues();
}

void RedisServerProbe::end_visit() {
    if (m_memory) {
        add(*m_memory);
    }
    finish();
}

SourceFinding RedisServerProbe::refused(const std::string& queue, const base::Error& error,
                                        const std::string& wrong_kind, const std::string& setting) {
    if (redis::has_error_word(error, "WRONGTYPE")) {
        return {queue, Health::Problem, "the key " + queue + " holds something else", wrong_kind, setting};
    }
    return {queue, Health::Problem, "how long it is cannot be asked: " + error.cause,
            "give the user the right to read the keys of this source", ""};
}

} // namespace framehand::sources
