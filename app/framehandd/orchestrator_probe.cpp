// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/orchestrator_probe.h"

#include "core/base/text.h"
#include "core/doctor/orchestrator_doctor.h"

#include <utility>

namespace framehand::daemon {

using Health = sources::SourceFinding::Health;

namespace {

Health health_of(doctor::Health health) {
    switch (health) {
    case doctor::Health::Ok:
        return Health::Ok;
    case doctor::Health::Warn:
        return Health::Warning;
    case doctor::Health::Fail:
        break;
    }
    return Health::Problem;
}

/// "Framehand 1.2.0 " where the answer tells, "" else.
std::string version_of(const base::Result<ports::HttpResponse>& answer) {
    const auto health = answer ? base::parse_json(answer->body, "the answer") : answer.error();
    if (!health || !health->is_object()) {
        return {};
    }
    const auto found = health->find("version");
    return found != health->end() && found->is_string() ? "Framehand " + found->get<std::string>() + " " : "";
}

} // namespace

OrchestratorProbe::OrchestratorProbe(ports::HttpClient& http, std::string url, std::optional<base::Secret> token,
                                     ports::Timers& timers)
    : SourceProbe(timers), m_url(std::move(url)), m_http(http, m_url, std::move(token)) {
}

void OrchestratorProbe::begin() {
    m_health = m_http.send(doctor::health_question(m_url), [this](const base::Result<ports::HttpResponse>& answer) {
        auto diagnosis = doctor::examine_orchestrator(answer, m_url);
        if (diagnosis.health == doctor::Health::Ok) {
            diagnosis.finding = version_of(answer) + diagnosis.finding;
        }
        add_diagnosis("server", diagnosis);
        if (diagnosis.health == doctor::Health::Fail) {
            finish();
        } else {
            ask_for_access();
        }
    });
}

void OrchestratorProbe::ask_for_access() {
    m_access = m_http.send(doctor::access_question(m_url), [this](const base::Result<ports::HttpResponse>& answer) {
        if (const auto problem = doctor::examine_access(answer, m_url)) {
            add_diagnosis("rights", *problem);
        } else if (answer) {
            add({"rights", Health::Ok, "this PC is let in", "", ""});
        } else {
            add({"rights", Health::Problem, "it does not say whether this PC is let in: " + answer.error().text(),
                 "see the orchestrator's log", ""});
        }
        finish();
    });
}

void OrchestratorProbe::add_diagnosis(const std::string& what, const doctor::Diagnosis& diagnosis) {
    add({what, health_of(diagnosis.health), diagnosis.finding, diagnosis.advice,
         diagnosis.remedy ? diagnosis.remedy->key : ""});
}

sources::SourceFinding OrchestratorProbe::silence() const {
    return {"server", Health::Problem,
            "no orchestrator has answered at " + m_url + " for " + base::humanize_duration(kPatience),
            "see whether the machine is on and the orchestrator runs there, or correct orchestrator_url",
            "orchestrator_url"};
}

} // namespace framehand::daemon
