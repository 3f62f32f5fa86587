// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_ticket.h"

namespace framehand::sources {

std::string write_celery_ticket(const CeleryGrip& grip) {
    return base::dump_json({{"tag", grip.tag}, {"mark", grip.mark}, {"list", grip.list}, {"message", grip.message}});
}

base::Result<CeleryTicket> read_celery_ticket(const std::string& text) {
    FH_ASSIGN(const auto json, base::parse_json(text, "ticket"));
    base::JsonReader reader(json, "ticket");
    CeleryTicket ticket;
    ticket.grip.tag = reader.required_string("tag");
    ticket.grip.mark = reader.integer_or("mark", 0);
    ticket.grip.list = reader.required_string("list");
    ticket.grip.message = reader.required_string("message");
    FH_TRY(reader.status());
    FH_ASSIGN(ticket.envelope, read_celery_envelope(ticket.grip.message));
    return ticket;
}

} // namespace framehand::sources
