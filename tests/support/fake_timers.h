// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/timers.h"
#include "tests/support/fake_clock.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace framehand::test {

/// Timers of a virtual time: nothing fires until the test advances it. Moves the clock with it.
class FakeTimers final : public ports::Timers {
public:
    explicit FakeTimers(FakeClock& clock) : m_clock(clock) {}

    [[nodiscard]] std::unique_ptr<ports::Timer> after(base::Duration delay, std::function<void()> call) override {
        const Key key{m_clock.steady() + std::max(delay, base::Duration{0}), m_next++};
        m_pending->emplace(key, std::move(call));
        return std::make_unique<Handle>(m_pending, key);
    }

    /// Lets this much time pass; what falls due fires in order, also what is set meanwhile.
    void advance(base::Duration by) {
        const auto end = m_clock.steady() + by;
        while (!m_pending->empty() && m_pending->begin()->first.first <= end) {
            auto node = m_pending->extract(m_pending->begin());
            m_clock.advance(node.key().first - m_clock.steady());
            node.mapped()();
        }
        m_clock.advance(end - m_clock.steady());
    }

    [[nodiscard]] std::size_t pending() const { return m_pending->size(); }

    /// How long until the next one falls due.
    [[nodiscard]] base::Duration next_in() const { return m_pending->begin()->first.first - m_clock.steady(); }

private:
    using Key = std::pair<base::SteadyTime, std::uint64_t>;
    using Pending = std::map<Key, std::function<void()>>;

    class Handle final : public ports::Timer {
    public:
        Handle(std::shared_ptr<Pending> pending, Key key) : m_pending(std::move(pending)), m_key(key) {}

        ~Handle() override { m_pending->erase(m_key); }

    private:
        std::shared_ptr<Pending> m_pending;
        Key m_key;
    };

    FakeClock& m_clock;
    std::shared_ptr<Pending> m_pending = std::make_shared<Pending>();
    std::uint64_t m_next = 0;
};

} // namespace framehand::test
