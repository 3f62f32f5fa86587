// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_ticket.h"

namespace framehand::sources {

std::string to_text(const BullTicket& ticket) {
    return base::dump_json({{"kind", to_string(ticket.kind)},
                            {"queue", ticket.queue},
                            {"id", ticket.id},
                            {"token", ticket.token},
                            {"attempts_made", ticket.attempts_made},
                            {"opts", ticket.opts},
                            {"stacktrace", ticket.stacktrace},
                            {"video_id", ticket.video_id},
                            {"resolution", ticket.resolution}});
}

base::Result<BullTicket> bull_ticket_from_text(const std::string& text) {
    constexpr auto kWhat = "the ticket of a job in hand";
    auto json = base::parse_json(text, kWhat);
    if (!json) {
        return base::fail(base::ErrorCode::CorruptData, "the ticket of a job in hand is unreadable",
                          json.error().text());
    }
    base::JsonReader reader(*json, kWhat);
    BullTicket ticket;
    const auto kind = reader.required_string("kind");
    ticket.queue = reader.required_string("queue");
    ticket.id = reader.required_string("id");
    ticket.token = reader.required_string("token");
    ticket.attempts_made = reader.integer_or("attempts_made", 0);
    ticket.video_id = reader.string_or("video_id", "");
    ticket.resolution = reader.string_or("resolution", "");
    const auto* opts = reader.optional_object("opts");
    ticket.opts = opts != nullptr ? *opts : base::Json::object();
    const auto* traces = reader.required_array("stacktrace");
    ticket.stacktrace = traces != nullptr ? *traces : base::Json::array();
    if (kind != to_string(BullKind::BullMq) && kind != to_string(BullKind::Bull)) {
        reader.reject("kind", "must be bullmq or bull");
    }
    if (auto status = reader.status(); !status) {
        return base::fail(base::ErrorCode::CorruptData, status.error().text());
    }
    ticket.kind = kind == to_string(BullKind::Bull) ? BullKind::Bull : BullKind::BullMq;
    return ticket;
}

} // namespace framehand::sources
