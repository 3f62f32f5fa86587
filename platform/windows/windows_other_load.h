// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/other_load.h"
#include "platform/windows/process_list.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace framehand::platform {

/// What GetSystemTimes() counts as busy, less what this process and all that descend from it have used. Owner's thread.
class WindowsOtherLoad final : public ports::OtherLoad {
public:
    static constexpr base::Duration kWindow{2'000};

    /// The processor time of one moment, in units of 100 ns.
    struct Sample {
        std::uint64_t busy = 0;  ///< of all processors together
        std::uint64_t total = 0; ///< with the idle time
        std::vector<ListedProcess> processes;
    };

    /// None where Windows does not tell.
    using Look = std::function<std::optional<Sample>()>;

    /// `clock` must outlive this.
    WindowsOtherLoad(const base::Clock& clock, std::int64_t own_process_id);
    WindowsOtherLoad(const base::Clock& clock, std::int64_t own_process_id, Look look);

    [[nodiscard]] ports::Reading<double> percent() override;

private:
    const base::Clock& m_clock;
    const std::int64_t m_own;
    const Look m_look;
    std::optional<Sample> m_last;
    base::SteadyTime m_last_at;
    ports::Reading<double> m_percent;
};

/// What others used between two samples, 0..100. None where it cannot be told: one of ours has ended between them, and
/// took with it what it had used. Pure.
[[nodiscard]] std::optional<double> others_percent(const WindowsOtherLoad::Sample& before,
                                                   const WindowsOtherLoad::Sample& after, std::int64_t own);

} // namespace framehand::platform
