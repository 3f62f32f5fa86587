// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"

#include <deque>
#include <string>
#include <unordered_map>

namespace framehand::sources {

/// The tasks that somebody revoked, also such as have not come yet. Remembers as many as Celery's workers do, the
/// latest ones, as long as the program runs. One thread.
class CeleryRevoked {
public:
    static constexpr std::size_t kMost = 50'000;

    void add(const std::string& task_id, base::WallTime now);

    [[nodiscard]] bool contains(const std::string& task_id) const { return m_times.contains(task_id); }

    /// The ids.
    [[nodiscard]] base::Json ids() const;
    /// As workers tell each other: {id: seconds since 1970}.
    [[nodiscard]] base::Json times() const;

private:
    std::unordered_map<std::string, base::WallTime> m_times;
    std::deque<std::string> m_order; ///< oldest first
};

} // namespace framehand::sources
