// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/job_source.h"

#include <string>
#include <string_view>

namespace framehand::sources {

/// A message that nobody could do, as it is put on the list of failures.
struct RedisFailure {
    std::string stage;   ///< the list or stream that it came from
    std::string payload; ///< as it was
    std::string reason;
    std::string worker;
    std::string time; ///< RFC 3339
    Retry retry = Retry::Useless;
};

/// One JSON object: stage, reason, worker, failed_at, "retry" ("may_help" or "useless") and "payload", unchanged
/// ("payload_base64" where it is no UTF-8). To try again: push `payload` to `stage`.
[[nodiscard]] std::string to_text(const RedisFailure& failure);

[[nodiscard]] bool is_utf8(std::string_view bytes);

} // namespace framehand::sources
