// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"
#include "core/sources/server_probe.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::sources {

/// What the probes of all sources on Redis have in common: the way to the server, its version, the rights of the user,
/// and what the server does when its memory is full.
///
/// The rights are asked for within MULTI and DISCARD: the server checks a command when it is queued, by the rules of
/// access for this very user, and whether it may be written to at all; none is ever run. That needs no right of an
/// administrator, which ACL DRYRUN does.
class RedisServerProbe : public ServerProbe {
public:
    /// What a source wants of its server.
    struct Needs {
        redis::Version oldest{6, 2, 0};
        SourceFinding::Health if_older = SourceFinding::Health::Problem;
        std::string why;    ///< "6.2 or a later one is needed"
        std::string rights; ///< that are enough, as ACL SETUSER takes them
        /// What a worker says, with its keys and channels. Nothing that ends or answers a transaction (EXEC, WATCH).
        std::vector<redis::Command> commands;
    };

    /// What `services` refers to must outlive it.
    RedisServerProbe(redis::Options server, redis::Services services, ProbeNames names, Needs needs);

protected:
    using Answered = std::function<void(const base::Result<redis::Reply>&)>;

    /// Adds what it finds, and calls end_visit().
    virtual void look_at_queues() = 0;

    void begin() override;
    [[nodiscard]] SourceFinding silence() const override;

    /// Answers come in the order of the questions; none comes once the connection has fallen.
    void ask(redis::Command command, Answered answered);
    void end_visit();

    [[nodiscard]] redis::Connection& connection() { return *m_connection; }

    /// A finding of a queue whose question was refused. `wrong_kind` is the advice where the key holds something else.
    [[nodiscard]] static SourceFinding refused(const std::string& queue, const base::Error& error,
                                               const std::string& wrong_kind, const std::string& setting);

private:
    enum class Stage { Reaching, Talking };

    void connect();
    void look_at_server();
    void look_at_rights();
    void ask_for_rights();
    void tell_rights();
    void look_at_memory(const base::Result<redis::Reply>& info);
    void lost(const base::Error& error);
    [[nodiscard]] SourceFinding refusal(const base::Error& error) const;
    [[nodiscard]] std::string user() const;

    const redis::Options m_options;
    const redis::Services m_services;
    const Needs m_needs;
    Stage m_stage = Stage::Reaching;
    std::vector<std::string> m_denied;      ///< commands
    std::vector<std::string> m_unknown;     ///< to this server
    std::optional<base::Error> m_unwilling; ///< it takes no writes now
    std::optional<SourceFinding> m_memory;
    std::unique_ptr<redis::Connection> m_connection;
    bool m_was_ready = false;
};

} // namespace framehand::sources
