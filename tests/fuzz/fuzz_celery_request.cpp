// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/celery_envelope.h"
#include "core/sources/celery_inspect.h"
#include "core/sources/celery_request.h"
#include "core/sources/celery_revoked.h"
#include "tests/fuzz/check.h"

#include <cstdint>

namespace {

using namespace framehand;
using namespace framehand::sources;
using fuzz::check;

constexpr auto kNode = "framehand@machine";

void check_reply(const CeleryRequest& request) {
    const base::Json answer = celery_inspect(request.method, request.arguments, {}).value_or(base::Json{{"ok", 1}});
    const auto reply = base::parse_json(celery_reply(request, kNode, answer, 3, "tag"), "reply");
    check(reply.has_value());
    const auto body = celery_body(*reply);
    check(body && *body == base::Json{{kNode, answer}} && (*reply)["headers"]["ticket"] == request.ticket);
}

void check_destination(CeleryRequest request) {
    static_cast<void>(request.is_for(kNode));
    request.destination = {"celery@other", kNode};
    check(request.is_for(kNode) && !request.is_for("celery@third"));
}

void check_revoked(const base::Json& arguments) {
    const auto ids = arguments.find("task_id");
    if (ids == arguments.end()) {
        return;
    }
    CeleryRevoked revoked;
    std::size_t added = 0;
    for (const auto& id : *ids) {
        if (id.is_string()) {
            added += revoked.contains(id.get<std::string>()) ? 0 : 1;
            revoked.add(id.get<std::string>(), base::WallTime{});
            check(revoked.contains(id.get<std::string>()));
        }
    }
    check(revoked.ids().size() == added && revoked.times().size() == added);
}

void check_bindings(std::string_view text) {
    std::vector<std::string> bindings;
    for (const auto& [name, value] : fuzz::fields_of(text)) {
        bindings.push_back(name);
        bindings.push_back(name + std::string(kKombuSeparator) + value + std::string(kKombuSeparator) + "queue");
    }
    check(celery_bound_queues(bindings, "no such key\n").empty());
    if (!bindings.empty() && bindings.front().find(kKombuSeparator) == std::string::npos) {
        const auto queues = celery_bound_queues(bindings, bindings.front());
        check(!queues.empty() && queues.front() == "queue");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    check_bindings(text);
    const auto request = read_celery_request(text);
    if (!request) {
        fuzz::check_error(request.error());
        return 0;
    }
    check(!request->method.empty() && request->arguments.is_object());
    check_reply(*request);
    check_destination(*request);
    check_revoked(request->arguments);
    return 0;
}
