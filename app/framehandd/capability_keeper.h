// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandd/services.h"
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

    [[nodiscard]] const std::optional<jobs::Capabilities>& known() const { return m_known; }

private:
    worker::CapabilitySource m_source;
    std::optional<jobs::Capabilities> m_known;
    std::vector<Done> m_waiting;
};

} // namespace framehand::daemon
