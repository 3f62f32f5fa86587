// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/services.h"
#include "core/jobs/measuring.h"
#include "core/worker/capability_source.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace framehand::daemon {

/// What this machine can do, found out once for all who ask. Main thread.
class CapabilityKeeper {
public:
    using Done = std::function<void(const base::Result<jobs::Capabilities>&)>;

    CapabilityKeeper(const Services& services, std::filesystem::path transcoder, std::filesystem::path data_dir);

    /// At once if it is known. A failed measurement is tried again with the next call.
    void get(Done done);
    /// Finds it out again. What was known stays so if that fails.
    void measure(Done done);

    [[nodiscard]] const std::optional<jobs::Capabilities>& known() const { return m_known; }

    /// How far the measurement is that runs now.
    [[nodiscard]] const std::optional<jobs::Measuring>& measuring() const { return m_measuring; }

    /// After each change of measuring(). May be empty.
    std::function<void()> on_change;

private:
    void ask(worker::CapabilityUse use);
    void answered(worker::CapabilityUse use, const base::Result<jobs::Capabilities>& result);
    void set_measuring(std::optional<jobs::Measuring> measuring);

    worker::CapabilitySource m_source;
    std::optional<jobs::Capabilities> m_known;
    std::optional<jobs::Measuring> m_measuring;
    bool m_asked = false; ///< the source has a question
    std::vector<Done> m_waiting;
    std::vector<Done> m_waiting_for_new;
};

} // namespace framehand::daemon
