// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace framehand::test {

/// std::latch, of which GCC 12 misses a call now and then where the system has no futex, as on Windows: it looks at the
/// count before it takes the lock of its condition variable.
class Latch {
public:
    explicit Latch(std::size_t count) : m_count(count) {}

    void count_down() {
        const std::scoped_lock lock(m_mutex);
        if (--m_count == 0) {
            m_open.notify_all();
        }
    }

    void wait() {
        std::unique_lock lock(m_mutex);
        m_open.wait(lock, [this] { return m_count == 0; });
    }

    void arrive_and_wait() {
        count_down();
        wait();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_open;
    std::size_t m_count;
};

} // namespace framehand::test
