// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/capability_keeper.h"

#include <utility>

namespace framehand::daemon {

CapabilityKeeper::CapabilityKeeper(const Services& services, std::filesystem::path transcoder,
                                   std::filesystem::path data_dir)
    : m_source(services.children, services.timers, services.files, std::move(transcoder), std::move(data_dir),
               services.host.facts()) {
}

void CapabilityKeeper::get(Done done) {
    if (m_known) {
        done(*m_known);
        return;
    }
    m_waiting.push_back(std::move(done));
    if (m_waiting.size() > 1) {
        return;
    }
    m_source.get(worker::CapabilityUse::CachedIfValid, [this](const base::Result<jobs::Capabilities>& result) {
        if (result) {
            m_known = *result;
        }
        for (const auto& waiting : std::exchange(m_waiting, {})) {
            waiting(result);
        }
    });
}

} // namespace framehand::daemon
