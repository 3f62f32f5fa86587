// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ports/other_load.h"

#include <cstdint>
#include <filesystem>
#include <map>

namespace framehand::platform {

/// What /proc/stat counts as busy, less what the process `own` and all that descend from it have used. Reads /proc
/// below `root`.
class ProcOtherLoad final : public ports::OtherLoad {
public:
    static constexpr base::Duration kWindow{2'000};

    ProcOtherLoad(const base::Clock& clock, std::int64_t own_process_id, std::filesystem::path root = "/");

    [[nodiscard]] ports::Reading<double> percent() override;

private:
    using Ticks = std::uint64_t;

    /// Of one moment.
    struct Sample {
        base::SteadyTime at;
        Ticks busy = 0;
        Ticks total = 0;
        std::map<std::int64_t, Ticks> own; ///< process id -> used, with the children it has waited for
    };

    [[nodiscard]] bool read(Sample& sample) const;
    [[nodiscard]] static Ticks used_between(const Sample& before, const Sample& after, std::int64_t own);

    const base::Clock& m_clock;
    const std::int64_t m_own;
    const std::filesystem::path m_root;
    Sample m_last;
    ports::Reading<double> m_percent;
};

} // namespace framehand::platform
