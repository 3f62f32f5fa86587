// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/source_methods.h"

#include <algorithm>
#include <utility>

namespace framehand::daemon {

using api::Reply;
using api::Session;
using base::Json;

namespace {

base::Error wrong(std::string message) {
    return base::fail(base::ErrorCode::InvalidArgument, std::move(message));
}

base::Result<std::string> source_in(const Json& params) {
    base::JsonReader reader(params, "");
    auto source = reader.required_string("source");
    FH_TRY(reader.status());
    if (std::ranges::find(SourceTests::kNames, source) == SourceTests::kNames.end()) {
        return wrong("source: must be orchestrator, redis, celery, bullmq, rabbitmq or s3");
    }
    return source;
}

/// InvalidArgument names the secret, and never holds it.
base::Result<std::map<settings::SourceSecret, base::Secret>> secrets_in(const Json& params) {
    std::map<settings::SourceSecret, base::Secret> typed;
    const auto given = params.find("secrets");
    if (given == params.end()) {
        return typed;
    }
    if (!given->is_object()) {
        return wrong("secrets: must be an object");
    }
    for (const auto& [name, value] : given->items()) {
        const auto secret = settings::source_secret_from_string(name);
        if (!secret || !value.is_string()) {
            return wrong("secrets." + name + (secret ? ": must be a text" : ": there is no such secret"));
        }
        base::Secret text(value.get<std::string>());
        if (const auto checked = settings::check_source_secret(text); !checked) {
            return wrong("secrets." + name + ": " + checked.error().message);
        }
        typed.emplace(*secret, std::move(text));
    }
    return typed;
}

base::Result<SourceTests::Question> question_of(const SourceMethodParts& parts, const Json& params) {
    SourceTests::Question question;
    FH_ASSIGN(question.source, source_in(params));
    settings::Changes changes;
    if (params.contains("settings")) {
        FH_ASSIGN(changes, settings::changes_from_json(params, "settings"));
    }
    FH_ASSIGN(auto typed, secrets_in(params));
    FH_ASSIGN(question.settings, parts.settings(changes));
    question.secrets = typed_secrets(std::move(typed), parts.secrets);
    return question;
}

} // namespace

void add_source_methods(api::Dispatcher& dispatcher, SourceMethodParts parts) {
    dispatcher.add_later("sources.test", [parts = std::move(parts)](const Json& params, Session& session, Reply reply) {
        const auto question = question_of(parts, params);
        if (!question) {
            reply(question.error());
            return;
        }
        const auto until_gone = std::make_shared<std::shared_ptr<void>>(); // as long as the answer is waited for
        const auto id = parts.tests.run(
            *question, [reply = std::move(reply), until_gone](const auto& found) { reply(doctor::to_json(found)); });
        *until_gone = session.when_gone([&tests = parts.tests, id] { tests.cancel(id); });
    });
}

} // namespace framehand::daemon
