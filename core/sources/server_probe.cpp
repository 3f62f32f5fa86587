// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/server_probe.h"

#include <utility>

namespace framehand::sources {

ServerProbe::ServerProbe(ports::Timers& timers, ProbedServer server)
    : SourceProbe(timers), m_server(std::move(server)) {
}

void ServerProbe::reach(std::function<void()> then) {
    m_reach =
        std::make_unique<ServerReach>(m_server, [this, then = std::move(then)](std::optional<SourceFinding> problem) {
            m_reach.reset();
            if (problem) {
                add(std::move(*problem));
                finish();
            } else {
                then();
            }
        });
}

} // namespace framehand::sources
