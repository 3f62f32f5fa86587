// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace framehand::cli {

/// Runs the main thread's event loop until quit() is called, or was called before, or `cancel` fires.
class EventWait {
public:
    EventWait();
    ~EventWait();
    EventWait(const EventWait&) = delete;
    EventWait& operator=(const EventWait&) = delete;

    void quit();
    /// Once. False if `cancel` ended it.
    [[nodiscard]] bool run(const base::CancelToken& cancel);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Turns an asynchronous call into a blocking one, for the top level of a verb: `start` begins the work and gives back
/// what keeps it alive; the outcome is what it passes to `done`, or Cancelled "interrupted" when `cancel` fires first.
/// What `start` gave back is destroyed before the outcome is returned, so nothing is called afterwards.
template <typename T, typename Start>
[[nodiscard]] base::Result<T> await(const base::CancelToken& cancel, Start start) {
    EventWait wait;
    std::optional<base::Result<T>> outcome;
    {
        [[maybe_unused]] const auto handle = start([&](base::Result<T> result) {
            outcome = std::move(result);
            wait.quit();
        });
        static_cast<void>(wait.run(cancel));
    }
    if (!outcome) {
        return base::fail(base::ErrorCode::Cancelled, "interrupted");
    }
    return std::move(*outcome);
}

} // namespace framehand::cli
