// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/server_reach.h"
#include "core/sources/source_probe.h"

#include <functional>
#include <memory>

namespace framehand::sources {

/// A probe of a source whose server is reached by host and port.
class ServerProbe : public SourceProbe {
protected:
    /// `timers` must outlive it.
    ServerProbe(ports::Timers& timers, ProbedServer server);

    /// `then`, if somebody listens there; otherwise that is the last finding.
    void reach(std::function<void()> then);

    [[nodiscard]] const ProbedServer& server() const { return m_server; }

private:
    const ProbedServer m_server;
    std::unique_ptr<ServerReach> m_reach;
};

} // namespace framehand::sources
