// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/windows_network.h"

#include "platform/windows/windows_api.h"

#include <memory>
#include <netlistmgr.h>
#include <objbase.h>

namespace framehand::platform {

namespace {

struct ComReleaser {
    void operator()(IUnknown* object) const noexcept { object->Release(); }
};

/// COM on this thread, for as long as it is there. A thread that has it already, of either kind, keeps what it has.
class ComHere {
public:
    ComHere() : m_begun(SUCCEEDED(::CoInitializeEx(nullptr, COINIT_MULTITHREADED))) {}

    ~ComHere() {
        if (m_begun) {
            ::CoUninitialize();
        }
    }

    ComHere(const ComHere&) = delete;
    ComHere& operator=(const ComHere&) = delete;

private:
    const bool m_begun;
};

std::optional<unsigned long> connection_cost() {
    const ComHere com;
    void* made = nullptr;
    if (FAILED(::CoCreateInstance(CLSID_NetworkListManager, nullptr, CLSCTX_ALL, IID_INetworkCostManager, &made))) {
        return std::nullopt;
    }
    const std::unique_ptr<INetworkCostManager, ComReleaser> manager(static_cast<INetworkCostManager*>(made));
    DWORD cost = 0;
    return SUCCEEDED(manager->GetCost(&cost, nullptr)) ? std::optional<unsigned long>(cost) : std::nullopt;
}

} // namespace

WindowsNetwork::WindowsNetwork(const base::Clock& clock) : WindowsNetwork(clock, connection_cost) {
}

ports::Reading<bool> metered_by(std::optional<unsigned long> cost) {
    constexpr unsigned long kCosts = NLM_CONNECTION_COST_FIXED | NLM_CONNECTION_COST_VARIABLE |
                                     NLM_CONNECTION_COST_OVERDATALIMIT | NLM_CONNECTION_COST_ROAMING;
    if (!cost || *cost == NLM_CONNECTION_COST_UNKNOWN) {
        return ports::Reading<bool>::unknown("Windows does not tell whether the network is metered");
    }
    return ports::Reading<bool>::known((*cost & kCosts) != 0);
}

ports::Reading<bool> WindowsNetwork::metered() const {
    const auto now = m_clock.steady();
    if (!m_asked_at || now - *m_asked_at >= kAskAgain) {
        m_asked_at = now;
        m_metered = metered_by(m_ask());
    }
    return m_metered;
}

} // namespace framehand::platform
