// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/job_methods.h"

#include <algorithm>
#include <utility>

namespace framehand::daemon {

using base::Json;
using base::JsonReader;

namespace {

// Answers are lines of 1 MiB at most.
constexpr std::size_t kMostAnswer = 512 * 1024;
constexpr std::int64_t kMostLines = 2'000;

double seconds(base::Duration duration) {
    return static_cast<double>(duration.count()) / 1000;
}

Json row_to_json(const worker::HistoryRow& row, const std::filesystem::path& nas_root) {
    const worker::EndedJob& job = row.job;
    Json json{{"id", job.job_id},
              {"title", worker::title_of(job.input)},
              {"input", job.input},
              {"output", job.output},
              {"state", worker::to_string(job.state)},
              {"started_at", nullptr},
              {"ended_at", base::to_rfc3339(job.ended_at)},
              {"duration_sec", seconds(job.duration)},
              {"duration_of", job.counted == worker::EndedJob::Counted::Wall ? "wall" : "work"},
              {"speed", job.speed},
              {"input_bytes", job.input_bytes},
              {"output_bytes", job.output_bytes},
              {"rungs", job.rungs},
              {"index", ""},
              {"error", nullptr},
              {"attempts", row.attempts}};
    if (job.started_at != base::WallTime{}) {
        json["started_at"] = base::to_rfc3339(job.started_at);
    }
    if (!job.manifest_url.empty()) {
        json["index"] = (nas_root / std::filesystem::path(job.manifest_url).relative_path()).string();
    }
    if (job.error) {
        json["error"] = base::to_json(*job.error);
    }
    return json;
}

base::Result<worker::HistoryQuery> query_in(const Json& params) {
    JsonReader reader(params, "");
    worker::HistoryQuery query;
    query.search = reader.string_or("search", "");
    if (const auto state = reader.string_or("state", ""); !state.empty()) {
        query.state = worker::ended_state_from_string(state);
        if (!query.state) {
            reader.reject("state", "must be \"COMPLETED\", \"FAILED\", \"CANCELLED\" or \"RETURNED\"");
        }
    }
    if (const auto sort = worker::history_sort_from_string(reader.string_or("sort", "ended_at"))) {
        query.sort = *sort;
    } else {
        reader.reject("sort", "is not a column that can be sorted by");
    }
    const auto order = reader.string_or("order", "desc");
    if (order != "asc" && order != "desc") {
        reader.reject("order", "must be \"asc\" or \"desc\"");
    }
    query.order = order == "asc" ? worker::HistoryQuery::Order::Ascending : worker::HistoryQuery::Order::Descending;
    query.offset = reader.integer_or("offset", 0);
    query.limit = reader.integer_or("limit", query.limit);
    FH_TRY(reader.status());
    return query;
}

base::Result<base::LogLevel> level_in(JsonReader& reader) {
    const auto name = reader.string_or("level", "debug");
    for (const auto level :
         {base::LogLevel::Debug, base::LogLevel::Info, base::LogLevel::Warning, base::LogLevel::Error}) {
        if (base::to_string(level) == name) {
            return level;
        }
    }
    reader.reject("level", "must be \"debug\", \"info\", \"warning\" or \"error\"");
    return reader.status().error();
}

base::Result<std::string> id_in(const Json& params) {
    JsonReader reader(params, "");
    auto id = reader.required_string("id");
    FH_TRY(reader.status());
    if (id.empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "id: must not be empty");
    }
    return id;
}

} // namespace

JobMethods::JobMethods(Parts parts)
    : m_parts(std::move(parts)), m_orchestrator(m_parts.http, m_parts.orchestrator_url) {
}

void JobMethods::add_to(api::Dispatcher& dispatcher) {
    dispatcher.add("jobs.list", [this](const Json& params, api::Session&) { return list(params); });
    dispatcher.add("log.tail", [this](const Json& params, api::Session&) { return tail(params); });
    dispatcher.add("job.preview", [this](const Json&, api::Session&) -> base::Result<Json> { return preview(); });
    dispatcher.add_later("job.retry", [this](const Json& params, const api::Reply& reply) { retry(params, reply); });
    dispatcher.add_later("job.cancel", [this](const Json& params, const api::Reply& reply) { cancel(params, reply); });
}

base::Result<Json> JobMethods::list(const Json& params) const {
    worker::JobHistory* const history = m_parts.history();
    if (history == nullptr) {
        return base::fail(base::ErrorCode::Unsupported, "this framehandd has no worker whose jobs could be listed");
    }
    FH_ASSIGN(const auto query, query_in(params));
    FH_ASSIGN(const auto page, history->list(query));
    auto jobs = Json::array();
    std::size_t bytes = 0;
    for (const auto& row : page.rows) {
        auto json = row_to_json(row, m_parts.nas_root);
        bytes += base::dump_json(json).size();
        if (!jobs.empty() && bytes > kMostAnswer) {
            break; // the rest is the next page
        }
        jobs.push_back(std::move(json));
    }
    return Json{{"total", page.total}, {"jobs", std::move(jobs)}};
}

base::Result<Json> JobMethods::tail(const Json& params) const {
    JsonReader reader(params, "");
    base::LogRing::Query query;
    if (params.contains("after") && !params["after"].is_null()) {
        query.after = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("after", 0)));
    }
    query.job = reader.string_or("job", "");
    query.limit = static_cast<std::size_t>(
        std::clamp<std::int64_t>(reader.integer_or("limit", static_cast<std::int64_t>(query.limit)), 1, kMostLines));
    FH_ASSIGN(query.level, level_in(reader));
    FH_TRY(reader.status());
    const auto tail = m_parts.log.tail(query);
    auto lines = Json::array();
    for (const auto& line : tail.lines) {
        auto fields = Json::object();
        for (const auto& [key, value] : line.record.fields) {
            fields[key] = value;
        }
        lines.push_back({{"seq", line.seq},
                         {"time", base::to_rfc3339(line.record.time)},
                         {"level", base::to_string(line.record.level)},
                         {"message", line.record.message},
                         {"fields", std::move(fields)}});
    }
    return Json{{"next", tail.next}, {"lost", tail.lost}, {"lines", std::move(lines)}};
}

Json JobMethods::preview() const {
    const auto preview = m_parts.preview();
    if (!preview) {
        return nullptr;
    }
    return {{"job_id", preview->job_id}, {"jpeg", preview->picture.jpeg}, {"media_sec", preview->picture.media_sec}};
}

void JobMethods::retry(const Json& params, const api::Reply& reply) {
    const auto id = id_in(params);
    if (!id) {
        reply(id.error());
        return;
    }
    m_orchestrator.retry(*id, [reply](const base::Status& done) {
        reply(done ? base::Result<Json>(Json::object()) : base::Result<Json>(done.error()));
    });
}

void JobMethods::cancel(const Json& params, const api::Reply& reply) {
    const auto id = id_in(params);
    if (!id) {
        reply(id.error());
        return;
    }
    if (*id != m_parts.running_job()) {
        reply(base::fail(base::ErrorCode::NotFound, "this worker does not do the job " + *id + " now"));
        return;
    }
    m_orchestrator.cancel(*id, [this, id = *id, reply](const base::Status& done) {
        if (!done) {
            reply(done.error());
            return;
        }
        // The orchestrator says so with its next answer too; a job that has ended meanwhile is no mistake.
        static_cast<void>(m_parts.stop_job(id));
        reply(Json::object());
    });
}

} // namespace framehand::daemon
