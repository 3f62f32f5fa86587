// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/ports/local_stream.h"

#include <span>

namespace framehand::ranges {

/// Fills all of `into`.
[[nodiscard]] inline base::Status read_all(ports::LocalStream& stream, std::span<char> into,
                                           const base::CancelToken& cancel) {
    while (!into.empty()) {
        FH_ASSIGN(const std::size_t bytes, stream.read(into, cancel));
        into = into.subspan(bytes);
    }
    return {};
}

} // namespace framehand::ranges
