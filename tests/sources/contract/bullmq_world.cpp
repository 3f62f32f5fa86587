// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/sources/bullmq_source.h"
#include "platform/qt/qt_timers.h"
#include "tests/platform/wait_for.h"
#include "tests/sources/contract/source_contract.h"
#include "tests/support/redis/redis_client.h"
#include "tests/support/redis/redis_server.h"

#include <algorithm>

namespace framehand::test {

namespace {

using sources::BullKind;

/// A queue of BullMQ or Bull, with the keys that their producers write (bull_clients_test.cpp has these themselves).
class BullWorld : public SourceWorld {
public:
    static constexpr base::Duration kLock{1200};
    static constexpr base::Duration kCheck{400};

    explicit BullWorld(BullKind kind) : m_kind(kind) {
        if (m_kind == BullKind::BullMq) {
            client.call({"HSET", "bull:q:meta", "version", "bullmq:6.7.0", "opts.maxLenEvents", "10000"});
        }
    }

    std::unique_ptr<sources::JobSource> worker(const std::string& name) override {
        sources::BullmqSourceOptions options;
        options.server = server.options();
        options.queues = {"q"};
        options.worker_id = name;
        options.times = {kLock, kCheck};
        return std::make_unique<sources::BullmqSource>(
            options, sources::BullmqSource::Services{{m_timers, [] { return 0.5; }, {}}, m_clock, nullptr});
    }

    void submit(const std::string& film) override {
        add(R"({"videoId":")" + film + R"(","resolution":"360p","objectName":"in/)" + film + R"(.mkv"})");
    }

    void submit_poison() override { m_poison = add(R"({"videoId":)"); }

    bool poison_is_set_aside() override {
        return !client.call({"ZSCORE", "bull:q:failed", m_poison}).is_nil() &&
               client.text({"HGET", "bull:q:" + m_poison, "failedReason"}).find("cannot be read") != std::string::npos;
    }

    View view(const std::string& film) override {
        View view;
        for (int i = 1; i <= m_added; ++i) {
            const auto id = std::to_string(i);
            const auto key = "bull:q:" + id;
            if (client.text({"HGET", key, "data"}).find("\"" + film + "\"") == std::string::npos) {
                continue;
            }
            const bool completed = !client.call({"ZSCORE", "bull:q:completed", id}).is_nil();
            const bool failed = !client.call({"ZSCORE", "bull:q:failed", id}).is_nil();
            const auto active = client.list("bull:q:active");
            view.state = completed                                       ? View::State::Completed
                         : failed                                        ? View::State::Failed
                         : std::ranges::find(active, id) != active.end() ? View::State::Running
                                                                         : View::State::Waiting;
            view.ends = m_kind == BullKind::BullMq ? ends_in_the_stream(id) : (completed ? 1 : 0) + (failed ? 1 : 0);
            if (const auto progress = client.call({"HGET", key, "progress"}).as_integer()) {
                view.percent = static_cast<double>(*progress);
            }
        }
        return view;
    }

    void stop_broker() override { server.kill(); }

    void start_broker() override { server.start(); }

    void outlive_leases() override {
        // The server's own clock tells: by then a lock has run out, and two checks have come by.
        const auto key = "test:outlived:" + std::to_string(++m_outlived);
        client.call({"SET", key, "1", "PX", std::to_string((kLock + 4 * kCheck).count())});
        wait_for([&] { return client.integer({"EXISTS", key}) == 0; });
    }

    bool lose_lease(const std::string& /*worker*/) override {
        // As it would be after a night's sleep: another one's check found the job without a lock.
        client.call({"EVAL",
                     "redis.call('DEL', 'bull:q:' .. redis.call('LINDEX', 'bull:q:active', 0) .. ':lock');"
                     "return redis.call('RPOPLPUSH', 'bull:q:active', 'bull:q:wait')",
                     "0"});
        return true;
    }

private:
    std::string add(const std::string& data) {
        const auto id = std::to_string(++m_added);
        client.call({"INCR", "bull:q:id"});
        client.call({"HSET", "bull:q:" + id, "name", "transcode", "data", data, "opts", "{}", "timestamp", "1"});
        client.call({"LPUSH", "bull:q:wait", id});
        if (m_kind == BullKind::BullMq) {
            client.call({"ZADD", "bull:q:marker", "0", "0"});
        }
        return id;
    }

    int ends_in_the_stream(const std::string& id) {
        int ends = 0;
        for (const auto& entry : client.call({"XRANGE", "bull:q:events", "-", "+"}).elements) {
            const auto fields = entry.elements.at(1).as_pairs();
            if (fields.size() > 1 && fields[1].second == id &&
                (fields[0].second == "completed" || fields[0].second == "failed")) {
                ++ends;
            }
        }
        return ends;
    }

    const BullKind m_kind;
    RedisServer server{RedisServer::Memory::Kept};
    RedisClient client{server};
    platform::QtTimers m_timers;
    base::SystemClock m_clock;
    std::string m_poison;
    int m_added = 0;
    int m_outlived = 0;
};

/// None in a build without the scripts.
std::vector<WorldMaker> worlds() {
    if (!sources::BullmqSource::is_built_in()) {
        return {};
    }
    return {{"BullMQ", [] { return std::make_unique<BullWorld>(BullKind::BullMq); }},
            {"Bull", [] { return std::make_unique<BullWorld>(BullKind::Bull); }}};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(BullQueues, SourceContract, testing::ValuesIn(worlds()), testing::PrintToStringParamName());

} // namespace framehand::test
