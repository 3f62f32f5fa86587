// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/sources/bull_job.h"

#include <cstdint>
#include <string>

namespace framehand::sources {

/// All that is needed to speak of a job in hand, also after a restart: the text of Lease::ticket.
struct BullTicket {
    BullKind kind = BullKind::BullMq;
    std::string queue;
    std::string id;                 ///< the job's, in its queue; any bytes
    std::string token;              ///< whose lock it is
    std::int64_t attempts_made = 0; ///< before this one
    base::Json opts;                ///< the job's options
    base::Json stacktrace;          ///< of the attempts before
    std::string video_id;           ///< what the result and the database are about; empty where the job says nothing
    std::string resolution;

    bool operator==(const BullTicket&) const = default;
};

/// The ticket of a job that was taken with this token. Of what the producer and others wrote it keeps what is needed
/// here, and no text without an end: a ticket is far below 1 MiB.
[[nodiscard]] BullTicket bull_ticket(BullKind kind, const std::string& queue, const std::string& token,
                                     const BullJob& job);

[[nodiscard]] std::string to_text(const BullTicket& ticket);
/// CorruptData for anything that is no such ticket.
[[nodiscard]] base::Result<BullTicket> bull_ticket_from_text(const std::string& text);

} // namespace framehand::sources
