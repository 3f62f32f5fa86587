// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/background.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>

namespace framehand::daemon {

/// Looks at disks that may hang for as long as their server likes. They belong to the program, not to who asked: a
/// daemon can end, and another take its place, while a share is silent. Main thread.
class DiskTasks {
public:
    /// `background` must outlive it.
    explicit DiskTasks(ports::Background& background) : m_background(background) {}

    /// `work` on a thread of its own, then `done`; what both capture must live until then, or be asked for weakly.
    void run(std::function<void()> work, std::function<void()> done);

    /// How many have not come back. This object's end would wait for them.
    [[nodiscard]] std::size_t waiting() const { return m_tasks.size(); }

private:
    ports::Background& m_background;
    std::uint64_t m_next = 0;
    std::map<std::uint64_t, std::unique_ptr<ports::BackgroundTask>> m_tasks;
};

} // namespace framehand::daemon
