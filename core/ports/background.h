// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace framehand::ports {

/// One piece of blocking work in flight. Destroying it waits for the work to end and drops `done`, so what the work
/// captures may be destroyed afterwards; cancel the work's token first.
class BackgroundTask {
public:
    virtual ~BackgroundTask() = default;
};

/// Runs blocking work (disks, shares) away from the owner's thread.
/// Calls and `done` on the owner's thread, which runs a Qt event loop. Tests run the work by hand.
class Background {
public:
    virtual ~Background() = default;
    /// `work` runs on a thread of its own, then `done` on the owner's; never from inside run(). The task may be
    /// destroyed in `done`.
    [[nodiscard]] virtual std::unique_ptr<BackgroundTask> run(std::function<void()> work,
                                                              std::function<void()> done) = 0;
};

} // namespace framehand::ports
