// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/wait_for.h"
#include "tests/sources/celery_house.h"
#include "tests/sources/contract/source_contract.h"

#include <algorithm>
#include <map>

namespace framehand::test {

namespace {

constexpr base::Duration kVisibility{3000};

/// A task's id is the film's name.
class CeleryWorld final : public SourceWorld {
public:
    std::unique_ptr<sources::JobSource> worker(const std::string& name) override {
        return m_house.worker([&](sources::CelerySourceOptions& options) {
            options.node = name + "@house";
            options.queue.visibility = kVisibility;
            options.max_retries = 0; // what retries do is tested elsewhere
        });
    }

    void submit(const std::string& film) override {
        CeleryMessage message;
        message.id = film;
        message.args = {film + ".mkv", film + ".mp4", "640:360", "mp4"};
        m_house.produce(message);
    }

    void submit_poison() override { m_house.client.call({"LPUSH", "celery", "{\"body\": "}); }

    bool poison_is_set_aside() override {
        const auto rejected = m_house.client.list("celery.rejected");
        return std::ranges::any_of(rejected, [](const std::string& text) {
            const auto entry = base::parse_json(text, "entry");
            return entry && (*entry)["message"] == "{\"body\": " && !(*entry)["reason"].get<std::string>().empty();
        });
    }

    View view(const std::string& film) override {
        static const std::map<std::string, View::State> kStates{
            {"", View::State::Waiting},          {"STARTED", View::State::Running}, {"PROGRESS", View::State::Running},
            {"SUCCESS", View::State::Completed}, {"FAILURE", View::State::Failed},  {"RETRY", View::State::Waiting},
            {"REVOKED", View::State::Cancelled},
        };
        const auto result = m_house.result(film);
        View view;
        view.state = kStates.at(result.is_object() ? result.value("status", "") : "");
        if (view.state == View::State::Running && result.at("status") == "PROGRESS") {
            view.percent = result.at("result").at("percent");
        }
        const bool ended = view.state != View::State::Waiting && view.state != View::State::Running;
        // What is still there would end once more.
        view.ends = (ended ? 1 : 0) + copies(film);
        return view;
    }

    void cancel(const std::string& film) override {
        EXPECT_FALSE(
            m_house.ask("revoke", {{"task_id", film}, {"terminate", true}, {"signal", "SIGTERM"}}).contains("error"));
    }

    void stop_broker() override { m_house.server.kill(); }

    void start_broker() override { m_house.server.start(); }

    void outlive_leases() override {
        // The server's own clock tells: a key that lives for two leases and a beat is gone.
        const std::string key = "test:outlived:" + std::to_string(++m_outlived);
        m_house.client.call({"SET", key, "1", "PX", std::to_string((kVisibility * 5 / 2).count())});
        wait_for([&] { return m_house.client.integer({"EXISTS", key}) == 0; });
    }

    bool lose_lease(const std::string& /*worker*/) override {
        // What any worker does with a message whose time is over.
        for (const auto& [tag, entry] : m_house.client.call({"HGETALL", "unacked"}).as_pairs()) {
            const auto parts = base::parse_json(entry, "entry");
            m_house.client.call({"ZREM", "unacked_index", tag});
            m_house.client.call({"HDEL", "unacked", tag});
            m_house.client.call({"RPUSH", "celery", base::dump_json((*parts)[0])});
        }
        return true;
    }

private:
    int copies(const std::string& film) {
        auto messages = m_house.queue();
        for (const auto& [tag, entry] : m_house.client.call({"HGETALL", "unacked"}).as_pairs()) {
            messages.push_back(entry);
        }
        return static_cast<int>(std::ranges::count_if(messages, [&](const std::string& text) {
            return text.find("\"id\":\"" + film + "\"") != std::string::npos;
        }));
    }

    CeleryHouse m_house{RedisServer::Memory::Kept};
    int m_outlived = 0;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Celery, SourceContract,
                         testing::Values(WorldMaker{"Celery", [] { return std::make_unique<CeleryWorld>(); }}),
                         testing::PrintToStringParamName());

} // namespace framehand::test
