// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/windows/registry_key.h"

#include <optional>
#include <string>
#include <string_view>

namespace framehand::platform {

/// What the service says of itself, for who asks after it, also when it has ended: Windows' service manager keeps no
/// words. A key below the service's parameters that does not outlive the system. What cannot be written is lost.
class ServiceNote {
public:
    struct Words {
        std::string said;
        bool failed = false; ///< its last end was one that it is not started again after
        int restarts = 0;    ///< after ends that were none in good order

        bool operator==(const Words&) const = default;
    };

    explicit ServiceNote(RegistryKey::Place parameters);

    /// A run begins. It counts as a restart where the last one has not ended in good order, nor failed for good.
    void begin();
    void say(std::string_view sentence);
    enum class End { InGoodOrder, ToBeRestarted, Failed };
    void end(End end);

    [[nodiscard]] Words read() const;

private:
    RegistryKey::Place m_place;
};

} // namespace framehand::platform
