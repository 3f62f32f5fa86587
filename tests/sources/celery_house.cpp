// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/celery_house.h"

#include "core/sources/celery_request.h"
#include "tests/platform/wait_for.h"

#include <gtest/gtest.h>

#include <random>

namespace framehand::test {

using sources::Taken;

namespace {

/// What an asynchronous call ends with.
template <typename T, typename Call>
base::Result<T> answer_of(Call call) {
    auto answer = std::make_shared<std::optional<base::Result<T>>>();
    call([answer](base::Result<T> result) { *answer = std::move(result); });
    if (!wait_for([&] { return answer->has_value(); })) {
        return base::fail(base::ErrorCode::Internal, "no answer");
    }
    return **answer;
}

sources::Heartbeat heartbeat(bool accepts) {
    sources::Heartbeat heartbeat;
    heartbeat.accepts_jobs = accepts;
    return heartbeat;
}

} // namespace

CeleryHouse::CeleryHouse(RedisServer::Memory memory) : server(memory), client(server) {
}

std::unique_ptr<sources::CelerySource>
CeleryHouse::worker(const std::function<void(sources::CelerySourceOptions&)>& change) {
    sources::CelerySourceOptions options;
    options.redis = server.options();
    options.node = "framehand@house";
    options.version = "0.1";
    options.retry_countdown = base::Duration{60'000};
    if (change) {
        change(options);
    }
    auto generator = std::make_shared<std::mt19937>(std::random_device{}());
    return std::make_unique<sources::CelerySource>(
        std::move(options), sources::CelerySourceParts{timers, clock, [generator] {
                                                           return std::uniform_real_distribution(0.0, 1.0)(*generator);
                                                       }});
}

void CeleryHouse::produce(const CeleryMessage& message) {
    const auto priority = message.properties.value("priority", 0);
    client.call({"LPUSH", sources::celery_list("celery", priority), message.text()});
}

base::Json CeleryHouse::result(const std::string& id) {
    const auto text = client.text({"GET", "celery-task-meta-" + id});
    const auto json = base::parse_json(text, "result");
    return json ? *json : base::Json();
}

std::string CeleryHouse::state(const std::string& id) {
    const auto json = result(id);
    return json.is_object() ? json.value("status", "") : "";
}

std::int64_t CeleryHouse::unacked() {
    const auto index = client.integer({"ZCARD", "unacked_index"});
    EXPECT_EQ(client.integer({"HLEN", "unacked"}), index);
    return index;
}

base::Result<Taken> CeleryHouse::take(sources::JobSource& source, bool accepts) {
    return answer_of<Taken>([&](auto done) { source.take(heartbeat(accepts), done); });
}

sources::Assignment CeleryHouse::take_job(sources::JobSource& source) {
    auto taken = take(source);
    if (!taken || !std::holds_alternative<sources::Assignment>(*taken)) {
        ADD_FAILURE() << "no job: " << (taken ? "" : taken.error().text());
        return {};
    }
    return std::get<sources::Assignment>(std::move(*taken));
}

base::Result<sources::LeaseState> CeleryHouse::keep_alive(sources::JobSource& source, const sources::Lease& lease,
                                                          bool working) {
    return answer_of<sources::LeaseState>([&](auto done) { source.keep_alive(lease, heartbeat(working), done); });
}

base::Result<sources::LeaseState> CeleryHouse::progress(sources::JobSource& source, const sources::Lease& lease,
                                                        double percent) {
    return answer_of<sources::LeaseState>([&](auto done) { source.progress(lease, {percent, 30, 5}, done); });
}

base::Status CeleryHouse::finish(sources::JobSource& source, const sources::JobOutcome& outcome) {
    return answer_of<void>([&](auto done) { source.finish(outcome, done); });
}

base::Status CeleryHouse::give_back(sources::JobSource& source, const sources::Lease& lease) {
    return answer_of<void>([&](auto done) { source.give_back(lease, done); });
}

sources::JobOutcome CeleryHouse::completed(const sources::Lease& lease) {
    sources::JobOutcome outcome;
    outcome.lease = lease;
    outcome.manifest_url = "s3://videobucket/b.mp4";
    outcome.total_time_ms = 1500;
    return outcome;
}

sources::JobOutcome CeleryHouse::failed(const sources::Lease& lease, const std::string& message) {
    sources::JobOutcome outcome;
    outcome.lease = lease;
    outcome.error_message = message;
    return outcome;
}

base::Json CeleryHouse::ask(const std::string& method, const base::Json& arguments) {
    client.call({"SADD", "_kombu.binding.reply.celery.pidbox", "oid\x06\x16\x06\x16oid.reply"});
    client.call({"DEL", "oid.reply"});
    const auto order =
        sources::celery_message({{{"method", method},
                                  {"arguments", arguments},
                                  {"destination", nullptr},
                                  {"ticket", "ticket"},
                                  {"reply_to", {{"exchange", "reply.celery.pidbox"}, {"routing_key", "oid"}}}},
                                 {{"clock", 1}},
                                 "celery.pidbox",
                                 "",
                                 "tag"});
    std::string reply;
    const bool answered = wait_for([&] {
        if (client.integer({"PUBLISH", sources::celery_request_channel(0), order}) == 0) {
            return false; // nobody listens yet
        }
        return wait_for([&] {
            reply = client.text({"RPOP", "oid.reply"});
            return !reply.empty();
        });
    });
    const auto envelope = base::parse_json(reply, "reply");
    const auto body = answered && envelope ? sources::celery_body(*envelope) : base::Result<base::Json>(base::Json());
    return body && body->is_object() ? body->value("framehand@house", base::Json()) : base::Json();
}

} // namespace framehand::test
