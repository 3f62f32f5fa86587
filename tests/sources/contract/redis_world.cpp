// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/contract/redis_world.h"

#include "core/base/json.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/source_contract.h"

#include <algorithm>

namespace framehand::test {

namespace {

constexpr const char* kPoison = "{\"input\": ";

} // namespace

RedisWorld::RedisWorld(sources::RedisTake take) : m_take(take) {
}

std::unique_ptr<sources::JobSource> RedisWorld::worker(const std::string& name) {
    sources::RedisSourceOptions options;
    options.queue.connection = server.options();
    options.queue.worker_id = name;
    options.queue.lease = kLease;
    options.take = m_take;
    options.rules.roots = {"/nas"};
    return std::make_unique<sources::RedisSource>(options, redis::Services{m_timers, [] { return 0.5; }, {}}, m_clock);
}

std::string RedisWorld::message(const std::string& film) {
    return R"({"input": "/nas/in/)" + film + R"(.mkv", "output": "/nas/out/)" + film +
           R"(.mp4", "container": ".mp4", "ours": {"b": 1,   "a": "é"}})";
}

bool RedisWorld::poison_is_set_aside() {
    const auto failures = client.list("transcode:failed");
    return std::ranges::any_of(failures, [](const std::string& text) {
        const auto failure = base::parse_json(text, "failure");
        return failure && (*failure)["payload"].get<std::string>().find(kPoison) != std::string::npos &&
               !(*failure)["reason"].get<std::string>().empty();
    });
}

SourceWorld::View RedisWorld::view(const std::string& film) {
    View view;
    const std::string wanted = message(film);
    for (const std::string& text : handed_on()) {
        if (text == wanted) {
            view.state = View::State::Completed;
            ++view.ends;
        }
    }
    for (const std::string& text : client.list("transcode:failed")) {
        const auto failure = base::parse_json(text, "failure");
        if (failure && (*failure)["payload"] == wanted) {
            view.state = View::State::Failed;
            ++view.ends;
        }
    }
    return view;
}

void RedisWorld::outlive_leases() {
    // The server's own clock tells: a key that lives for two leases and a beat is gone.
    const std::string key = "test:outlived:" + std::to_string(++m_outlived);
    client.call({"SET", key, "1", "PX", std::to_string((kLease * 5 / 2).count())});
    wait_for([&] { return client.integer({"EXISTS", key}) == 0; });
}

namespace {

class RedisListsWorld final : public RedisWorld {
public:
    RedisListsWorld() : RedisWorld(sources::RedisTake::Lists) {}

    void submit(const std::string& film) override { client.call({"RPUSH", "transcode:jobs", message(film)}); }

    void submit_poison() override { client.call({"RPUSH", "transcode:jobs", kPoison}); }

    bool lose_lease(const std::string& worker) override {
        // As it would be after a night's sleep: another one found the worker dead and put its job back.
        client.call({"RPOPLPUSH", "transcode:jobs:processing:" + worker, "transcode:jobs"});
        const std::string job = client.list("transcode:jobs").front();
        const std::string sha = client.text({"EVAL", "return redis.sha1hex(ARGV[1])", "0", job});
        client.call({"SET", "transcode:released:" + worker + ":" + sha, "1"});
        return true;
    }

protected:
    std::vector<std::string> handed_on() override { return client.list("transcode:healthcheck"); }
};

class RedisStreamsWorld final : public RedisWorld {
public:
    RedisStreamsWorld() : RedisWorld(sources::RedisTake::Streams) {}

    void submit(const std::string& film) override {
        client.call({"XADD", "transcode:jobs", "*", "trace", "t-1", "job", message(film)});
    }

    void submit_poison() override { client.call({"XADD", "transcode:jobs", "*", "job", kPoison}); }

    bool lose_lease(const std::string& /*worker*/) override {
        for (const auto& entry : client.call({"XRANGE", "transcode:jobs", "-", "+"}).elements) {
            client.call(
                {"XCLAIM", "transcode:jobs", "framehand", "pc-2", "0", entry.elements[0].text, "IDLE", "60000"});
        }
        return true;
    }

protected:
    std::vector<std::string> handed_on() override {
        std::vector<std::string> messages;
        for (const auto& entry : client.call({"XRANGE", "transcode:healthcheck", "-", "+"}).elements) {
            const auto fields = entry.elements[1].as_pairs();
            EXPECT_EQ(fields.size(), 2U);
            EXPECT_EQ(fields[0], (std::pair<std::string, std::string>("trace", "t-1")));
            messages.push_back(fields[1].second);
        }
        return messages;
    }
};

} // namespace

INSTANTIATE_TEST_SUITE_P(RedisLists, SourceContract,
                         testing::Values(WorldMaker{"RedisLists", [] { return std::make_unique<RedisListsWorld>(); }}),
                         testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(RedisStreams, SourceContract,
                         testing::Values(WorldMaker{"RedisStreams",
                                                    [] { return std::make_unique<RedisStreamsWorld>(); }}),
                         testing::PrintToStringParamName());

} // namespace framehand::test
