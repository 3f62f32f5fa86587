// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace framehand::sources {

/// How long a job has been worked on: the time in which it stood still does not count.
class CeleryWorkClock {
public:
    explicit CeleryWorkClock(base::SteadyTime now) : m_since(now) {}

    void run(base::SteadyTime now) {
        if (!m_runs) {
            m_runs = true;
            m_since = now;
        }
    }

    void stand(base::SteadyTime now) {
        m_worked = worked(now);
        m_runs = false;
    }

    [[nodiscard]] bool runs() const { return m_runs; }

    [[nodiscard]] base::Duration worked(base::SteadyTime now) const {
        return m_runs ? m_worked + std::max(now - m_since, base::Duration{0}) : m_worked;
    }

private:
    base::Duration m_worked{0};
    base::SteadyTime m_since;
    bool m_runs = true;
};

} // namespace framehand::sources
