// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/framehandctl/await.h"
#include "core/ports/background.h"

#include <functional>
#include <optional>

namespace framehand::cli {

/// Does blocking work away from the main thread while that one goes on drawing, and returns its outcome. `work` must
/// come to its end soon after `cancel` fires: that is waited for.
template <typename T>
[[nodiscard]] base::Result<T> run_in_background(ports::Background& background, const base::CancelToken& cancel,
                                                const std::function<base::Result<T>()>& work) {
    std::optional<base::Result<T>> outcome;
    auto waited = await<void>(
        cancel, [&](auto done) { return background.run([&] { outcome = work(); }, [done] { done(base::Status()); }); });
    // Work that came to its end before it saw the cancellation did what it was asked for.
    if (outcome && (waited || outcome->has_value())) {
        return std::move(*outcome);
    }
    return base::fail(base::ErrorCode::Cancelled, "interrupted");
}

} // namespace framehand::cli
