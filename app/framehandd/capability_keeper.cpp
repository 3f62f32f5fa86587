// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/capability_keeper.h"

#include <utility>

namespace framehand::daemon {

using worker::CapabilityUse;

CapabilityKeeper::CapabilityKeeper(const Services& services, std::filesystem::path transcoder,
                                   std::filesystem::path data_dir)
    : m_source(services.children, services.timers, services.files, std::move(transcoder), std::move(data_dir),
               services.host.facts()) {
    m_source.on_progress = [this](const jobs::Measuring& measuring) { set_measuring(measuring); };
}

void CapabilityKeeper::get(Done done) {
    if (m_known) {
        done(*m_known);
        return;
    }
    m_waiting.push_back(std::move(done));
    if (!m_asked) {
        ask(CapabilityUse::CachedIfValid);
    }
}

void CapabilityKeeper::measure(Done done) {
    m_waiting_for_new.push_back(std::move(done));
    if (!m_asked) {
        ask(CapabilityUse::MeasureAgain);
    }
}

void CapabilityKeeper::ask(CapabilityUse use) {
    m_asked = true;
    m_source.get(use, [this, use](const base::Result<jobs::Capabilities>& result) { answered(use, result); });
}

void CapabilityKeeper::answered(CapabilityUse use, const base::Result<jobs::Capabilities>& result) {
    m_asked = false;
    if (result) {
        m_known = *result;
    }
    set_measuring(std::nullopt);
    auto waiting = std::exchange(m_waiting, {});
    if (use == CapabilityUse::MeasureAgain) {
        for (auto& done : std::exchange(m_waiting_for_new, {})) {
            waiting.push_back(std::move(done));
        }
    } else if (!m_waiting_for_new.empty()) {
        ask(CapabilityUse::MeasureAgain); // this answer may have come from the cache
    }
    for (const auto& done : waiting) {
        done(result);
    }
}

void CapabilityKeeper::set_measuring(std::optional<jobs::Measuring> measuring) {
    if (std::exchange(m_measuring, std::move(measuring)) != m_measuring && on_change) {
        on_change();
    }
}

} // namespace framehand::daemon
