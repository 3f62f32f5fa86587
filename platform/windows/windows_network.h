// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/metered_network.h"

#include <functional>
#include <optional>
#include <utility>

namespace framehand::platform {

/// The cost of the machine's way to the Internet (INetworkCostManager), asked again at most every ten seconds. Owner's
/// thread.
class WindowsNetwork final : public ports::MeteredNetwork {
public:
    static constexpr base::Duration kAskAgain{10'000};

    /// NLM_CONNECTION_COST of netlistmgr.h, or none where Windows does not tell.
    using Ask = std::function<std::optional<unsigned long>()>;

    /// `clock` must outlive this.
    explicit WindowsNetwork(const base::Clock& clock);

    WindowsNetwork(const base::Clock& clock, Ask ask) : m_clock(clock), m_ask(std::move(ask)) {}

    [[nodiscard]] ports::Reading<bool> metered() const override;

private:
    const base::Clock& m_clock;
    const Ask m_ask;
    mutable std::optional<base::SteadyTime> m_asked_at;
    mutable ports::Reading<bool> m_metered;
};

/// What a cost says. Pure.
[[nodiscard]] ports::Reading<bool> metered_by(std::optional<unsigned long> cost);

} // namespace framehand::platform
