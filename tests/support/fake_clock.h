// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <mutex>

namespace framehand::test {

/// A clock that stands still until the test moves it. Any thread.
class FakeClock final : public base::Clock {
public:
    [[nodiscard]] base::WallTime wall() const override {
        const std::scoped_lock lock(m_mutex);
        return m_wall;
    }

    [[nodiscard]] base::SteadyTime steady() const override {
        const std::scoped_lock lock(m_mutex);
        return m_steady;
    }

    /// Both clocks go on, as time does.
    void advance(base::Duration by) {
        const std::scoped_lock lock(m_mutex);
        m_wall += by;
        m_steady += by;
    }

    /// Only the civil time jumps, as when somebody sets the system's clock.
    void jump_wall(base::Duration by) {
        const std::scoped_lock lock(m_mutex);
        m_wall += by;
    }

private:
    mutable std::mutex m_mutex; ///< guards both below
    base::WallTime m_wall{std::chrono::milliseconds{1'790'000'000'000}};
    base::SteadyTime m_steady{std::chrono::milliseconds{5'000'000}};
};

} // namespace framehand::test
