// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_ticket.h"

#include "core/base/text.h"
#include "core/sources/redis_failure.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace framehand::sources {

namespace {

/// What bull_options.h and the dialects read.
constexpr std::array kOptions{
    "attempts", "backoff", "removeOnComplete", "removeOnFail", "lifo", "stackTraceLimit", "fpof", "cpof",
    "idof",     "rdof"};
constexpr std::size_t kMostTraces = 50;
constexpr std::size_t kLongestTrace = 2048; // in JSON up to six times as long
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kLongestOption = 4096;
constexpr int kDeepestOption = 8; // far below what a ticket is read with

std::string name_in(const base::Json& data, const char* key) {
    if (!data.is_object()) {
        return {};
    }
    const auto found = data.find(key);
    return found != data.end() && found->is_string() ? base::shortened(found->get<std::string>(), kLongestName)
                                                     : std::string();
}

bool is_shallow(const base::Json& value, int levels) {
    return !value.is_structured() ||
           (levels > 0 && std::all_of(value.begin(), value.end(),
                                      [levels](const base::Json& member) { return is_shallow(member, levels - 1); }));
}

bool is_kept(const base::Json& option) {
    return is_shallow(option, kDeepestOption) && base::dump_json(option).size() <= kLongestOption;
}

} // namespace

BullTicket bull_ticket(BullKind kind, const std::string& queue, const std::string& token, const BullJob& job) {
    BullTicket ticket;
    ticket.kind = kind;
    ticket.queue = queue;
    ticket.id = job.id;
    ticket.token = token;
    ticket.attempts_made = job.attempts_made;
    ticket.opts = base::Json::object();
    for (const auto* option : kOptions) {
        if (const auto found = job.opts.find(option); found != job.opts.end() && is_kept(*found)) {
            ticket.opts[option] = *found;
        }
    }
    ticket.stacktrace = base::Json::array();
    for (auto i = job.stacktrace.size() - std::min(job.stacktrace.size(), kMostTraces); i < job.stacktrace.size();
         ++i) {
        if (job.stacktrace[i].is_string()) {
            ticket.stacktrace.push_back(base::shortened(job.stacktrace[i].get<std::string>(), kLongestTrace));
        }
    }
    ticket.video_id = name_in(job.data, "videoId");
    ticket.resolution = name_in(job.data, "resolution");
    return ticket;
}

std::string to_text(const BullTicket& ticket) {
    base::Json json{{"kind", to_string(ticket.kind)},
                    {"queue", ticket.queue},
                    {"token", ticket.token},
                    {"attempts_made", ticket.attempts_made},
                    {"opts", ticket.opts},
                    {"stacktrace", ticket.stacktrace},
                    {"video_id", ticket.video_id},
                    {"resolution", ticket.resolution}};
    if (is_utf8(ticket.id)) {
        json["id"] = ticket.id;
    } else {
        json["id_hex"] = base::to_hex(ticket.id);
    }
    return base::dump_json(json);
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
    const auto hex = reader.optional_string("id_hex");
    ticket.id = hex ? QByteArray::fromHex(QByteArray::fromStdString(*hex)).toStdString() : reader.required_string("id");
    ticket.token = reader.required_string("token");
    ticket.attempts_made = std::clamp<std::int64_t>(reader.integer_or("attempts_made", 0), 0, kMostBullAttempts);
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
