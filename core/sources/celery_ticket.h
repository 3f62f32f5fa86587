// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_queue.h"

#include <string>

namespace framehand::sources {

/// What a lease of Celery's has to keep, so that one can speak of the job after a restart.
struct CeleryTicket {
    CeleryGrip grip;
    CeleryEnvelope envelope; ///< of the grip's message
};

/// The longest message that becomes a job, in bytes: its ticket fits into a lease then, however it must be escaped.
inline constexpr std::size_t kLongestCeleryMessage = 128UL << 10U;

[[nodiscard]] std::string write_celery_ticket(const CeleryGrip& grip);
/// InvalidArgument.
[[nodiscard]] base::Result<CeleryTicket> read_celery_ticket(const std::string& text);

} // namespace framehand::sources
