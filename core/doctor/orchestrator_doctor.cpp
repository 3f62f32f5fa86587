// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/orchestrator_doctor.h"

#include <cstdint>

namespace framehand::doctor {

namespace {

constexpr base::Duration kPatience{15'000};
constexpr int kUnauthorized = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;

const base::Json* object_member(const base::Json& json, const char* key) {
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_object() ? &*found : nullptr;
}

std::string count(const base::Json& json, const char* key) {
    const auto found = json.find(key);
    return std::to_string(found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0);
}

Diagnosis failure(std::string finding, std::string advice) {
    return {"orchestrator", Health::Fail, std::move(finding), std::move(advice),
            Remedy{Remedy::Kind::Setting, "orchestrator_url"}};
}

} // namespace

ports::HttpRequest access_question(const std::string& url) {
    return {"GET", url + "/api/v1/jobs?limit=1", {{"Accept", "application/json"}}, {}, kPatience};
}

std::optional<Diagnosis> examine_access(const base::Result<ports::HttpResponse>& answer, const std::string& url) {
    if (!answer || (answer->status != kUnauthorized && answer->status != kForbidden)) {
        return std::nullopt;
    }
    return Diagnosis{"orchestrator",
                     Health::Fail,
                     "the orchestrator at " + url + " refuses this PC",
                     "put its access token into the file access-token in data_dir, readable by its owner only",
                     {}};
}

ports::HttpRequest health_question(const std::string& url) {
    return {"GET", url + "/healthz", {{"Accept", "application/json"}}, {}, kPatience};
}

Diagnosis examine_orchestrator(const base::Result<ports::HttpResponse>& answer, const std::string& url) {
    const std::string correct_it = "correct the address: framehandctl config set orchestrator_url http://server:8787";
    if (!answer) {
        return failure("no orchestrator answers at " + url + ": " + answer.error().text(),
                       "start it there, or " + correct_it);
    }
    if (answer->status == kNotFound) {
        return {"orchestrator", Health::Warn, "a server answers at " + url + ", but does not tell of its health",
                "nothing to do if it is an orchestrator of another make; else " + correct_it,
                Remedy{Remedy::Kind::Setting, "orchestrator_url"}};
    }
    if (answer->status == kUnauthorized || answer->status == kForbidden) {
        return {"orchestrator", Health::Fail, "the orchestrator at " + url + " wants an access token",
                "give this machine the token of that orchestrator"};
    }
    if (answer->status < 200 || answer->status >= 300) {
        return failure("the orchestrator at " + url + " answers that it is not well (" +
                           std::to_string(answer->status) + ")",
                       "see the orchestrator's log, or " + correct_it);
    }
    const auto health = base::parse_json(answer->body, "the answer");
    if (!health || !health->is_object()) {
        return failure("what answers at " + url + " is no orchestrator", correct_it);
    }
    return {"orchestrator", Health::Ok, orchestrator_line(*health, url), ""};
}

std::string orchestrator_line(const base::Json& health, const std::string& url) {
    std::string line = "answers at " + url;
    if (const base::Json* jobs = object_member(health, "jobs")) {
        line += "; jobs: " + count(*jobs, "QUEUED") + " waiting, " + count(*jobs, "PROCESSING") + " running, " +
                count(*jobs, "COMPLETED") + " completed, " + count(*jobs, "FAILED") + " failed";
    }
    if (const base::Json* workers = object_member(health, "workers")) {
        line += "; workers: " + count(*workers, "alive") + " alive";
    }
    return line;
}

} // namespace framehand::doctor
