// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_request.h"

#include "core/sources/celery_envelope.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace framehand::sources {

namespace {

std::string text_of(const base::Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::vector<std::string> texts_of(const base::Json& object, const char* key) {
    std::vector<std::string> texts;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array()) {
        for (const auto& element : *found) {
            if (element.is_string()) {
                texts.push_back(element.get<std::string>());
            }
        }
    }
    return texts;
}

} // namespace

bool CeleryRequest::is_for(const std::string& node) const {
    if (!destination.empty()) {
        return std::ranges::find(destination, node) != destination.end();
    }
    if (pattern.empty() || matcher.empty()) {
        return true;
    }
    const auto text = QString::fromStdString(pattern);
    // Python's re.match() is anchored at the beginning only.
    const QRegularExpression expression(matcher == "glob" ? QRegularExpression::wildcardToRegularExpression(text)
                                                          : QStringLiteral("\\A(?:%1)").arg(text));
    return expression.isValid() && expression.match(QString::fromStdString(node)).hasMatch();
}

base::Result<CeleryRequest> read_celery_request(std::string_view payload) {
    FH_ASSIGN(const auto envelope, base::parse_json(payload, "order"));
    FH_ASSIGN(const auto body, celery_body(envelope));
    if (!body.is_object() || text_of(body, "method").empty()) {
        return base::fail(base::ErrorCode::InvalidArgument, "method: is missing");
    }
    CeleryRequest request;
    request.method = text_of(body, "method");
    if (const auto found = body.find("arguments"); found != body.end() && found->is_object()) {
        request.arguments = *found;
    }
    request.destination = texts_of(body, "destination");
    request.pattern = text_of(body, "pattern");
    request.matcher = text_of(body, "matcher");
    request.ticket = text_of(body, "ticket");
    if (const auto to = body.find("reply_to"); to != body.end() && to->is_object()) {
        request.reply_to = CeleryRequest::ReplyTo{text_of(*to, "exchange"), text_of(*to, "routing_key")};
    }
    if (const auto headers = envelope.find("headers"); headers != envelope.end() && headers->is_object()) {
        const auto clock = headers->find("clock");
        request.clock = clock != headers->end() && clock->is_number_integer() ? clock->get<std::int64_t>() : 0;
    }
    return request;
}

std::string celery_reply(const CeleryRequest& request, const std::string& node, const base::Json& answer,
                         std::int64_t clock, const std::string& delivery_tag) {
    const auto to = request.reply_to.value_or(CeleryRequest::ReplyTo{});
    return celery_message(
        {{{node, answer}}, {{"ticket", request.ticket}, {"clock", clock}}, to.exchange, to.routing_key, delivery_tag});
}

std::string celery_request_channel(int database) {
    return "/" + std::to_string(database) + ".celery.pidbox";
}

std::string celery_binding_key(const std::string& exchange) {
    return "_kombu.binding." + exchange;
}

std::vector<std::string> celery_bound_queues(const std::vector<std::string>& bindings, const std::string& routing_key) {
    std::vector<std::string> queues;
    for (const auto& binding : bindings) {
        const auto first = binding.find(kKombuSeparator);
        const auto last = binding.rfind(kKombuSeparator);
        if (first == std::string::npos || first == last || binding.substr(0, first) != routing_key) {
            continue;
        }
        queues.push_back(binding.substr(last + kKombuSeparator.size()));
    }
    return queues;
}

} // namespace framehand::sources
