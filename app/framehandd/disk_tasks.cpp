// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/disk_tasks.h"

#include <utility>

namespace framehand::daemon {

void DiskTasks::run(std::function<void()> work, std::function<void()> done) {
    const auto id = m_next++;
    m_tasks[id] = m_background.run(std::move(work), [this, id, done = std::move(done)] {
        const auto ended = m_tasks.extract(id);
        done();
    });
}

} // namespace framehand::daemon
