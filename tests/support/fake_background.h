// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background.h"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>

namespace framehand::test {

/// Runs blocking work on the test's own thread, when the test says so.
class FakeBackground final : public ports::Background {
public:
    [[nodiscard]] std::unique_ptr<ports::BackgroundTask> run(std::function<void()> work,
                                                             std::function<void()> done) override {
        const auto id = m_next++;
        m_waiting->emplace(id, Waiting{std::move(work), std::move(done)});
        return std::make_unique<Handle>(m_waiting, id);
    }

    [[nodiscard]] std::size_t waiting() const { return m_waiting->size(); }

    /// All work that waits, also what that brings about.
    void run_all() {
        while (!m_waiting->empty()) {
            auto node = m_waiting->extract(m_waiting->begin());
            node.mapped().work();
            node.mapped().done();
        }
    }

    /// As a kill does: no waiting work ever happens.
    void abandon() { m_waiting->clear(); }

private:
    struct Waiting {
        std::function<void()> work;
        std::function<void()> done;
    };

    using Map = std::map<std::uint64_t, Waiting>;

    class Handle final : public ports::BackgroundTask {
    public:
        Handle(std::shared_ptr<Map> waiting, std::uint64_t id) : m_waiting(std::move(waiting)), m_id(id) {}

        ~Handle() override {
            // A real thread would have been running: its work happens, its end is not told.
            if (const auto node = m_waiting->extract(m_id)) {
                node.mapped().work();
            }
        }

    private:
        std::shared_ptr<Map> m_waiting;
        std::uint64_t m_id;
    };

    std::shared_ptr<Map> m_waiting = std::make_shared<Map>();
    std::uint64_t m_next = 0;
};

} // namespace framehand::test
