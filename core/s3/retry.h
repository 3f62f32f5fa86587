// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ports/waiter.h"

#include <algorithm>
#include <utility>

namespace framehand::s3 {

/// How often and how far apart a request is tried.
struct RetryPolicy {
    int tries = 6;
    base::Duration first{500}; ///< before the second try; doubled before each further one
    base::Duration longest{15'000};
};

/// True for what another try can help: the network, a server that is overloaded or fails.
[[nodiscard]] inline bool can_help(const base::Error& error) {
    return error.code == base::ErrorCode::Unavailable || error.code == base::ErrorCode::Timeout;
}

/// `attempt`'s answer, tried again while that can help. The last error, or Cancelled.
template <typename Attempt>
auto with_retries(const RetryPolicy& policy, ports::Waiter& waiter, const base::CancelToken& cancel, Attempt attempt)
    -> decltype(attempt()) {
    base::Duration pause = policy.first;
    for (int tried = 1;; ++tried) {
        auto answer = attempt();
        if (answer || !can_help(answer.error()) || tried >= policy.tries) {
            return answer;
        }
        FH_TRY(waiter.wait(pause, cancel));
        pause = std::min(pause * 2, policy.longest);
    }
}

} // namespace framehand::s3
