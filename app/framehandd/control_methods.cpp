// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/control_methods.h"

#include "core/base/whole_path.h"
#include "core/settings/value_text.h"

#include <filesystem>
#include <utility>

namespace framehand::daemon {

using api::Reply;
using api::Session;
using base::Json;

namespace {

using Answer = base::Result<Json>;

base::Error wrong(std::string message) {
    return base::fail(base::ErrorCode::InvalidArgument, std::move(message));
}

DoctorPart::Done answer_with_findings(Reply reply) {
    return [reply = std::move(reply)](const doctor::Diagnoses& found) { reply(doctor::to_json(found)); };
}

void add_settings_methods(api::Dispatcher& dispatcher, const ControlParts& parts) {
    auto& editor = parts.editor;
    dispatcher.add("settings.describe", [&editor](const Json&, Session&) { return editor.describe(); });
    dispatcher.add("settings.check", [&editor](const Json& params, Session&) -> Answer {
        FH_ASSIGN(const auto changes, settings::changes_from_json(params));
        return Json{{"mistakes", editor.check(changes)}};
    });
    dispatcher.add("settings.set", [&editor, apply = parts.apply](const Json& params, Session&) -> Answer {
        FH_ASSIGN(const auto changes, settings::changes_from_json(params));
        FH_ASSIGN(const auto outcome, editor.set(changes));
        apply();
        return settings::to_json(outcome);
    });
    dispatcher.add("daemon.restart", [restart = parts.restart](const Json&, Session&) -> Answer {
        FH_TRY(restart());
        return Json::object();
    });
}

} // namespace

void add_control_methods(api::Dispatcher& dispatcher, const ControlParts& parts) {
    add_settings_methods(dispatcher, parts);
    dispatcher.add_later("storage.test",
                         [&doctor = parts.doctor, home = parts.home](const Json& params, const Reply& reply) {
                             base::JsonReader reader(params, "");
                             const auto text = reader.required_string("path");
                             if (const auto status = reader.status(); !status) {
                                 reply(status.error());
                                 return;
                             }
                             // A relative path would mean another folder here than for who asks.
                             const auto path = text.starts_with('~') || base::is_absolute(text)
                                                   ? settings::read_path(text, settings::ValueContext{home, {}})
                                                   : std::nullopt;
                             if (!path) {
                                 reply(wrong("path: must be the whole path of a folder, which may begin with \"~/\""));
                                 return;
                             }
                             doctor.test_storage(*path, answer_with_findings(reply));
                         });
    dispatcher.add_later("orchestrator.test", [&doctor = parts.doctor](const Json& params, const Reply& reply) {
        base::JsonReader reader(params, "");
        const auto text = reader.required_string("url");
        if (const auto status = reader.status(); !status) {
            reply(status.error());
            return;
        }
        const auto url = settings::read_http_url(text);
        if (!url) {
            reply(wrong("url: must be a URL such as http://server:8787, without user name, query or fragment"));
            return;
        }
        doctor.test_orchestrator(*url, answer_with_findings(reply));
    });
    dispatcher.add_later("doctor.run", [examine = parts.examine](const Json&, Reply reply) {
        examine(answer_with_findings(std::move(reply)));
    });
    dispatcher.add_later("capabilities.measure",
                         [measure = parts.measure](const Json&, Reply reply) { measure(std::move(reply)); });
}

} // namespace framehand::daemon
