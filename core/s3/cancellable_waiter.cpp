// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/cancellable_waiter.h"

#include <condition_variable>
#include <mutex>

namespace framehand::s3 {

base::Status CancellableWaiter::wait(base::Duration time, const base::CancelToken& cancel) {
    std::mutex mutex;
    std::condition_variable woken;
    bool cancelled = false;
    const auto registration = cancel.on_cancel([&] {
        const std::scoped_lock lock(mutex);
        cancelled = true;
        woken.notify_all();
    });
    std::unique_lock lock(mutex);
    if (woken.wait_for(lock, time, [&] { return cancelled; })) {
        lock.unlock(); // the registration's end waits for a callback that wants it
        return base::fail(base::ErrorCode::Cancelled, "cancelled while waiting for another try");
    }
    lock.unlock();
    return {};
}

} // namespace framehand::s3
